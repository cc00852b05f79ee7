#include "timeline/sweep.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace spinescope::timeline {

namespace {

struct Column {
    const char* name;
    std::optional<double> (*value)(const Outcome&);
};

std::optional<double> minutes(std::optional<double> seconds) {
    return seconds ? std::optional(*seconds / 60) : std::nullopt;
}

constexpr std::array columns{
    Column{"time_of_pop_s", [](const Outcome& o) { return o.time_of_pop_s; }},
    Column{"peak_tension_kPa", [](const Outcome& o) { return std::optional(o.peak_tension_kPa); }},
    Column{"peak_cavity_mm3", [](const Outcome& o) { return std::optional(o.peak_cavity_mm3); }},
    Column{"gap_after_mm", [](const Outcome& o) { return std::optional(o.gap_after_mm); }},
    Column{"peak_sound_dB", [](const Outcome& o) { return std::optional(o.peak_sound_dB); }},
    Column{"gas_gone_min", [](const Outcome& o) { return minutes(o.gas_gone_s); }},
    Column{"ready_again_min", [](const Outcome& o) { return minutes(o.ready_s); }},
};

std::string number(double value, const char* format = "%.6g") {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

/// The cells of a line, as text: values, popped, reason, pops, and the columns above.
std::vector<std::string> cells(const SweepPoint& point, const char* format, const char* nothing) {
    std::vector<std::string> row;
    for (const double value : point.values) row.push_back(number(value));
    if (!point.fault.empty()) {
        row.insert(row.end(), {nothing, "unsolved", nothing});
        row.resize(row.size() + columns.size(), nothing);
        return row;
    }
    row.emplace_back(point.outcome.popped ? "yes" : "no");
    row.emplace_back(word(point.outcome.reason));
    row.push_back(std::to_string(point.pops));
    for (const Column& column : columns) {
        const std::optional<double> value = column.value(point.outcome);
        row.push_back(value ? number(*value, format) : nothing);
    }
    return row;
}

std::vector<std::string> head(std::span<const SweepAxis> axes) {
    std::vector<std::string> row;
    for (const SweepAxis& axis : axes) row.push_back(axis.key);
    row.insert(row.end(), {"popped", "reason", "pops"});
    for (const Column& column : columns) row.emplace_back(column.name);
    return row;
}

} // namespace

std::string sweep_table(std::span<const SweepAxis> axes, std::span<const SweepPoint> points) {
    const std::vector<std::string> names = head(axes);
    std::string text;
    const auto line = [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::size_t width = std::max<std::size_t>(names[i].size(), 9);
            text += (i > 0 ? "  " : "") + std::string(width - std::min(width, row[i].size()), ' ') + row[i];
        }
    };
    line(names);
    text += '\n';
    for (const SweepPoint& point : points) {
        line(cells(point, "%.4g", "-"));
        text += (point.fault.empty() ? "" : "  " + point.fault) + '\n';
    }
    return text;
}

std::string sweep_csv(std::span<const SweepAxis> axes, std::span<const SweepPoint> points) {
    std::string text;
    const auto line = [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) text += (i > 0 ? "," : "") + row[i];
        text += '\n';
    };
    line(head(axes));
    for (const SweepPoint& point : points) line(cells(point, "%.8g", ""));
    return text;
}

std::string sweep_json(std::span<const SweepAxis> axes, std::span<const SweepPoint> points) {
    const auto rounded = [](double value) { return std::strtod(number(value).c_str(), nullptr); };
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const SweepPoint& point : points) {
        nlohmann::ordered_json row;
        for (std::size_t i = 0; i < axes.size(); ++i) row[axes[i].key] = rounded(point.values[i]);
        if (!point.fault.empty()) {
            row["fault"] = point.fault;
        } else {
            row["popped"] = point.outcome.popped;
            row["reason"] = word(point.outcome.reason);
            row["pops"] = point.pops;
            for (const Column& column : columns) {
                const std::optional<double> value = column.value(point.outcome);
                row[column.name] =
                    value ? nlohmann::ordered_json(rounded(*value)) : nlohmann::ordered_json(nullptr);
            }
        }
        list.push_back(std::move(row));
    }
    return list.dump(2) + "\n";
}

} // namespace spinescope::timeline
