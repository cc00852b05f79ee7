#pragma once

#include "app/session.hpp"

namespace spinescope::app {

// Actions. Files go where new_file() puts them; the person is told.
void choose_take_home(Session& session);
void save_picture(Session& session);
/// Begins to make it; carry_on() goes on with it.
void make_clip(Session& session);
void make_handout(Session& session);
/// The spine as it is bent now, for other programs.
void save_model(Session& session);
/// Its motion through the exercise or the pop on screen.
void save_motion(Session& session);
/// Whether something moves that save_motion() could write.
[[nodiscard]] bool has_motion(const Session& session);

/// The next piece of what is being made; tells where it lies when that was the last.
void carry_on(Session& session);
/// Leaves it unmade.
void stop_making(Session& session);

} // namespace spinescope::app
