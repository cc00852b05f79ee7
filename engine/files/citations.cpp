#include "files/citations.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace spinescope::files {

Citations Citations::load(const std::filesystem::path& file) {
    Citations citations;
    try {
        const nlohmann::json sources = nlohmann::json::parse(read_whole(file));
        for (const auto& [key, source] : sources.items()) {
            std::string words = source.at("authors");
            // Four names and more are shortened to the first.
            if (std::ranges::count(words, ',') >= 3) words = words.substr(0, words.find(',')) + " et al.";
            if (source.contains("year")) words += " " + std::to_string(source.at("year").get<int>());
            words += ", " + source.value("journal", source.at("title").get<std::string>());
            citations.short_[key] = words;
        }
    } catch (const nlohmann::json::exception& error) {
        throw Failure(file.string(), error.what(), "correct the file or install the program again");
    }
    return citations;
}

const std::string& Citations::operator()(const std::string& key) const {
    const auto found = short_.find(key);
    if (found == short_.end())
        throw Failure("source '" + key + "'", "is not in assets/sources.json", "add it there");
    return found->second;
}

} // namespace spinescope::files
