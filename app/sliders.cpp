#include "app/sliders.hpp"

#include "language/language.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace spinescope::app {

namespace {

constexpr std::array table{
    Slider{"rest_min", 1, 1440, true, 1, false, 1439.5}, Slider{"guarding_share", 0, 0.95, false, 100},
    Slider{"pull_rate_N_per_s", 5, 2000, true, 1},       Slider{"film_um", 0.5, 100, true, 1},
    Slider{"capsule_factor", 0.1, 20, true, 1},          Slider{"segment_N_per_mm", 2, 500, true, 1},
};

constexpr std::array regimen_table{
    Slider{"repetitions", 1, 100, true, 1, true}, Slider{"days", 1, 120, true, 1, true},
    Slider{"rest_days", 0, 60, false, 1, true},   Slider{"rotation_percent", 10, 300, false, 1},
    Slider{"rise_s", 0.05, 10, true, 1},          Slider{"guarding_percent", 0, 95, false, 1},
};

} // namespace

std::span<const Slider> regimen_sliders() {
    return regimen_table;
}

std::span<const Slider> sliders() {
    return table;
}

double place_of(const Slider& slider, double value) {
    const double held = std::clamp(value, slider.low, slider.high);
    return slider.logarithmic ? std::log(held / slider.low) / std::log(slider.high / slider.low)
                              : (held - slider.low) / (slider.high - slider.low);
}

double value_at(const Slider& slider, double place) {
    const double held = std::clamp(place, 0.0, 1.0);
    const double value = slider.logarithmic ? slider.low * std::pow(slider.high / slider.low, held)
                                            : std::lerp(slider.low, slider.high, held);
    return std::clamp(slider.whole ? std::round(value) : value, slider.low, slider.high);
}

const char* name_of(const Slider& slider) {
    return language::say("parameters." + std::string(slider.key) + ".name");
}

std::string value_words(const Slider& slider, double value) {
    const std::string words = "parameters." + std::string(slider.key);
    if (value >= slider.high_as_words) return language::say(words + ".longest");
    const double shown = value * slider.shown;
    const int decimals = slider.whole || shown >= 9.95 || shown < 0.005 ? 0 : shown >= 0.995 ? 1 : 2;
    return language::say(words + ".value", {{"value", language::number(shown, decimals)}});
}

} // namespace spinescope::app
