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
                       session.exercise.playing || session.shot == Session::Shot::film;
    return moves && session.tier == render::Tier::software ? 0.8f : 1.0f;
}

/// How the scene is drawn now, at that size; makes the session's look ready for drawings().
[[nodiscard]] render::Picture scene_picture(Session& session, int width, int height);

} // namespace spinescope::app
