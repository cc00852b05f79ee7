#include "app/tracks.hpp"

#include "language/language.hpp"
#include "timeline/why.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace spinescope::app {

namespace {

using cavitation::Sample;

double dissolved_nmol(const Sample& sample) {
    double sum = 0;
    for (const double mol : sample.dissolved_mol) sum += mol;
    return sum * 1e9;
}

constexpr std::array table{
    Track{"gap", "mm", 0.1, [](const Sample& s) { return s.gap_m * 1e3; }},
    Track{"pressure", "kPa", 150, [](const Sample& s) { return s.pressure_Pa * 1e-3; }},
    Track{"cavity", "mm³", 10, [](const Sample& s) { return s.cavity_m3 * 1e9; }},
    Track{"gas", "nmol", 20, dissolved_nmol},
    Track{"sound", "mPa", 2, [](const Sample& s) { return s.sound_Pa * 1e3; }},
};

} // namespace

double rounded_out(double value) {
    if (value == 0) return 0;
    const double size = std::abs(value), power = std::pow(10, std::floor(std::log10(size)));
    for (const double round : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (size <= round * power * (1 + 1e-9)) return std::copysign(round * power, value);
    return std::copysign(10 * power, value);
}

std::span<const Track> tracks() {
    return table;
}

Scale scale_of(const Track& track, const timeline::Trace& trace, const timeline::Trace* other) {
    double low = 0, high = 0;
    for (const timeline::Trace* each : {&trace, other}) {
        if (each == nullptr) continue;
        for (const Sample& sample : each->samples) {
            low = std::min(low, track.value(sample));
            high = std::max(high, track.value(sample));
        }
    }
    if (high - low < track.least_span * 1e-3) low = 0; // the solver's noise is no negative value
    const double missing = std::max(0.0, track.least_span - (high - low));
    high += low < 0 ? missing / 2 : missing;
    low -= low < 0 ? missing / 2 : 0;
    return {rounded_out(low), rounded_out(high)};
}

std::vector<LinePoint> line_of(const Track& track, const Scale& scale, const timeline::Trace& trace,
                               const timeline::Trace& ruler, const RulerView& view, std::size_t columns) {
    std::vector<LinePoint> line;
    if (trace.samples.empty() || columns < 2) return line;
    line.reserve(columns * 2);
    const auto add = [&](double screen, double value) {
        line.push_back({float(screen), float(std::clamp(scale.height(value), 0.0, 1.0))});
    };
    const double step = 1.0 / double(columns - 1);
    double time = timeline::ruler_time(ruler, view.on_ruler(0));
    auto sample = std::ranges::upper_bound(trace.samples, time, {}, &Sample::time_s);
    for (std::size_t i = 0; i < columns; ++i) {
        const double screen = double(i) * step;
        add(screen, track.value(timeline::at(trace, time)));
        time = timeline::ruler_time(ruler, view.on_ruler(std::min(1.0, screen + step)));
        auto lowest = trace.samples.end(), highest = lowest;
        for (; sample != trace.samples.end() && sample->time_s < time; ++sample) {
            if (lowest == trace.samples.end()) lowest = highest = sample;
            if (track.value(*sample) < track.value(*lowest)) lowest = sample;
            if (track.value(*sample) > track.value(*highest)) highest = sample;
        }
        if (lowest == trace.samples.end() || i + 1 == columns) continue;
        const bool falls = highest < lowest;
        add(screen + step / 3, track.value(falls ? *highest : *lowest));
        add(screen + step * 2 / 3, track.value(falls ? *lowest : *highest));
    }
    return line;
}

std::string value_words(const Track& track, const Sample& sample) {
    if (&track == table.data()) return timeline::told_length(sample.gap_m);
    const double value = track.value(sample), size = std::abs(value);
    if (size < track.least_span * 1e-3) return std::string("0 ") + track.unit;
    char text[32];
    std::snprintf(text, sizeof text, size >= 100 ? "%.0f" : size >= 1 ? "%.1f" : "%.2g", size);
    return (value < 0 ? "−" : "") + language::number(std::string(text)) + " " + track.unit;
}

} // namespace spinescope::app
