#pragma once

#include <span>
#include <string>

namespace spinescope::app {

/// A parameter of the pop that can be tried in the window, over the range that makes sense there.
struct Slider {
    const char* key;    ///< of cavitation::parameter_keys(); its words are parameters.KEY of the language
    double low, high;   ///< in the key's unit
    bool logarithmic;   ///< spans decades
    double shown;       ///< what is written for a value of 1
    bool whole = false; ///< takes whole numbers only
    double high_as_words = 1e300; ///< from here on it is not told as a number
};

[[nodiscard]] std::span<const Slider> sliders();
/// The same for a regimen: keys of timeline::regimen_keys().
[[nodiscard]] std::span<const Slider> regimen_sliders();

/// Where a value stands on the slider, 0..1, and the value that stands there: inverse to each other. Values
/// beyond the ends stand at the ends.
[[nodiscard]] double place_of(const Slider& slider, double value);
[[nodiscard]] double value_at(const Slider& slider, double place);
/// "Fluid film"
[[nodiscard]] const char* name_of(const Slider& slider);
/// With its unit: "10 min", "70 %", "2.0 µm".
[[nodiscard]] std::string value_words(const Slider& slider, double value);

} // namespace spinescope::app
