#pragma once

#include "anatomy/chain.hpp"
#include "anatomy/figures.hpp"

#include <array>

namespace spinescope::mechanics {

/// A turn of one bone on the next, or of the whole spine: degrees from standing; positive flexion bends
/// forward, positive side bend and rotation go to the patient's right.
struct Turn {
    double flexion_deg = 0;
    double side_bend_deg = 0;
    double rotation_deg = 0;
    bool operator==(const Turn&) const = default;
};

/// C0-C1 to L5-S1, from above downward: turns[i] is of bone i of the chain on bone i + 1.
inline constexpr std::size_t segments = anatomy::chain_length - 1;
using SegmentTurns = std::array<Turn, segments>;

/// "C0-C1" for 0, "L5-S1" for the last.
[[nodiscard]] std::string segment_name(std::size_t segment);
/// The other way round. Throws Failure with the nearest name.
[[nodiscard]] std::size_t segment_named(std::string_view name);

/// How far a segment goes: flexion and extension (positive) from standing, side bend and rotation to one
/// side, degrees (White & Panjabi 1990; flexion and extension parted as by Yamamoto et al. 1989).
struct Range {
    double flexion_deg = 0;
    double extension_deg = 0;
    double side_bend_deg = 0;
    double rotation_deg = 0;
};
[[nodiscard]] std::array<Range, segments> ranges_of_motion(const anatomy::Figures& figures);

/// Where and about what each segment turns, standing.
struct SegmentAxes {
    glm::dvec3 flexion_centre{}; ///< spine frame, m
    glm::dvec3 side_bend_centre{};
    glm::dvec3 rotation_centre{};
    double pitch_deg = 0; ///< of the lower bone's upper surface: its own axes are pitched by so much
};
[[nodiscard]] std::array<SegmentAxes, segments> segment_axes(const anatomy::Figures& figures);

/// The posture that these turns make, the sacrum standing still. Each segment turns about its own axes,
/// carried along by the bones below it: first it rotates, then bends sideways, then flexes.
[[nodiscard]] anatomy::Posture posture(const std::array<SegmentAxes, segments>& axes,
                                       const SegmentTurns& turns);

} // namespace spinescope::mechanics
