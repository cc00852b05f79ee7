#include "files/failure.hpp"
#include "render/image.hpp"

#include <algorithm>
#include <string>

namespace spinescope::render {
namespace {

/// Luma of pixels over black: what is not there cannot differ.
std::vector<double> luminance(const Image& image) {
    std::vector<double> out(image.rgba.size() / 4);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::uint8_t* p = &image.rgba[4 * i];
        out[i] = (0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2]) * p[3] / 255.0;
    }
    return out;
}

} // namespace

double structural_similarity(const Image& a, const Image& b) {
    if (a.width != b.width || a.height != b.height || a.rgba.size() != b.rgba.size())
        throw Failure("pictures",
                      std::to_string(a.width) + "x" + std::to_string(a.height) + " cannot be compared with " +
                          std::to_string(b.width) + "x" + std::to_string(b.height),
                      "compare pictures of one size");
    if (a.rgba.empty()) return 1;
    const std::vector<double> x = luminance(a), y = luminance(b);
    // Wang et al. 2004, eq. 13, with K1 = 0.01, K2 = 0.03 and L = 255; windows of 8x8, four pixels apart.
    constexpr double C1 = 0.01 * 255 * 0.01 * 255;
    constexpr double C2 = 0.03 * 255 * 0.03 * 255;
    constexpr int window = 8, step = 4;
    double sum = 0;
    long windows = 0;
    const auto width = static_cast<std::size_t>(a.width);
    for (int top = 0; top == 0 || top + window <= a.height; top += step)
        for (int left = 0; left == 0 || left + window <= a.width; left += step) {
            const int bottom = std::min(top + window, a.height), right = std::min(left + window, a.width);
            double sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
            for (int j = top; j < bottom; ++j)
                for (int i = left; i < right; ++i) {
                    const std::size_t k = static_cast<std::size_t>(j) * width + static_cast<std::size_t>(i);
                    sx += x[k];
                    sy += y[k];
                    sxx += x[k] * x[k];
                    syy += y[k] * y[k];
                    sxy += x[k] * y[k];
                }
            const double n = static_cast<double>(bottom - top) * (right - left);
            const double mx = sx / n, my = sy / n;
            const double vx = sxx / n - mx * mx, vy = syy / n - my * my, vxy = sxy / n - mx * my;
            sum += (2 * mx * my + C1) * (2 * vxy + C2) / ((mx * mx + my * my + C1) * (vx + vy + C2));
            ++windows;
        }
    return sum / static_cast<double>(windows);
}

} // namespace spinescope::render
