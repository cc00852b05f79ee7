#pragma once

#include <set>
#include <string>

namespace spinescope::app {

/// What a person chooses once, for every picture and lesson; kept between starts.
struct Preferences {
    std::string language;        ///< its code; empty: the system's
    float interface_scale = 1;   ///< 0.75 to 3 times what the monitor asks for
    bool reduced_motion = false; ///< the camera and the bones change places at once
    bool high_contrast = false;
    bool captions = true;             ///< what is heard is written, too
    bool welcome = true;              ///< the opening screen is shown at the start
    std::set<std::string> hints_seen; ///< hints that appear once
    bool operator==(const Preferences&) const = default;

    static constexpr float smallest_scale = 0.75f, largest_scale = 3;
};

} // namespace spinescope::app
