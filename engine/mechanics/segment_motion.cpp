#include "mechanics/segment_motion.hpp"

#include "anatomy/standing_curve.hpp"
#include "files/failure.hpp"
#include "files/nearest_word.hpp"

#include <cmath>
#include <glm/ext/matrix_transform.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::mechanics {

namespace {

using anatomy::EndplatePose;
using anatomy::Figures;
using anatomy::levels;
using anatomy::Pose;

glm::dvec3 metres(const Pose& pose, const glm::vec3& own) {
    return glm::dvec3(pose.out_of(own)) * 1e-3;
}

/// The occiput rocks on the atlas about a point some 20 mm above its cups, near the line through the mastoid
/// processes, and the atlas turns on the axis about the dens (White & Panjabi 1990).
constexpr glm::vec3 above_the_atlas(-4, 28, 0);

SegmentAxes upper_cervical(const Figures& figures, const std::vector<Pose>& stand, std::size_t segment) {
    if (segment == 0) {
        const glm::dvec3 centre = metres(stand[0], above_the_atlas);
        return {centre, centre, centre, stand[0].pitch_deg};
    }
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value("C2", quantity)); };
    const float base = endplates(figures, "C2").lower.origin.y;
    const glm::dvec3 dens = metres(stand[1], {0, base + of("total_height") - 0.5F * of("dens_height"), 0});
    return {dens, dens, dens, stand[1].pitch_deg};
}

SegmentAxes below_the_axis(const Figures& figures, const std::vector<Pose>& stand, std::size_t segment) {
    const std::size_t upper = segment - 1; // in `levels`
    const std::size_t lower = segment;
    const std::string name = segment_name(segment);
    const EndplatePose under = endplates(figures, levels[lower]);
    const auto depth = static_cast<float>(figures.value(levels[lower], "body_depth_upper"));
    const auto from_rear = static_cast<float>(figures.value(name, "centre_from_rear"));
    const auto above = static_cast<float>(figures.value(name, "centre_above"));
    const float gap = anatomy::disc_gap(figures, name);
    const auto on_plate = [&](float fraction, float up) {
        return metres(stand[lower], under.upper.out_of({depth * (fraction - 0.5F), up, 0}));
    };
    // Sideways about the middle of the disc; rotation about the rear of a lumbar disc and the front of the
    // body elsewhere, where the arcs of the facets have their centre (White & Panjabi 1990).
    const bool lumbar = levels[upper].front() == 'L';
    return {.flexion_centre = on_plate(from_rear, above),
            .side_bend_centre = on_plate(0.5F, gap / 2),
            .rotation_centre = on_plate(lumbar ? 0.25F : 0.6F, gap / 2),
            .pitch_deg = stand[lower].pitch_deg + under.upper.pitch_deg};
}

glm::dmat4 turned_about(const glm::dvec3& centre, const glm::dvec3& axis, double degrees) {
    glm::dmat4 motion = glm::translate(glm::dmat4(1), centre);
    motion = glm::rotate(motion, glm::radians(degrees), axis);
    return glm::translate(motion, -centre);
}

} // namespace

std::string segment_name(std::size_t segment) {
    return segment == 0 ? "C0-C1" : anatomy::segment_under(levels[segment - 1]);
}

std::size_t segment_named(std::string_view name) {
    std::vector<std::string> names;
    names.reserve(segments);
    for (std::size_t i = 0; i < segments; ++i) {
        names.push_back(segment_name(i));
        if (names.back() == name) return i;
    }
    throw Failure(files::shown(name), "is no segment", files::suggestion(name, names));
}

std::array<Range, segments> ranges_of_motion(const Figures& figures) {
    std::array<Range, segments> ranges{};
    for (std::size_t i = 0; i < segments; ++i) {
        const std::string name = segment_name(i);
        const double both = figures.value(name, "flexion_extension");
        const double flexion = both * figures.value(name, "flexion_share");
        ranges[i] = {flexion, both - flexion, figures.value(name, "side_bend"),
                     figures.value(name, "rotation")};
    }
    return ranges;
}

std::array<SegmentAxes, segments> segment_axes(const Figures& figures) {
    const std::vector<Pose> stand = anatomy::standing_curve(figures);
    std::array<SegmentAxes, segments> axes{};
    for (std::size_t i = 0; i < segments; ++i)
        axes[i] = i < 2 ? upper_cervical(figures, stand, i) : below_the_axis(figures, stand, i);
    return axes;
}

anatomy::Posture posture(const std::array<SegmentAxes, segments>& axes, const SegmentTurns& turns) {
    anatomy::Posture result;
    glm::dmat4 carried(1);
    for (std::size_t i = segments; i-- > 0;) {
        const SegmentAxes& about = axes[i];
        const double pitch = glm::radians(about.pitch_deg);
        const glm::dvec3 forward(std::cos(pitch), std::sin(pitch), 0);
        const glm::dvec3 up(-std::sin(pitch), std::cos(pitch), 0);
        const glm::dvec3 right(0, 0, 1);
        // About +x the top goes to the right; about +y the front goes to the left; about +z it lifts.
        carried = carried * turned_about(about.flexion_centre, right, -turns[i].flexion_deg) *
                  turned_about(about.side_bend_centre, forward, turns[i].side_bend_deg) *
                  turned_about(about.rotation_centre, up, -turns[i].rotation_deg);
        result.moved[i] = glm::mat4(carried);
    }
    return result;
}

} // namespace spinescope::mechanics
