#include "timeline/sound.hpp"

#include "cavitation/nucleation.hpp"
#include "files/failure.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace spinescope::timeline {

namespace {

using cavitation::Sample;

constexpr double pi = std::numbers::pi;
constexpr double air_density = 1.14, distance = 0.5; // kg/m3, m

const Event* event(const Trace& trace, std::string_view id) {
    const auto found = std::ranges::find(trace.events, id, &Event::id);
    return found == trace.events.end() ? nullptr : &*found;
}

} // namespace

std::optional<Recovery> recovery_of(const Trace& trace) {
    const Event* nucleation = event(trace, "nucleation");
    const Event* snap = event(trace, "snap");
    if (nucleation == nullptr || snap == nullptr) return std::nullopt;
    const Sample open = at(trace, snap->time_s);
    if (open.cavity_m3 <= 0) return std::nullopt;
    const double from_Pa = std::max(open.cavity_Pa, cavitation::vapour_pressure + 1);
    return Recovery{.begin_s = open.time_s,
                    .bubble = {.R0 = std::min(open.gap_m / 2, std::cbrt(0.75 * open.cavity_m3 / pi)),
                               .from_Pa = from_Pa,
                               .to_Pa = cavitation::ambient_pressure,
                               .time_s = std::max(open.time_s - nucleation->time_s, 1e-5)}};
}

Sound sound_of(const Trace& trace, SoundExplanation explanation) {
    constexpr double before_s = 0.01, length_s = 0.25;
    const auto& [mass, stiffness, damping_ratio, radiating_area] = trace.parameters.ringing;
    Sound sound;
    if (trace.samples.empty()) return sound;
    const auto loudest = std::ranges::max_element(
        trace.samples, {}, [](const Sample& sample) { return std::abs(sample.sound_Pa); });
    const double begin = std::max(loudest->time_s - before_s, trace.samples.front().time_s);
    sound.begin_s = begin;
    const double omega = std::sqrt(stiffness / mass), dt = 1.0 / sound.rate_Hz;
    const double per_volume = air_density / (4 * pi * distance); // Pa for V'' of 1 m3/s2

    // sound_Pa is rho V'' / (4 pi r). The facet that makes room for the cavity moves at V''/A, and its mass
    // pushes back on the vertebra: whichever instant sounds, it springs open.
    const double push_per_Pa = 1 / per_volume / trace.parameters.area * trace.parameters.moving_mass;
    const bool collapses = explanation == SoundExplanation::partial_collapse;
    std::optional<Recovery> recovery;
    cavitation::Collapse collapse;
    if (collapses) recovery = recovery_of(trace);
    if (recovery)
        collapse = cavitation::partial_collapse(recovery->bubble, trace.parameters.synovia,
                                                std::max(begin + length_s - recovery->begin_s, 0.0));
    const auto collapse_rate = [&](double t) { // V' of the shrinking bubble
        const double place = recovery ? (t - recovery->begin_s) / collapse.step_s : -1;
        if (!(place > 0) || place + 1 >= double(collapse.samples.size())) return 0.0;
        const auto i = static_cast<std::size_t>(place);
        return std::lerp(collapse.samples[i].volume_rate, collapse.samples[i + 1].volume_rate,
                         place - double(i));
    };
    double x = 0, v = 0;
    const auto count = static_cast<std::size_t>(length_s * sound.rate_Hz);
    sound.samples.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double t = begin + double(i) * dt;
        const Sample now = at(trace, t);
        const double push = push_per_Pa * now.sound_Pa;
        const double a = (push - 2 * damping_ratio * omega * mass * v - stiffness * x) / mass;
        v += a * dt; // semi-implicit Euler; a period has three hundred steps
        x += v * dt;
        const double fade = std::min(1.0, double(count - i) * dt / 0.05);
        const double monopole =
            collapses ? per_volume * (collapse_rate(t + dt / 2) - collapse_rate(t - dt / 2)) / dt
                      : now.sound_Pa;
        const double pressure_Pa = fade * (monopole + per_volume * radiating_area * a);
        sound.peak_Pa = std::max(sound.peak_Pa, std::abs(pressure_Pa));
        sound.samples.push_back(static_cast<float>(std::tanh(pressure_Pa / sound_full_scale_Pa)));
    }
    return sound;
}

Sound slowed(const Sound& sound, double factor) {
    if (!(factor >= 1 && factor <= 1e4))
        throw Failure("the sound", "cannot be played at this speed", "slow it by a factor from 1 to 10000");
    constexpr double longest_s = 60, fade_s = 0.05;
    Sound result{.rate_Hz = sound.rate_Hz,
                 .samples = {},
                 .peak_Pa = sound.peak_Pa,
                 .begin_s = sound.begin_s,
                 .slowness = sound.slowness * factor};
    if (sound.samples.size() < 2) return result;
    const std::size_t source = sound.samples.size();
    const auto count = static_cast<std::size_t>(
        std::min(double(source - 1) * factor, std::max(longest_s * sound.rate_Hz, double(source))));
    const double dt = 1.0 / sound.rate_Hz, third = std::cbrt(2.0);
    result.samples.resize(count);
    std::vector<float> level(source); // of one band over the source's time
    for (double tone_Hz = 50; tone_Hz < 0.4 * sound.rate_Hz; tone_Hz *= third) {
        // A resonator as wide as its band; its magnitude is the band's course.
        const double omega = 2 * pi * tone_Hz;
        const double width = pi * tone_Hz * (std::sqrt(third) - 1 / std::sqrt(third));
        const auto turn = std::polar(std::exp(-width * dt), omega * dt);
        std::complex<double> z = 0;
        for (std::size_t i = 0; i < source; ++i) {
            z = turn * z + width * dt * double(sound.samples[i]);
            level[i] = static_cast<float>(std::abs(z));
        }
        const auto step = std::polar(1.0, omega * dt);
        std::complex<double> carrier = 1;
        for (std::size_t i = 0; i < count; ++i) {
            const double place = double(i) / factor;
            const auto left = std::min(static_cast<std::size_t>(place), source - 2);
            const double now = std::lerp(level[left], level[left + 1], place - double(left));
            result.samples[i] += static_cast<float>(now * carrier.imag());
            carrier *= step;
        }
    }
    float loudest = 0, wanted = 0;
    for (const float sample : sound.samples) wanted = std::max(wanted, std::abs(sample));
    for (const float sample : result.samples) loudest = std::max(loudest, std::abs(sample));
    const float gain = loudest > 0 ? wanted / loudest : 0;
    for (std::size_t i = 0; i < count; ++i)
        result.samples[i] *= gain * static_cast<float>(std::min(1.0, double(count - i) * dt / fade_s));
    return result;
}

} // namespace spinescope::timeline
