#pragma once

#include "mechanics/disc_moment.hpp"
#include "mechanics/facet_contact.hpp"
#include "mechanics/foramen_outline.hpp"
#include "mechanics/ligament_strand.hpp"
#include "mechanics/segment_motion.hpp"

#include <Eigen/Core>
#include <array>
#include <glm/mat3x3.hpp>
#include <limits>
#include <string>
#include <vector>

namespace spinescope::mechanics {

using Vector6 = Eigen::Matrix<double, 6, 1>;
using Matrix6 = Eigen::Matrix<double, 6, 6>;

/// Motion of the upper bone on the lower one from standing, in the segment's own axes (x forward, y up, z to
/// the right, pitched with the disc): shift in m of the bone's point in the middle of the disc, then the
/// vector of its rotation in rad.
using Motion = Vector6;

[[nodiscard]] Turn turn_of(const Motion& q);
[[nodiscard]] Motion motion_of(const Turn& turn);

/// The four ways in which a disc is tested. Side bend and rotation are alike to both sides.
enum class Way { flexion, extension, side_bend, rotation };
inline constexpr std::size_t ways = 4;

/// A disc, or what stands for one above C2: turned, its moment; shifted, springs. They act where published
/// centres of rotation lie: forward and upward shift is that of the centre of flexion, sideways that of the
/// centre of rotation, so that a turn about them costs no shift.
struct Disc {
    std::array<DiscMoment, ways> moment{};
    std::array<double, ways> ribs{}; ///< scale of the moment that the rib cage adds to it
    glm::dvec3 sagittal_centre{};    ///< segment frame, m
    glm::dvec3 lateral_centre{};
    double compression = 0; ///< N/m
    double tension = 0;
    double shear = 0;
    double side_shear = 0;
    /// How far the axes of side bend and rotation are tilted forward, rad: a segment bends and turns about
    /// oblique axes, so that one comes with the other.
    double tilt = 0;
};

/// How a segment is at the moment, beyond its build.
struct Condition {
    double guarding = 0;     ///< muscles on guard, 0 slack to 1 braced
    double resistance = 1;   ///< of the disc: above 1 a stiff segment, far above a locked one
    double neutral_zone = 1; ///< how many times wider it is
    bool rib_cage = true;
    LigamentWear wear;
    bool operator==(const Condition&) const = default;
};

/// What a segment bent forward and backward may do before it counts as hypermobile; endless where no limit
/// is published.
struct MobilityLimits {
    static constexpr double none = std::numeric_limits<double>::infinity();
    double rotation_deg = none;
    double over_neighbour_deg = none;
    double translation_mm = none;
    double reading_error_deg = 0;
};

/// Two neighbours and all that joins them.
struct Segment {
    std::string name;    ///< "L4-L5"
    glm::dvec3 origin{}; ///< middle of the disc, standing; spine frame, m
    glm::dmat3 axes{1};  ///< forward, up, right in the spine frame
    Disc disc;
    std::vector<Strand> strands;
    std::vector<FacetPatch> facets;
    ForamenOutline foramen;
    std::array<double, ways> rib_cage{1, 1, 1, 1}; ///< how many times stiffer the ribs make the segment
    double guard_stiffness = 0;                    ///< of the muscles when braced, N m/rad
    double guard_compression = 0;                  ///< and what they press with, N
    double reference_moment = 0;                   ///< at which the segment turns by its published range, N m
    Range range;
    MobilityLimits limits;
    /// What the disc bears in standing: the pull of ligaments that are taut then. N, N m.
    Vector6 preload = Vector6::Zero();
};

/// Elastic energy (J; ligaments taut in standing hold some even there), what it takes to hold the segment
/// there (N, N m, work-conjugate to the motion) and the stiffness.
struct Elastic {
    double energy = 0;
    Vector6 gradient = Vector6::Zero();
    Matrix6 hessian = Matrix6::Zero();
};
[[nodiscard]] Elastic elastic(const Segment& segment, const Condition& condition, const Motion& q);

/// What a part of the segment adds to it.
[[nodiscard]] Elastic elastic_of_disc(const Segment& segment, const Condition& condition, const Motion& q);
[[nodiscard]] Elastic elastic_of_ligament(const Segment& segment, const Condition& condition, const Motion& q,
                                          Ligament kind);

/// Where a point of the upper bone has gone, segment frame, m.
[[nodiscard]] glm::dvec3 carried(const Motion& q, const glm::dvec3& standing);

} // namespace spinescope::mechanics
