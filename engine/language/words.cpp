#include "language/words.hpp"

#include "files/failure.hpp"
#include "files/json.hpp"
#include "files/staged_file.hpp"

namespace spinescope::language {

namespace {

void gather(const files::Json& json, const std::string& key, const std::string& where, Words& words) {
    if (json.is_string())
        words[key] = json.get<std::string>();
    else if (json.is_object())
        for (const auto& [name, value] : json.items())
            gather(value, std::string(key).append(".").append(name), where, words);
    else if (json.is_array())
        for (std::size_t i = 0; i < json.size(); ++i)
            gather(json[i], std::string(key).append(".").append(std::to_string(i)), where, words);
    else
        throw Failure(where + ": " + key, "is neither text nor a group of texts", "write \"...\"");
}

} // namespace

Words parse_words(std::string_view text, const std::string& prefix, const std::string& where) {
    Words words;
    gather(files::parsed_object(text, where), prefix, where, words);
    return words;
}

Words load_words(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    Words words;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const fs::path& file = entry->path();
        if (file.extension() != ".json") continue;
        words.merge(parse_words(files::read_whole(file), file.stem().string(), file.string()));
    }
    if (words.empty())
        throw Failure(folder.string(), "holds no words", "install the program again, or choose a language");
    return words;
}

} // namespace spinescope::language
