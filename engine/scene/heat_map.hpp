#pragma once

#include "anatomy/chain.hpp"

#include <array>
#include <glm/vec3.hpp>
#include <map>
#include <optional>
#include <string>

namespace spinescope::scene {

/// A figure for every two neighbours on the chain of bones, from above downward: 0 the occiput on C1, 24 L5
/// on the sacrum.
using AlongSpine = std::array<float, anatomy::chain_length - 1>;

/// Stands for a strain that nobody has measured or computed; no strain is below -1.
inline constexpr float not_measured = -2;
[[nodiscard]] constexpr AlongSpine nowhere_measured() {
    AlongSpine none{};
    none.fill(not_measured);
    return none;
}

/// What a ligament bears where it crosses each segment.
struct StrainedLigament {
    AlongSpine strain = nowhere_measured();    ///< over the length at rest: 0.1 is 10 %; below 0 slack
    AlongSpine hurt_from = nowhere_measured(); ///< the strain at which it begins to be hurt
    bool operator==(const StrainedLigament&) const = default;
};

/// A segment that moves less or more than its kind does.
enum class Mobility : unsigned char { usual, stiff, loose };
/// By how many times as far it goes as a fresh one under the same load: a quarter less, a quarter more.
[[nodiscard]] constexpr Mobility mobility(double times_as_far) {
    return times_as_far < 0.75 ? Mobility::stiff : times_as_far > 1.25 ? Mobility::loose : Mobility::usual;
}

/// Ligaments by strain and discs by load, to be shown as steps of colour.
struct HeatMap {
    std::map<std::string, StrainedLigament, std::less<>> ligaments; ///< by structure: "capsule.L4-L5.right"
    std::optional<AlongSpine> disc_N; ///< what presses each disc beyond standing; empty: not known
    std::array<Mobility, anatomy::chain_length - 1> mobility{};
    bool operator==(const HeatMap&) const = default;
};

/// The scale is the same in every picture, so that pictures can be compared. A step is from one edge to the
/// next, the last one without end; finer where daily life takes place.
inline constexpr std::size_t heat_steps = 8;
inline constexpr std::array<float, heat_steps> strain_edges{0,     0.05f, 0.10f, 0.15f,
                                                            0.20f, 0.30f, 0.40f, 0.50f};
inline constexpr std::array<float, heat_steps> disc_edges_N{0, 25, 50, 75, 100, 150, 200, 300};

/// Where a figure stands on a scale: 2.5 is in the middle of its third step. Below the first edge it falls to
/// -1, within the last step it goes on as in the one before, up to heat_steps.
[[nodiscard]] float heat_level(const std::array<float, heat_steps>& edges, float figure);

/// Display RGB of a step, evenly spaced on cividis.
[[nodiscard]] glm::vec3 heat_colour(std::size_t step);
/// The step of a level; nothing for what is slack.
[[nodiscard]] std::optional<std::size_t> heat_step(float level);

} // namespace spinescope::scene
