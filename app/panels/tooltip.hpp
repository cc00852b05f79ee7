#pragma once

#include <initializer_list>
#include <string_view>

namespace spinescope::app {

/// When the pointer is over the item before: what it does, and beside it the key for that
/// ("keys.show.hide"), if there is one.
void tooltip(std::string_view words, const char* action = nullptr);
/// The same for actions that are called as in the help, a line each.
void tooltip_of(std::initializer_list<const char*> actions);

} // namespace spinescope::app
