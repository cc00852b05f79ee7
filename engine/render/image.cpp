#include "render/image.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"

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

std::string png(const Image& image) {
    std::string bytes;
    const auto append = [](void* to, void* data, int size) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
    };
    if (image.width < 1 || image.height < 1 ||
        image.rgba.size() !=
            4 * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) ||
        stbi_write_png_to_func(append, &bytes, image.width, image.height, 4, image.rgba.data(), 0) == 0)
        throw Failure("PNG",
                      "a picture of " + std::to_string(image.width) + "x" + std::to_string(image.height) +
                          " cannot be written",
                      "choose another size");
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
