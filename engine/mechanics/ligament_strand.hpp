#pragma once

#include "mechanics/toe_linear.hpp"

#include <array>
#include <glm/vec3.hpp>
#include <string>
#include <string_view>

namespace spinescope::mechanics {

enum class Ligament {
    anterior_longitudinal,
    posterior_longitudinal,
    flavum,
    capsule,
    interspinous,
    supraspinous, ///< and the nuchal ligament above it
    intertransverse,
    iliolumbar,
};
inline constexpr std::size_t ligaments = 8;
/// As in assets/mechanics/ligaments.csv and the structures' ids.
inline constexpr std::array<std::string_view, ligaments> ligament_names{
    "anterior_longitudinal", "posterior_longitudinal", "flavum",          "capsule",
    "interspinous",          "supraspinous",           "intertransverse", "iliolumbar"};

/// Where across the spine a tissue lies: a twist to one side wears its two sides differently.
enum class Flank { left, middle, right };
inline constexpr std::size_t flanks = 3;

/// A bundle of fibres from the upper bone of a segment to the lower one.
struct Strand {
    Ligament kind = Ligament::flavum;
    Flank flank = Flank::middle;
    std::string structure; ///< "capsule.L4-L5.right"
    glm::dvec3 upper{};    ///< where it holds on, standing; segment frame, m
    glm::dvec3 lower{};
    double rest_length = 0; ///< m
    double stiffness = 0;   ///< N per unit strain
    double toe = 0;         ///< strain
    double failure_strain = 0;
};

/// What use has made of it: both are 1 in an unhurt ligament.
struct StrandWear {
    double rest_length = 1; ///< creep: how many times longer it is at rest
    double toe = 1;         ///< subfailure damage: how many times longer its toe
    bool operator==(const StrandWear&) const = default;
};

/// The wear of a segment's ligaments, each flank by itself.
class LigamentWear {
public:
    [[nodiscard]] constexpr const StrandWear& of(Ligament kind, Flank flank) const {
        return each_[static_cast<std::size_t>(kind)][static_cast<std::size_t>(flank)];
    }
    [[nodiscard]] constexpr StrandWear& of(Ligament kind, Flank flank) {
        return each_[static_cast<std::size_t>(kind)][static_cast<std::size_t>(flank)];
    }
    [[nodiscard]] constexpr const StrandWear& of(const Strand& strand) const {
        return of(strand.kind, strand.flank);
    }
    bool operator==(const LigamentWear&) const = default;

private:
    std::array<std::array<StrandWear, flanks>, ligaments> each_{};
};

/// Strain at a length in m, over the length at rest; negative when slack.
[[nodiscard]] constexpr double strain(const Strand& strand, double length, const StrandWear& wear = {}) {
    const double rest = strand.rest_length * wear.rest_length;
    return (length - rest) / rest;
}

/// Energy (J), tension (N) and stiffness (N/m) at that length.
[[nodiscard]] constexpr Resistance pulled(const Strand& strand, double length, const StrandWear& wear = {}) {
    const double rest = strand.rest_length * wear.rest_length;
    const Resistance law = toe_linear((length - rest) / rest, strand.toe * wear.toe);
    return {strand.stiffness * rest * law.energy, strand.stiffness * law.force,
            strand.stiffness / rest * law.stiffness};
}

} // namespace spinescope::mechanics
