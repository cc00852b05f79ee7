#include "app/sliders.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace spinescope::app {

namespace {

constexpr std::array table{
    Slider{"rest_min", "Rest since last pop", 1, 1440, true, "", " min", 1},
    Slider{"guarding_share", "Muscle guarding", 0, 0.95, false, "", " %", 100},
    Slider{"pull_rate_N_per_s", "Speed of pull", 5, 2000, true, "", " N/s", 1},
    Slider{"film_um", "Fluid film", 0.5, 100, true, "", " µm", 1},
    Slider{"capsule_factor", "Capsule stiffness", 0.1, 20, true, "× ", "", 1},
    Slider{"segment_N_per_mm", "Segment stiffness", 2, 500, true, "", " N/mm", 1},
};

constexpr std::array regimen_table{
    Slider{"repetitions", "Times a day", 1, 100, true, "", "", 1, true},
    Slider{"days", "Days", 1, 120, true, "", "", 1, true},
    Slider{"rest_days", "Days of rest after", 0, 60, false, "", "", 1, true},
    Slider{"rotation_percent", "Effort of the twist", 10, 300, false, "", " %", 1},
    Slider{"rise_s", "Time to full effort", 0.05, 10, true, "", " s", 1},
    Slider{"guarding_percent", "Muscle guarding", 0, 95, false, "", " %", 1},
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

std::string value_words(const Slider& slider, double value) {
    if (slider.key == std::string_view("rest_min") && value >= 1439.5) return "a day or more";
    const double shown = value * slider.shown;
    char text[32];
    if (slider.whole) return slider.before + std::to_string(std::lround(shown)) + slider.after;
    std::snprintf(text, sizeof text, shown >= 9.95 ? "%.0f" : shown >= 0.995 ? "%.1f" : "%.2f", shown);
    return slider.before + std::string(text == std::string_view("0.00") ? "0" : text) + slider.after;
}

} // namespace spinescope::app
