#include "anatomy/measure.hpp"
#include "app/commands/commands.hpp"
#include "app/stage.hpp"
#include "files/installation.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace spinescope::app {

namespace {

const char* word(anatomy::Trust trust) {
    switch (trust) {
    case anatomy::Trust::measured:
        return "measured";
    case anatomy::Trust::recalled:
        return "recalled";
    case anatomy::Trust::estimated:
        break;
    }
    return "estimated";
}

std::string line(const char* format, const anatomy::Measurement& m) {
    char text[256];
    std::snprintf(text, sizeof text, format, m.level.c_str(), m.quantity.c_str(), m.published.value,
                  m.measured, m.difference, m.unit.c_str(), word(m.published.trust),
                  m.published.source.c_str());
    return text;
}

std::string table(const std::vector<anatomy::Measurement>& rows) {
    char head[160];
    std::snprintf(head, sizeof head, "%-8s %-32s %10s %9s %8s %-5s %-9s %s\n", "level", "quantity",
                  "published", "measured", "diff", "unit", "trust", "source");
    std::string text = head;
    for (const anatomy::Measurement& m : rows)
        text += line("%-8s %-32s %10.2f %9.2f %+8.2f %-5s %-9s %s\n", m);
    return text;
}

std::string csv(const std::vector<anatomy::Measurement>& rows) {
    std::string text = "level,quantity,published,measured,difference,unit,trust,source\n";
    for (const anatomy::Measurement& m : rows) text += line("%s,%s,%.3f,%.3f,%.3f,%s,%s,%s\n", m);
    return text;
}

std::string json(const std::vector<anatomy::Measurement>& rows) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const anatomy::Measurement& m : rows)
        list.push_back({{"level", m.level},
                        {"quantity", m.quantity},
                        {"published", m.published.value},
                        {"measured", m.measured},
                        {"difference", m.difference},
                        {"unit", m.unit},
                        {"trust", word(m.published.trust)},
                        {"source", m.published.source}});
    return list.dump(2) + "\n";
}

} // namespace

void anatomy_command(const AnatomyOptions& options) {
    std::vector<anatomy::BuiltStructure> built;
    for (scene::Structure& structure : spine_at_first_sight().structures)
        built.push_back({.id = structure.id, .mesh = std::move(structure.mesh), .place = structure.place});
    const auto rows = anatomy::measure_spine(anatomy::Figures::load(files::asset("anatomy")), built);
    print(options.format == "csv" ? csv(rows) : options.format == "json" ? json(rows) : table(rows));
}

} // namespace spinescope::app
