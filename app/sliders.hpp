#pragma once

#include <span>
#include <string>

namespace spinescope::app {

/// A parameter of the pop that can be tried in the window, over the range that makes sense there.
struct Slider {
    const char* key; ///< of cavitation::parameter_keys()
    const char* name;
    double low, high;   ///< in the key's unit
    bool logarithmic;   ///< spans decades
    const char* before; ///< written around the value
    const char* after;
    double shown;       ///< what is written for a value of 1
    bool whole = false; ///< takes whole numbers only
};

[[nodiscard]] std::span<const Slider> sliders();
/// The same for a regimen: keys of timeline::regimen_keys().
[[nodiscard]] std::span<const Slider> regimen_sliders();

/// Where a value stands on the slider, 0..1, and the value that stands there: inverse to each other. Values
/// beyond the ends stand at the ends.
[[nodiscard]] double place_of(const Slider& slider, double value);
[[nodiscard]] double value_at(const Slider& slider, double place);
/// With its unit: "10 min", "70 %", "2.0 µm".
[[nodiscard]] std::string value_words(const Slider& slider, double value);

} // namespace spinescope::app
