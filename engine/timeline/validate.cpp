#include "timeline/validate.hpp"

#include "files/csv_table.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "timeline/validation_checks.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <nlohmann/json.hpp>

namespace spinescope::timeline {

namespace {

constexpr double open_end = std::numeric_limits<double>::infinity();

/// Four significant figures; nothing for an open end.
std::string number(double value) {
    if (std::isinf(value)) return "";
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4g", value);
    return text.data();
}

std::string quoted(const std::string& words) {
    return words.find(',') == std::string::npos ? words : '"' + words + '"';
}

} // namespace

std::vector<Validation> validate(int thrusts) {
    const files::CsvTable table =
        files::CsvTable::read(files::asset("validation.csv"),
                              {"row", "observation", "low", "high", "unit", "standing", "trust", "source"});
    Checks checks = checks_of_a_pop();
    checks.merge(checks_of_a_thrust(thrusts));
    checks.merge(checks_of_the_spine());
    std::vector<Validation> rows;
    for (std::size_t i = 0; i < table.rows(); ++i) {
        const auto end = [&](const char* column, double open) {
            return table.text(i, column).empty() ? open : table.number(i, column);
        };
        Validation row{.row = table.text(i, "row"),
                       .observation = table.text(i, "observation"),
                       .low = end("low", -open_end),
                       .high = end("high", open_end),
                       .unit = table.text(i, "unit"),
                       .standing = table.text(i, "standing"),
                       .trust = table.text(i, "trust"),
                       .source = table.text(i, "source")};
        const auto check = checks.find(row.row);
        if (check == checks.end())
            throw Failure(table.where(i), "nothing computes row " + row.row,
                          "take the row out, or add its check");
        row.simulated = check->second();
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string validation_table(const std::vector<Validation>& rows) {
    std::string text;
    std::array<char, 512> line{};
    const auto add = [&](auto... cells) {
        std::snprintf(line.data(), line.size(), "%-4s %9s .. %-9s %9s %-6s %-8s %-10s %s\n", cells...);
        text += line.data();
    };
    add("row", "published", "", "simulated", "unit", "", "", "observation (source)");
    int inside = 0;
    for (const Validation& row : rows) {
        inside += row.inside() ? 1 : 0;
        add(row.row.c_str(), number(row.low).c_str(), number(row.high).c_str(), number(row.simulated).c_str(),
            row.unit.c_str(), row.inside() ? "inside" : "OUTSIDE", row.standing.c_str(),
            (row.observation + " (" + row.source + "; " + row.trust + ")").c_str());
    }
    text += std::to_string(inside) + " of " + std::to_string(rows.size()) +
            " inside. Calibrated rows set a parameter; they are no evidence for the model.\n";
    return text;
}

std::string validation_csv(const std::vector<Validation>& rows) {
    std::string text = "row,observation,low,high,simulated,unit,inside,standing,trust,source\n";
    for (const Validation& row : rows)
        text += row.row + ',' + quoted(row.observation) + ',' + number(row.low) + ',' + number(row.high) +
                ',' + number(row.simulated) + ',' + row.unit + ',' + (row.inside() ? "yes" : "no") + ',' +
                row.standing + ',' + row.trust + ',' + quoted(row.source) + '\n';
    return text;
}

std::string validation_json(const std::vector<Validation>& rows) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    const auto finite = [](double value) {
        return std::isinf(value) ? nlohmann::ordered_json(nullptr)
                                 : nlohmann::ordered_json(std::strtod(number(value).c_str(), nullptr));
    };
    for (const Validation& row : rows)
        list.push_back({{"row", row.row},
                        {"observation", row.observation},
                        {"low", finite(row.low)},
                        {"high", finite(row.high)},
                        {"simulated", finite(row.simulated)},
                        {"unit", row.unit},
                        {"inside", row.inside()},
                        {"standing", row.standing},
                        {"trust", row.trust},
                        {"source", row.source}});
    return list.dump(2) + "\n";
}

} // namespace spinescope::timeline
