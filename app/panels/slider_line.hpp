#pragma once

#include "app/sliders.hpp"

#include <optional>

namespace spinescope::app {

/// What the pointer did with a slider in this frame.
struct SliderPress {
    std::optional<double> wanted; ///< another value; a double click wants its own
    bool held = false;
    bool released = false;
    bool hovered = false;
};

/// One line: name, value, track with a tick at its own value. The one that the keys move is `chosen`.
[[nodiscard]] SliderPress slider_line(const Slider& slider, double value, std::optional<double> own,
                                      bool chosen);

} // namespace spinescope::app
