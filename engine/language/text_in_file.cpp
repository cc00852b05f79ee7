#include "language/text_in_file.hpp"

#include "files/failure.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace spinescope::language {

Text text_in(const files::Json& object, const char* key, const std::string& words, const std::string& where) {
    std::string full = words + "." + key;
    if (object.contains(key) || !has(full)) return files::text_in(object, key, where);
    return Text::of(std::move(full));
}

std::vector<Text> texts_in(const files::Json& object, const char* key, const std::string& words,
                           const std::string& where) {
    std::vector<Text> texts;
    const auto list = object.find(key);
    if (list == object.end()) {
        const std::string full = words + "." + key + ".";
        for (std::string next; has(next = full + std::to_string(texts.size()));)
            texts.push_back(Text::of(next));
        if (!texts.empty()) return texts;
    }
    const auto is_text = [](const files::Json& text) { return text.is_string(); };
    if (list == object.end() || !list->is_array() || !std::ranges::all_of(*list, is_text))
        throw Failure(where + ": " + key, "is not a list of texts", "write [\"...\"]");
    for (const files::Json& text : *list) texts.emplace_back(text.get<std::string>());
    return texts;
}

} // namespace spinescope::language
