#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace spinescope::anatomy {

/// How sure we are of a figure. Only measured and well recalled figures are quoted with a citation; the rest
/// are shown as "about".
enum class Trust { measured, recalled, estimated };

/// One published figure with what it takes to answer "says who?".
struct Figure {
    double value = 0;
    std::string unit;
    Trust trust = Trust::estimated;
    std::string source; ///< key into assets/sources.json
};

/// The tables of assets/anatomy, by level ("L4", "L4-L5", "C1") and quantity ("body_width_upper").
class Figures {
public:
    /// Reads every *.csv of `folder`. Throws Failure naming file, line and field for anything missing,
    /// malformed, doubled, or without a known source.
    [[nodiscard]] static Figures load(const std::filesystem::path& folder);

    /// Throws Failure when the tables hold no such figure.
    [[nodiscard]] const Figure& at(std::string_view level, std::string_view quantity) const;
    /// The bare value of at().
    [[nodiscard]] double value(std::string_view level, std::string_view quantity) const;
    /// Null when the tables hold no such figure.
    [[nodiscard]] const Figure* find(std::string_view level, std::string_view quantity) const;

    [[nodiscard]] const std::map<std::pair<std::string, std::string>, Figure>& all() const {
        return figures_;
    }

private:
    std::map<std::pair<std::string, std::string>, Figure> figures_;
};

} // namespace spinescope::anatomy
