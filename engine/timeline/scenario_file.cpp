// Scenarios as files (assets/scenarios/README.md):
//
//   { "joint": "facet.L4-L5.right", "parameters": { "film_um": 2, ... },
//     "thrust": { "aim_mm": 0, "joints": { "facet.L3-L4.right": { "film_um": 3 }, ... } } }
//
// Title and summary stand in the file of a person's own, in assets/languages/ for those of the installation.
// Every parameter that is not given keeps its default (cavitation/parameters.cpp).
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/json.hpp"
#include "files/nearest_word.hpp"
#include "files/staged_file.hpp"
#include "language/text_in_file.hpp"
#include "timeline/joint_figures.hpp"
#include "timeline/regimen.hpp"
#include "timeline/scenario.hpp"

#include <algorithm>

namespace spinescope::timeline {

namespace {

using files::Json, files::text_in;

/// "facet.L4-L5.right", or a Failure with the nearest joint.
std::string joint_of(const std::string& name, const std::string& where) {
    std::vector<std::string> joints;
    joints.reserve(joint_figures().size());
    for (const JointFigures& figures : joint_figures()) joints.push_back(figures.joint);
    if (std::ranges::find(joints, name) == joints.end())
        throw Failure(where, files::shown(name) + " is not a facet joint", files::suggestion(name, joints));
    return name;
}

/// Calls take(key, value) for every number of an object.
template <typename Take>
void each_number(const Json& object, const std::string& where, const std::string& part, Take take) {
    if (!object.is_object()) throw Failure(where + ": " + part, "is not an object", "write {\"film_um\": 2}");
    for (const auto& [key, value] : object.items()) {
        if (!value.is_number())
            throw Failure(where + ": " + files::shown(key), "is not a number", "write a number");
        try {
            take(key, value.template get<double>());
        } catch (const Failure& failure) {
            throw Failure(where, part, failure.what());
        }
    }
}

void read_thrust(const Json& object, Scenario& scenario, const std::string& where) {
    scenario.thrust.emplace();
    if (!object.is_object()) throw Failure(where + ": thrust", "is not an object", "write {\"aim_mm\": 0}");
    std::vector<std::string> known{"joints"};
    for (const ThrustKey& row : thrust_keys()) known.emplace_back(row.key);
    Json numbers = Json::object();
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(known, key) == known.end())
            throw Failure(where + ": thrust", "does not know the key " + files::shown(key),
                          files::suggestion(key, known));
        if (key != "joints") numbers[key] = value;
    }
    each_number(numbers, where, "thrust",
                [&](const std::string& key, double value) { set(scenario, key, value); });
    const auto joints = object.find("joints");
    if (joints == object.end()) return;
    if (!joints->is_object())
        throw Failure(where + ": joints", "is not an object",
                      "write {\"facet.L3-L4.right\": {\"film_um\": 2}}");
    for (const auto& [name, own] : joints->items()) {
        if (joint_of(name, where + ": joints") == scenario.joint)
            throw Failure(where + ": joints", name + " is the joint that is meant",
                          "give its parameters under \"parameters\"");
        scenario.thrust->joints.emplace_back(name, Settings{});
        const std::string prefix = name + ".";
        each_number(own, where, name, [&](const std::string& key, double value) {
            set(scenario, std::string(prefix).append(key), value);
        });
    }
}

} // namespace

Scenario parse_scenario(std::string_view text, const std::string& name, const std::string& where) {
    const Json file = files::parsed_object(text, where);
    files::check_keys(file, {"title", "summary", "joint", "parameters", "thrust"}, where);

    const std::string words = "scenarios." + name;
    Scenario scenario{.name = name,
                      .title = language::text_in(file, "title", words, where),
                      .summary = language::text_in(file, "summary", words, where),
                      .joint = joint_of(text_in(file, "joint", where), where + ": joint"),
                      .parameters = {},
                      .thrust = {}};
    if (const auto parameters = file.find("parameters"); parameters != file.end())
        each_number(*parameters, where, "parameters",
                    [&](const std::string& key, double value) { set(scenario, key, value); });
    if (const auto thrust = file.find("thrust"); thrust != file.end()) read_thrust(*thrust, scenario, where);
    return scenario;
}

std::vector<std::string> scenario_names() {
    return files::json_names("scenarios");
}

Scenario load_scenario(std::string_view name) {
    if (files::names_file(name)) {
        const std::filesystem::path file(name);
        return parse_scenario(files::read_whole(file), file.stem().string(), std::string(name));
    }
    std::vector<std::string> names = scenario_names();
    if (std::ranges::find(names, name) == names.end()) {
        std::ranges::copy(regimen_names(), std::back_inserter(names));
        throw Failure(files::shown(name), "no scenario has this name",
                      names.empty() ? "build the program again: its scenarios are missing"
                                    : files::suggestion(name, names));
    }
    const std::string file = "scenarios/" + std::string(name) + ".json";
    return parse_scenario(files::read_whole(files::asset(file)), std::string(name), file);
}

} // namespace spinescope::timeline
