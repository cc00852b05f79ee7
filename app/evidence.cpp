#include "app/evidence.hpp"
#include "app/sources.hpp"

#include "files/citations.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/json.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace spinescope::app {

namespace {

constexpr std::array<std::string_view, 4> firmness_words{"measured", "inferred", "disputed", "unknown"};

Firmness firmness_named(const std::string& word, const std::string& where) {
    const auto found = std::ranges::find(firmness_words, word);
    if (found == firmness_words.end())
        throw Failure(where, "there is no firmness '" + word + "'",
                      "write measured, inferred, disputed or unknown");
    return static_cast<Firmness>(found - firmness_words.begin());
}

} // namespace

Evidence load_evidence() {
    const auto citation = files::Citations::load(files::asset("sources.json"));
    const std::filesystem::path file = files::asset("evidence.json");
    const std::string where = file.string();
    const files::Json json = files::parsed_object(files::read_whole(file), where);
    files::check_keys(json, {"statements"}, where);
    using language::Text;
    Evidence evidence{
        .title = Text::of("evidence.title"), .lead = Text::of("evidence.lead"), .statements = {}};
    for (const files::Json& entry : json.value("statements", files::Json::array())) {
        files::check_keys(entry, {"name", "firmness", "trust", "sources"}, where);
        Statement statement{.firmness = firmness_named(files::text_in(entry, "firmness", where), where),
                            .text = Text::of("evidence.statements." + files::text_in(entry, "name", where)),
                            .sources = {},
                            .recalled = entry.value("trust", "measured") == "recalled"};
        for (const files::Json& key : entry.value("sources", files::Json::array()))
            statement.sources.push_back(cited(citation, key.get<std::string>()));
        evidence.statements.push_back(std::move(statement));
    }
    std::ranges::stable_sort(evidence.statements, {}, &Statement::firmness);
    return evidence;
}

const char* words_of(Firmness firmness) {
    return language::say("evidence.firmness." +
                         std::string(firmness_words[static_cast<std::size_t>(firmness)]));
}

} // namespace spinescope::app
