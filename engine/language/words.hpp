#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace spinescope::language {

/// Words by key.
using Words = std::map<std::string, std::string, std::less<>>;

/// The words of one file, each key led by `prefix` ("window"): objects within objects, lists by their
/// numbers, and at their ends text. Throws Failure naming `where` and the key of what is neither.
[[nodiscard]] Words parse_words(std::string_view text, const std::string& prefix, const std::string& where);

/// All files *.json of a language's folder. Throws Failure naming the file.
[[nodiscard]] Words load_words(const std::filesystem::path& folder);

} // namespace spinescope::language
