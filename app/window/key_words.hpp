#pragma once

#include "app/window/key_tables.hpp"

#include <string>
#include <string_view>

namespace spinescope::app {

/// What is printed on a keyboard of the language in use: "Ctrl+Z", "Leertaste".
[[nodiscard]] std::string label_of(const Key& key);
/// The label of the first key that does this ("keys.show.hide"); empty when none does.
[[nodiscard]] std::string key_label(std::string_view action);
/// Words for a button that tells its key: "Hide  H".
[[nodiscard]] std::string with_key(std::string_view words, std::string_view action);

} // namespace spinescope::app
