#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace spinescope::app {

/// A name that wants to stand beside its marker on the timeline; lengths in pixels.
struct EventName {
    float x = 0;     ///< of the marker
    float width = 0; ///< of the name, with the room it needs around it
    int importance = 0;
};

/// Where it stands: in a lane, 0 nearest the tracks, from `left` on. Lane -1: there is no room for it.
struct NamePlace {
    int lane = -1;
    float left = 0;
};

/// Gives every name a place so that no two overlap: first the one named `first`, which always gets one, then
/// by importance. A name stands right of its marker, or left of it at the end of the room. A marker outside
/// [begin, end] has no place.
[[nodiscard]] std::vector<NamePlace> place_event_names(std::span<const EventName> names, std::size_t first,
                                                       float begin, float end, int lanes);

/// How much an event matters to a reader, by its id; the more the higher.
[[nodiscard]] int importance(std::string_view event_id);

} // namespace spinescope::app
