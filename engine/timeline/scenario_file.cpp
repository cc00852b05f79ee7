// Scenarios as files: assets/scenarios/NAME.json
//
//   { "title": "...", "summary": "one sentence", "joint": "facet.L4-L5.right",
//     "parameters": { "film_um": 2, ... } }
//
// Every parameter that is not given keeps its default (cavitation/parameters.cpp).
#include "cavitation/parameters.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/nearest_word.hpp"
#include "files/staged_file.hpp"
#include "timeline/scenario.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace spinescope::timeline {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_file = 1 << 20;
constexpr int deepest = 8;

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

std::string text_of(const Json& object, const char* key, const std::string& where) {
    const auto found = object.find(key);
    if (found == object.end())
        throw Failure(where, std::string("has no \"") + key + "\"", "add it: a text in quotes");
    if (!found->is_string()) throw Failure(where + ": " + key, "is not a text", "write a text in quotes");
    return found->get<std::string>();
}

std::vector<std::string> joint_names() {
    std::vector<std::string> levels;
    for (int i = 2; i <= 7; ++i) levels.push_back("C" + std::to_string(i));
    for (int i = 1; i <= 12; ++i) levels.push_back("T" + std::to_string(i));
    for (int i = 1; i <= 5; ++i) levels.push_back("L" + std::to_string(i));
    levels.emplace_back("S1");
    std::vector<std::string> names;
    for (std::size_t i = 0; i + 1 < levels.size(); ++i)
        for (const char* side : {"left", "right"})
            names.push_back("facet." + levels[i] + "-" + levels[i + 1] + "." + side);
    return names;
}

} // namespace

Scenario parse_scenario(std::string_view text, const std::string& name, const std::string& where) {
    if (text.size() > longest_file) throw Failure(where, "is larger than 1 MB", "give a scenario file");
    if (depth(text) > deepest) throw Failure(where, "is nested too deeply", "give a scenario file");
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
    const std::vector<std::string> known{"title", "summary", "joint", "parameters"};
    for (const auto& [key, value] : file.items())
        if (std::ranges::find(known, key) == known.end())
            throw Failure(where, "does not know the key " + files::shown(key), files::suggestion(key, known));

    Scenario scenario{.name = name,
                      .title = text_of(file, "title", where),
                      .summary = text_of(file, "summary", where),
                      .joint = text_of(file, "joint", where),
                      .parameters = {}};
    const std::vector<std::string> joints = joint_names();
    if (std::ranges::find(joints, scenario.joint) == joints.end())
        throw Failure(where + ": joint", files::shown(scenario.joint) + " is not a facet joint",
                      files::suggestion(scenario.joint, joints));
    const auto parameters = file.find("parameters");
    if (parameters == file.end()) return scenario;
    if (!parameters->is_object())
        throw Failure(where + ": parameters", "is not an object", "write {\"film_um\": 2}");
    for (const auto& [key, value] : parameters->items()) {
        if (!value.is_number())
            throw Failure(where + ": " + files::shown(key), "is not a number", "write a number");
        try {
            set(scenario, key, value.get<double>());
        } catch (const Failure& failure) {
            throw Failure(where, "parameters", failure.what());
        }
    }
    return scenario;
}

std::vector<std::string> scenario_names() {
    namespace fs = std::filesystem;
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(files::asset("scenarios"), error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".json") names.push_back(entry->path().stem().string());
    std::ranges::sort(names);
    return names;
}

Scenario load_scenario(std::string_view name) {
    const std::vector<std::string> names = scenario_names();
    if (std::ranges::find(names, name) == names.end())
        throw Failure(files::shown(name), "no scenario has this name",
                      names.empty() ? "build the program again: its scenarios are missing"
                                    : files::suggestion(name, names));
    const std::string file = "scenarios/" + std::string(name) + ".json";
    return parse_scenario(files::read_whole(files::asset(file)), std::string(name), file);
}

void set(Scenario& scenario, std::string_view key, double value) {
    cavitation::Parameters scratch;
    cavitation::set(scratch, key, value); // the checks
    const auto known = std::ranges::find(scenario.parameters, key, &std::pair<std::string, double>::first);
    if (known != scenario.parameters.end())
        known->second = value;
    else
        scenario.parameters.emplace_back(key, value);
}

cavitation::Parameters parameters_of(const Scenario& scenario) {
    cavitation::Parameters parameters;
    for (const auto& [key, value] : scenario.parameters) cavitation::set(parameters, key, value);
    return parameters;
}

} // namespace spinescope::timeline
