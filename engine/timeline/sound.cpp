#include "timeline/sound.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spinescope::timeline {

Sound sound_of(const Trace& trace) {
    using cavitation::Sample;
    constexpr double before_s = 0.01, length_s = 0.25;
    constexpr double mass = 0.3, stiffness = 3e5, damping_ratio = 0.12; // of the ring
    constexpr double radiating_area = 1e-3, air_density = 1.14, distance = 0.5;
    Sound sound;
    if (trace.samples.empty()) return sound;
    const auto loudest = std::ranges::max_element(
        trace.samples, {}, [](const Sample& sample) { return std::abs(sample.sound_Pa); });
    const double begin = std::max(loudest->time_s - before_s, trace.samples.front().time_s);
    const double omega = std::sqrt(stiffness / mass), dt = 1.0 / sound.rate_Hz;
    const double radiation = air_density * radiating_area / (4 * std::numbers::pi * distance);

    // sound_Pa is rho V'' / (4 pi r). The facet that makes room for the cavity moves at V''/A, and its mass
    // pushes back on the vertebra.
    const double push_per_Pa =
        4 * std::numbers::pi * distance / air_density / trace.parameters.area * trace.parameters.moving_mass;
    double x = 0, v = 0;
    const auto count = static_cast<std::size_t>(length_s * sound.rate_Hz);
    sound.samples.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Sample now = at(trace, begin + double(i) * dt);
        const double push = push_per_Pa * now.sound_Pa;
        const double a = (push - 2 * damping_ratio * omega * mass * v - stiffness * x) / mass;
        v += a * dt; // semi-implicit Euler; a period has three hundred steps
        x += v * dt;
        const double fade = std::min(1.0, double(count - i) * dt / 0.05);
        const double pressure_Pa = fade * (now.sound_Pa + radiation * a);
        sound.peak_Pa = std::max(sound.peak_Pa, std::abs(pressure_Pa));
        sound.samples.push_back(static_cast<float>(std::tanh(pressure_Pa / sound_full_scale_Pa)));
    }
    return sound;
}

} // namespace spinescope::timeline
