#include "files/json.hpp"

#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/nearest_word.hpp"

#include <algorithm>
#include <filesystem>

namespace spinescope::files {

namespace {

constexpr std::size_t longest_file = 1 << 20;

/// Brackets that are open at once, at most; those inside strings do not count.
int depth(std::string_view text) {
    int open = 0, most = 0;
    bool in_string = false, escaped = false;
    for (const char c : text) {
        if (escaped)
            escaped = false;
        else if (in_string && c == '\\')
            escaped = true;
        else if (c == '"')
            in_string = !in_string;
        else if (!in_string && (c == '{' || c == '['))
            most = std::max(most, ++open);
        else if (!in_string && (c == '}' || c == ']'))
            --open;
    }
    return most;
}

} // namespace

Json parsed_object(std::string_view text, const std::string& where, int deepest) {
    if (text.size() > longest_file) throw Failure(where, "is larger than 1 MB", "give a smaller file");
    if (depth(text) > deepest) throw Failure(where, "is nested too deeply", "take out some brackets");
    Json file;
    try {
        file = Json::parse(text);
    } catch (const Json::exception& error) {
        // The parser's own message quotes the input; the line is what helps.
        const auto* parse_error = dynamic_cast<const Json::parse_error*>(&error);
        const std::size_t place = parse_error != nullptr ? std::min(parse_error->byte, text.size()) : 0;
        const auto line = 1 + std::ranges::count(text.substr(0, place), '\n');
        throw Failure(where + ":" + std::to_string(line), "is not valid JSON",
                      "check commas, quotes and numbers there");
    }
    if (!file.is_object()) throw Failure(where, "is not a JSON object", "begin it with {");
    return file;
}

std::vector<std::string> json_names(const std::string& folder) {
    namespace fs = std::filesystem;
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(asset(folder), error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".json") names.push_back(entry->path().stem().string());
    std::ranges::sort(names);
    return names;
}

bool names_file(std::string_view words) {
    return words.ends_with(".json") || words.find('/') != std::string_view::npos;
}

void check_keys(const Json& object, const std::vector<std::string>& known, const std::string& where) {
    for (const auto& [key, value] : object.items())
        if (std::ranges::find(known, key) == known.end())
            throw Failure(where, "does not know the key " + shown(key), suggestion(key, known));
}

std::string text_in(const Json& object, const char* key, const std::string& where) {
    const auto found = object.find(key);
    if (found == object.end())
        throw Failure(where, std::string("has no \"") + key + "\"", "add it: a text in quotes");
    if (!found->is_string()) throw Failure(where + ": " + key, "is not a text", "write a text in quotes");
    return found->get<std::string>();
}

double number_in(const Json& object, const char* key, const std::string& where) {
    const auto found = object.find(key);
    if (found == object.end()) throw Failure(where, std::string("has no \"") + key + "\"", "add a number");
    if (!found->is_number()) throw Failure(where + ": " + key, "is not a number", "write a number");
    return found->get<double>();
}

double number_in(const Json& object, const char* key, const std::string& where, double otherwise) {
    return object.contains(key) ? number_in(object, key, where) : otherwise;
}

} // namespace spinescope::files
