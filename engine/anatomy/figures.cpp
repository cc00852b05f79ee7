#include "anatomy/figures.hpp"

#include "files/csv_table.hpp"
#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace spinescope::anatomy {

namespace {

Trust trust_of(const std::string& word, const std::string& where) {
    if (word == "measured") return Trust::measured;
    if (word == "recalled") return Trust::recalled;
    if (word == "estimated") return Trust::estimated;
    throw Failure(where, "'" + word + "' under 'trust' is unknown", "write measured, recalled or estimated");
}

nlohmann::json known_sources(const std::filesystem::path& path) {
    nlohmann::json sources = nlohmann::json::parse(files::read_whole(path), nullptr, false);
    if (!sources.is_object())
        throw Failure(path.filename().string(), "not a JSON object of sources", "repair the file");
    return sources;
}

} // namespace

Figures Figures::load(const std::filesystem::path& folder) {
    std::error_code fault;
    std::vector<std::filesystem::path> tables;
    for (const auto& entry : std::filesystem::directory_iterator(folder, fault))
        if (entry.path().extension() == ".csv") tables.push_back(entry.path());
    if (fault || tables.empty())
        throw Failure(folder.string(), "holds no anatomy tables", "install the program's assets again");
    std::ranges::sort(tables);

    const nlohmann::json sources = known_sources(folder.lexically_normal().parent_path() / "sources.json");
    Figures figures;
    for (const std::filesystem::path& path : tables) {
        const files::CsvTable table =
            files::CsvTable::read(path, {"level", "quantity", "value", "unit", "trust", "source"});
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const std::string where = table.where(row);
            for (const char* column : {"level", "quantity", "unit"})
                if (table.text(row, column).empty())
                    throw Failure(where, std::string("the field '") + column + "' is empty", "fill it in");
            Figure figure;
            figure.value = table.number(row, "value");
            figure.unit = table.text(row, "unit");
            figure.trust = trust_of(table.text(row, "trust"), where);
            figure.source = table.text(row, "source");
            if (!sources.contains(figure.source))
                throw Failure(where, "'" + figure.source + "' under 'source' is unknown",
                              "add it to sources.json");
            const auto key = std::pair(table.text(row, "level"), table.text(row, "quantity"));
            if (!figures.figures_.emplace(key, std::move(figure)).second)
                throw Failure(where, "'" + key.second + "' of " + key.first + " is given twice",
                              "keep one of the two");
        }
    }
    return figures;
}

const Figure* Figures::find(std::string_view level, std::string_view quantity) const {
    const auto found = figures_.find(std::pair(std::string(level), std::string(quantity)));
    return found == figures_.end() ? nullptr : &found->second;
}

const Figure& Figures::at(std::string_view level, std::string_view quantity) const {
    if (const Figure* figure = find(level, quantity)) return *figure;
    throw Failure("anatomy tables", "no '" + std::string(quantity) + "' of " + std::string(level),
                  "add the figure to assets/anatomy");
}

double Figures::value(std::string_view level, std::string_view quantity) const {
    return at(level, quantity).value;
}

} // namespace spinescope::anatomy
