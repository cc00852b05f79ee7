#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace spinescope::files {

using Json = nlohmann::json;

/// A file of the user's or ours as JSON. Throws Failure naming `where` and the line of what is wrong, for
/// more than 1 MB and for brackets nested deeper than `deepest`.
[[nodiscard]] Json parsed_object(std::string_view text, const std::string& where, int deepest = 8);

/// The names of the installation's files *.json in a folder of assets/, sorted.
[[nodiscard]] std::vector<std::string> json_names(const std::string& folder);
/// Whether words name a file of the user's, not one of the installation: they end in .json or hold a /.
[[nodiscard]] bool names_file(std::string_view words);

/// Throws Failure, with the nearest one, when an object has a key that is not known.
void check_keys(const Json& object, const std::vector<std::string>& known, const std::string& where);

/// What stands under a key. Throw Failure naming the key when it is not there or of another kind.
[[nodiscard]] std::string text_in(const Json& object, const char* key, const std::string& where);
[[nodiscard]] double number_in(const Json& object, const char* key, const std::string& where);
/// The same with a value for what is not there.
[[nodiscard]] double number_in(const Json& object, const char* key, const std::string& where,
                               double otherwise);

} // namespace spinescope::files
