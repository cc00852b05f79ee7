#pragma once

#include "app/session.hpp"

#include <vector>

namespace spinescope::app {

struct Key;

/// The keys that act now, the first to be asked first; of several with the same code only the first acts.
[[nodiscard]] std::vector<const Key*> keys_now(const Session& session);

/// Does what a key does, with what follows from it: the opening screen goes, a lesson waits.
void act_on(Session& session, const Key& key);

/// Acts on a key press; false when the key means nothing.
bool press(Session& session, int code, int modifiers);

/// Whether a key acts even while a text field has the keyboard.
[[nodiscard]] bool goes_before_writing(const Session& session, int code, int modifiers);

} // namespace spinescope::app
