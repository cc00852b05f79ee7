#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Every word that a person reads, in the language in use. The words are data:
/// assets/languages/CODE/FILE.json holds objects within objects, and "window.cut.position" is what
/// window.json has under "cut", "position".
namespace spinescope::language {

/// The languages there are: English first, then by code.
[[nodiscard]] std::vector<std::string> codes();
/// What speakers call it: "Deutsch" for "de".
[[nodiscard]] std::string own_name(const std::string& code);

/// Uses a language from now on. Throws Failure naming the file, and keeps the one in use, when its files
/// cannot be read. Words that it lacks are English.
void use(const std::string& code);
/// A language from words by key instead of a folder, to be used by its code; one that is known stays as it
/// is.
void learn(const std::string& code, std::map<std::string, std::string, std::less<>> words);
/// The code of the language in use; English before the first use().
[[nodiscard]] const std::string& in_use();
/// The one that the person's system is set to (LC_ALL, LC_MESSAGES, LANG); English when it is not there.
[[nodiscard]] std::string of_system();

/// The words of a key; the key itself when no language has it. Valid as long as the program runs.
[[nodiscard]] const char* say(std::string_view key);
/// The same with "{name}" replaced by what stands for it.
using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;
[[nodiscard]] std::string say(std::string_view key, Values values);
/// The words of key.0, key.1 and so on: lists.
[[nodiscard]] std::vector<std::string> say_all(std::string_view key);
[[nodiscard]] bool has(std::string_view key);
/// The English words whose keys begin so, with their keys.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> english_words(std::string_view beginning);

/// A number as the language writes it: "3.5", "3,5". Not for files and tables, which keep the point.
[[nodiscard]] std::string number(double value, int decimals);
/// The same for a number that is written already.
[[nodiscard]] std::string number(std::string written);

} // namespace spinescope::language
