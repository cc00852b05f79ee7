#include "timeline/spectral_peak.hpp"

#include <cmath>
#include <numbers>

namespace spinescope::timeline {

double spectral_peak_Hz(std::span<const float> samples, int rate_Hz, double low, double high) {
    constexpr double step_Hz = 2;
    double strongest = 0, at = 0;
    for (double f = low; f <= high; f += step_Hz) {
        const double k = 2 * std::cos(2 * std::numbers::pi * f / rate_Hz);
        double s1 = 0, s2 = 0;
        for (const float x : samples) {
            const double s = x + k * s1 - s2;
            s2 = s1;
            s1 = s;
        }
        const double power = s1 * s1 + s2 * s2 - k * s1 * s2;
        if (power > strongest) {
            strongest = power;
            at = f;
        }
    }
    return at;
}

} // namespace spinescope::timeline
