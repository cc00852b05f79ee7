#include "timeline/joint_figures.hpp"

#include "anatomy/facet_joint.hpp"
#include "anatomy/levels.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/nearest_word.hpp"
#include "mechanics/segment_motion.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::timeline {

namespace {

std::vector<JointFigures> read() {
    const anatomy::Figures figures = anatomy::Figures::load(files::asset("anatomy"));
    const std::vector<anatomy::FacetJoint> joints = anatomy::facet_joints(figures);
    const auto axes = mechanics::segment_axes(figures);
    std::vector<JointFigures> rows;
    for (const anatomy::FacetJoint& joint : joints) {
        // Segment i of the chain is bone i, the occiput first, on the next.
        const mechanics::SegmentAxes& about = axes.at(anatomy::index_of(joint.upper) + 1);
        const double pitch = glm::radians(about.pitch_deg);
        const glm::dvec3 up(-std::sin(pitch), std::cos(pitch), 0), normal(joint.normal);
        const glm::dvec3 path =
            glm::cross(-up, glm::dvec3(joint.centre) - about.rotation_centre); // turning to the right
        const glm::dvec3 forward(std::cos(pitch), std::sin(pitch), 0);
        rows.push_back({.joint = joint.id,
                        .area_m2 = joint.area_m2,
                        .height_m = 0,
                        .turned_right = glm::dot(normal, glm::normalize(path)),
                        .pressed = glm::dot(normal, -forward)});
    }
    // From below upward, from the middle of one pair of joints to the middle of the next.
    const auto middle = [&](std::size_t level) {
        return 0.5F * (joints[2 * level].centre + joints[2 * level + 1].centre);
    };
    double height = 0;
    for (std::size_t level = rows.size() / 2; level-- > 0;) {
        if (2 * level + 2 < rows.size()) height += glm::distance(middle(level), middle(level + 1));
        rows[2 * level].height_m = rows[2 * level + 1].height_m = height;
    }
    return rows;
}

} // namespace

const std::vector<JointFigures>& joint_figures() {
    static const std::vector<JointFigures> rows = read();
    return rows;
}

const JointFigures& joint_figures(std::string_view joint) {
    const std::vector<JointFigures>& rows = joint_figures();
    const auto found = std::ranges::find(rows, joint, &JointFigures::joint);
    if (found != rows.end()) return *found;
    std::vector<std::string> names;
    for (const JointFigures& row : rows) names.push_back(row.joint);
    throw Failure(files::shown(joint), "is not a facet joint", files::suggestion(joint, names));
}

double opening_part(const JointFigures& aim, const JointFigures& joint) {
    if (aim.joint.starts_with("facet.T")) return joint.pressed;
    return aim.turned_right < 0 ? -joint.turned_right : joint.turned_right;
}

double arriving_part(double distance_m, double spread_m) {
    return std::exp(-distance_m * distance_m / (2 * spread_m * spread_m));
}

} // namespace spinescope::timeline
