#pragma once

#include <string>
#include <vector>

namespace spinescope::timeline {

/// One published figure and what the model makes of it: a row of assets/validation.csv.
struct Validation {
    std::string row; ///< "7", "9b"
    std::string observation;
    double low, high; ///< published; infinite where the range is open
    double simulated = 0;
    std::string unit;
    std::string standing; ///< "calibrated": a parameter was set by it, or "predicted"
    std::string trust;    ///< measured, recalled, theory
    std::string source;

    [[nodiscard]] bool inside() const { return simulated >= low && simulated <= high; }
};

/// Every row, computed from the installed scenarios; the random ones from as many thrusts,
/// drawn with a fixed seed. About 5 s on two cores.
/// Throws Failure for a table that is malformed or has a row without a check.
[[nodiscard]] std::vector<Validation> validate(int thrusts = 60);

[[nodiscard]] std::string validation_table(const std::vector<Validation>& rows);
[[nodiscard]] std::string validation_csv(const std::vector<Validation>& rows);
[[nodiscard]] std::string validation_json(const std::vector<Validation>& rows);

} // namespace spinescope::timeline
