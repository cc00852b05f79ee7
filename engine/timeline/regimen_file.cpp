// Regimens as files (assets/regimens/README.md):
//
//   { "region": "lumbar",
//     "parameters": { "repetitions": 20, "days": 30, "rotation_percent": 130, ... },
//     "target": "L4-L5", "segments": { "L4-L5": { "resistance": 0.5 }, ... } }
//
// Title and summary stand in the file of a person's own, in assets/languages/ for those of the installation.
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/json.hpp"
#include "files/nearest_word.hpp"
#include "files/staged_file.hpp"
#include "language/text_in_file.hpp"
#include "timeline/regimen.hpp"

#include <algorithm>
#include <filesystem>

namespace spinescope::timeline {

namespace {

using files::Json;

std::size_t segment_in(const std::string& name, const std::string& where) {
    try {
        return mechanics::segment_named(name);
    } catch (const Failure& failure) {
        throw Failure(where, "names no segment", failure.what());
    }
}

/// Every number of an object, each set under `prefix` + its key.
void set_all(Regimen& regimen, const Json& object, const std::string& prefix, const std::string& where) {
    if (!object.is_object()) throw Failure(where, "is not an object", "write {\"days\": 30}");
    for (const auto& [key, value] : object.items()) {
        if (!value.is_number())
            throw Failure(where + ": " + files::shown(key), "is not a number", "write a number");
        try {
            set(regimen, std::string(prefix).append(key), value.get<double>());
        } catch (const Failure& failure) {
            throw Failure(where, "has something wrong", failure.what());
        }
    }
}

} // namespace

Regimen parse_regimen(std::string_view text, const std::string& name, const std::string& where) {
    const Json file = files::parsed_object(text, where);
    files::check_keys(file, {"title", "summary", "region", "parameters", "target", "segments"}, where);
    const std::string words = "regimens." + name;
    Regimen regimen{.name = name,
                    .title = language::text_in(file, "title", words, where),
                    .summary = language::text_in(file, "summary", words, where)};
    Phase phase;
    try {
        phase.manoeuvre.region = mechanics::region_named(files::text_in(file, "region", where));
    } catch (const Failure& failure) {
        throw Failure(where + ": region", "is not known", failure.what());
    }
    if (file.contains("target"))
        phase.manoeuvre.target = segment_in(files::text_in(file, "target", where), where + ": target");
    regimen.phases.push_back(phase);
    if (const auto parameters = file.find("parameters"); parameters != file.end())
        set_all(regimen, *parameters, "", where + ": parameters");
    if (const auto own = file.find("segments"); own != file.end()) {
        if (!own->is_object())
            throw Failure(where + ": segments", "is not an object",
                          "write {\"L4-L5\": {\"resistance\": 0.5}}");
        for (const auto& [segment, values] : own->items()) {
            static_cast<void>(segment_in(segment, where + ": segments"));
            std::string prefix = segment;
            set_all(regimen, values, prefix.append("."),
                    std::string(where).append(": segments: ").append(segment));
        }
    }
    return regimen;
}

std::vector<std::string> regimen_names() {
    return files::json_names("regimens");
}

bool names_regimen(std::string_view words) {
    if (!files::names_file(words)) {
        const std::vector<std::string> names = regimen_names();
        return std::ranges::find(names, words) != names.end();
    }
    try {
        return files::parsed_object(files::read_whole(std::filesystem::path(words)), "").contains("region");
    } catch (const Failure&) {
        return false; // whoever reads it as a scenario tells what is wrong
    }
}

Regimen load_regimen(std::string_view name) {
    if (files::names_file(name)) {
        const std::filesystem::path file(name);
        return parse_regimen(files::read_whole(file), file.stem().string(), std::string(name));
    }
    const std::vector<std::string> names = regimen_names();
    if (std::ranges::find(names, name) == names.end())
        throw Failure(files::shown(std::string(name)), "no regimen has this name",
                      names.empty() ? "build the program again: its regimens are missing"
                                    : files::suggestion(std::string(name), names));
    const std::string file = "regimens/" + std::string(name) + ".json";
    return parse_regimen(files::read_whole(files::asset(file)), std::string(name), file);
}

} // namespace spinescope::timeline
