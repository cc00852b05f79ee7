#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spinescope::timeline {

/// What anatomy says about a pull on one facet joint.
struct JointFigures {
    std::string joint;       ///< "facet.L4-L5.right"
    double area_m2 = 0;      ///< mean of its two facets (assets/anatomy/facets.csv)
    double height_m = 0;     ///< of its centre above L5-S1, along the standing spine's curve
    double turned_right = 0; ///< part of a rotation of the upper vertebra to the right that opens it, -1..1
    double pressed = 0;      ///< part of a push forward on the lower vertebra that opens it, -1..1
};

/// Every facet joint, C2-C3 to L5-S1, left and right, from above downward. Read once; same object every time.
/// Throws Failure when the tables of assets/anatomy cannot be read.
[[nodiscard]] const std::vector<JointFigures>& joint_figures();
/// The row of a joint. Throws Failure with the nearest name.
[[nodiscard]] const JointFigures& joint_figures(std::string_view joint);

/// The part, -1..1, of a thrust meant for the joint `aim` that opens `joint` along its normal: negative
/// presses it shut. The direction is the usual one where it aims, and towards the side that opens `aim`:
/// - neck and lower back: the upper vertebra is turned about the segment's long axis (rotation; side
///   posture), so that one side gaps and the other closes. In 40 people 93.5 % of the joints that cavitated
///   in side posture were on the upper side (Cramer et al. 2011, JMPT 34:572).
/// - chest: the lower vertebra is pushed forward (posterior to anterior), so that both sides gap.
/// Angles measured where facets.csv says so; that a thrust has one pure direction is an estimate.
[[nodiscard]] double opening_part(const JointFigures& aim, const JointFigures& joint);

/// The part of a force that arrives `distance_m` along the spine from where it lands: exp(-d^2 / (2 s^2)).
/// The shape is an estimate; the spread is a parameter of the scenario.
[[nodiscard]] double arriving_part(double distance_m, double spread_m);

} // namespace spinescope::timeline
