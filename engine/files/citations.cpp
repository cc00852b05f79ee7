#include "files/citations.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace spinescope::files {

namespace {

/// "Chandran Suja V" without what stands for given names.
std::string surname(std::string_view author) {
    const auto last = author.find_last_of(' ');
    const std::string_view initials = last == author.npos ? "" : author.substr(last + 1);
    const bool given = !initials.empty() && initials.size() <= 3 &&
                       std::ranges::all_of(initials, [](char c) { return c >= 'A' && c <= 'Z'; });
    return std::string(given ? author.substr(0, last) : author);
}

std::string in_running_text(const std::string& authors, int year) {
    std::vector<std::string_view> each;
    for (std::string_view rest = authors; !rest.empty();) {
        const auto comma = rest.find(", ");
        each.push_back(rest.substr(0, comma));
        rest.remove_prefix(comma == rest.npos ? rest.size() : comma + 2);
    }
    std::string words = surname(each.front());
    if (each.size() == 2) words += " & " + surname(each.back());
    if (each.size() > 2) words += " et al.";
    return words + " " + std::to_string(year);
}

} // namespace

Citations Citations::load(const std::filesystem::path& file) {
    Citations citations;
    try {
        const nlohmann::json sources = nlohmann::json::parse(read_whole(file));
        for (const auto& [key, source] : sources.items()) {
            std::string words = source.at("authors");
            std::string brief = words;
            if (source.contains("year")) {
                constexpr std::string_view role = " (editor)";
                if (brief.ends_with(role)) brief.resize(brief.size() - role.size());
                brief = in_running_text(brief, source.at("year"));
            }
            // Four names and more are shortened to the first.
            if (std::ranges::count(words, ',') >= 3) words = words.substr(0, words.find(',')) + " et al.";
            if (source.contains("year")) words += " " + std::to_string(source.at("year").get<int>());
            words += ", " + source.value("journal", source.at("title").get<std::string>());
            citations.words_[key] = {.line = words, .brief = brief};
        }
    } catch (const nlohmann::json::exception& error) {
        throw Failure(file.string(), error.what(), "correct the file or install the program again");
    }
    return citations;
}

const Citations::Words& Citations::words(const std::string& key) const {
    const auto found = words_.find(key);
    if (found == words_.end())
        throw Failure("source '" + key + "'", "is not in assets/sources.json", "add it there");
    return found->second;
}

const std::string& Citations::operator()(const std::string& key) const {
    return words(key).line;
}

const std::string& Citations::brief(const std::string& key) const {
    return words(key).brief;
}

} // namespace spinescope::files
