#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace spinescope::render {

/// 8-bit RGBA, rows from the top, straight (not premultiplied) alpha.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

/// The image in that size, its pixels as squares.
[[nodiscard]] Image enlarged(const Image& image, int width, int height);
/// The image with every square of `times` x `times` pixels made one, the mean of them. Throws Failure for
/// sizes that are no multiple of it.
[[nodiscard]] Image reduced(const Image& image, int times);
/// Lays `over` (of the same size) over `image`.
void lay_over(Image& image, const Image& over);

/// The image as a PNG file's bytes.
[[nodiscard]] std::string png(const Image& image);
/// The same as a JPEG file's, without its transparency; quality from 1 to 100.
[[nodiscard]] std::string jpeg(const Image& image, int quality);
/// Throws Failure when the file is missing or not a picture.
[[nodiscard]] Image read_png(const std::filesystem::path& path);

/// Structural similarity (Wang et al. 2004, IEEE Trans. Image Process. 13:600) of two pictures of one size:
/// mean SSIM of the luminance over 8x8 windows; 1 for equal pictures. Throws Failure when the sizes differ.
[[nodiscard]] double structural_similarity(const Image& a, const Image& b);

} // namespace spinescope::render
