#pragma once

#include "app/ruler.hpp"
#include "timeline/trace.hpp"

#include <span>
#include <string>
#include <vector>

namespace spinescope::app {

/// One quantity of a trace over the ruler.
struct Track {
    const char* name; ///< of its words: window.track.long and, where there is little room, .short
    const char* unit;
    double least_span; ///< of its scale, so that next to nothing looks like next to nothing
    double (*value)(const cavitation::Sample&); ///< in the unit
};

/// Gap, pressure, cavity, dissolved gas, sound.
[[nodiscard]] std::span<const Track> tracks();

/// From the bottom to the top of a track, in its unit: round numbers.
struct Scale {
    double low = 0, high = 1;
    [[nodiscard]] double height(double value) const { return (value - low) / (high - low); }
};
/// The next round number away from zero.
[[nodiscard]] double rounded_out(double value);
/// Holds all of both traces.
[[nodiscard]] Scale scale_of(const Track& track, const timeline::Trace& trace,
                             const timeline::Trace* other = nullptr);

struct LinePoint {
    float screen; ///< 0..1 of what is shown of the ruler
    float height; ///< 0..1 of the track's scale
};
/// A trace as a line over the part of `ruler`'s ruler that is shown, in `columns` steps. What happens between
/// two columns is kept as its lowest and highest value: no peak is lost.
[[nodiscard]] std::vector<LinePoint> line_of(const Track& track, const Scale& scale,
                                             const timeline::Trace& trace, const timeline::Trace& ruler,
                                             const RulerView& view, std::size_t columns);

/// A track's value with its unit, and as many digits as its scale deserves; a gap of micrometres in these.
[[nodiscard]] std::string value_words(const Track& track, const cavitation::Sample& sample);

} // namespace spinescope::app
