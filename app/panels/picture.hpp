#pragma once

#include "app/session.hpp"

#include <cstdint>
#include <imgui.h>
#include <string>

namespace spinescope::app {

// What the scene and its close-up share.

// Dear ImGui carries a texture's number in a pointer.
// NOLINTBEGIN(performance-no-int-to-ptr)
inline ImTextureID texture_id(unsigned texture) {
    return reinterpret_cast<ImTextureID>(std::uintptr_t(texture));
}
// NOLINTEND(performance-no-int-to-ptr)

/// What moves is drawn smaller where a processor has to do all the work, and in full when it rests.
inline float scale_now(const Session& session) {
    const bool moves = session.moving || session.bending || session.grab || session.flight ||
                       session.explosion || session.playback.playing || session.strain.playback.playing ||
                       session.exercise.playing;
    return moves && session.tier == render::Tier::software ? 0.8f : 1.0f;
}

/// "L4–L5, right" from "facet.L4-L5.right".
inline std::string joint_name(const anatomy::FacetJoint& joint) {
    return joint.upper + "–" + joint.lower + (joint.side == anatomy::Side::right ? ", right" : ", left");
}

} // namespace spinescope::app
