#include "render/image.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <array>
#include <memory>

#ifndef __clang_analyzer__ // their code is not ours to check
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_WRITE_IMPLEMENTATION
#endif
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
// NOLINTBEGIN
#include <stb_image.h>
#include <stb_image_write.h>
// NOLINTEND
#pragma GCC diagnostic pop

namespace spinescope::render {

Image enlarged(const Image& image, int width, int height) {
    Image large{.width = width, .height = height, .rgba = {}};
    large.rgba.reserve(4 * std::size_t(width) * std::size_t(height));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto row = std::size_t(y) * std::size_t(image.height) / std::size_t(height);
            const auto column = std::size_t(x) * std::size_t(image.width) / std::size_t(width);
            const auto from =
                image.rgba.begin() + std::ptrdiff_t(4 * (row * std::size_t(image.width) + column));
            large.rgba.insert(large.rgba.end(), from, from + 4);
        }
    return large;
}

Image reduced(const Image& image, int times) {
    if (times < 1 || image.width % times != 0 || image.height % times != 0)
        throw Failure("picture", "its size cannot be divided by " + std::to_string(times), "report this");
    Image small{.width = image.width / times, .height = image.height / times, .rgba = {}};
    small.rgba.reserve(4 * std::size_t(small.width) * std::size_t(small.height));
    for (int y = 0; y < small.height; ++y)
        for (int x = 0; x < small.width; ++x) {
            // What is seen through counts less.
            std::array<unsigned, 4> sum{};
            for (int row = y * times; row < (y + 1) * times; ++row)
                for (int column = x * times; column < (x + 1) * times; ++column) {
                    const std::size_t at =
                        4 * (std::size_t(row) * std::size_t(image.width) + std::size_t(column));
                    const unsigned alpha = image.rgba[at + 3];
                    for (std::size_t k = 0; k < 3; ++k) sum[k] += alpha * image.rgba[at + k];
                    sum[3] += alpha;
                }
            for (std::size_t k = 0; k < 3; ++k)
                small.rgba.push_back(std::uint8_t(sum[3] > 0 ? (sum[k] + sum[3] / 2) / sum[3] : 0));
            const auto pixels = unsigned(times * times);
            small.rgba.push_back(std::uint8_t((sum[3] + pixels / 2) / pixels));
        }
    return small;
}

void lay_over(Image& image, const Image& over) {
    if (over.width != image.width || over.height != image.height)
        throw Failure("picture", "two pictures of different sizes cannot lie over each other", "report this");
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        const unsigned a = over.rgba[i + 3], below = image.rgba[i + 3] * (255 - a) / 255, sum = a + below;
        if (a == 0) continue;
        for (std::size_t k = i; k < i + 3; ++k)
            image.rgba[k] = static_cast<std::uint8_t>((over.rgba[k] * a + image.rgba[k] * below) / sum);
        image.rgba[i + 3] = static_cast<std::uint8_t>(sum);
    }
}

namespace {

void append(void* to, void* data, int size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

bool whole(const Image& image) {
    return image.width > 0 && image.height > 0 &&
           image.rgba.size() ==
               4 * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
}

Failure cannot_write(const char* kind, const Image& image) {
    return Failure(kind,
                   "a picture of " + std::to_string(image.width) + "x" + std::to_string(image.height) +
                       " cannot be written",
                   "choose another size");
}

} // namespace

std::string png(const Image& image) {
    std::string bytes;
    if (!whole(image) ||
        stbi_write_png_to_func(append, &bytes, image.width, image.height, 4, image.rgba.data(), 0) == 0)
        throw cannot_write("PNG", image);
    return bytes;
}

std::string jpeg(const Image& image, int quality) {
    std::string bytes;
    if (!whole(image) ||
        stbi_write_jpg_to_func(append, &bytes, image.width, image.height, 4, image.rgba.data(), quality) == 0)
        throw cannot_write("JPEG", image);
    return bytes;
}

Image read_png(const std::filesystem::path& path) {
    const std::string bytes = files::read_whole(path);
    Image image;
    int channels = 0;
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()),
                              &image.width, &image.height, &channels, 4),
        &stbi_image_free);
    if (pixels == nullptr)
        throw Failure(path.string(), std::string("is not a PNG picture (") + stbi_failure_reason() + ")",
                      "give a whole PNG file");
    image.rgba.assign(pixels.get(), pixels.get() + 4 * static_cast<std::size_t>(image.width) *
                                                       static_cast<std::size_t>(image.height));
    return image;
}

} // namespace spinescope::render
