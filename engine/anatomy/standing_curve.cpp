#include "anatomy/standing_curve.hpp"

#include "anatomy/levels.hpp"

#include <algorithm>
#include <cmath>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

namespace {

glm::vec3 rotated(const glm::vec3& v, float degrees) {
    const float c = std::cos(glm::radians(degrees));
    const float s = std::sin(glm::radians(degrees));
    return {c * v.x - s * v.y, s * v.x + c * v.y, v.z};
}

float figure(const Figures& figures, std::string_view level, std::string_view quantity) {
    return static_cast<float>(figures.value(level, quantity));
}

/// The atlas rides on the axis so that its anterior arch faces the dens across this gap, within the published
/// adult maximum of 3 mm.
constexpr float atlantodental_gap = 1.5F;

} // namespace

glm::vec3 Pose::out_of(const glm::vec3& own) const {
    return origin + rotated(own, pitch_deg);
}
glm::vec3 Pose::into(const glm::vec3& parent) const {
    return rotated(parent - origin, -pitch_deg);
}
glm::vec3 Pose::turned(const glm::vec3& own) const {
    return rotated(own, pitch_deg);
}
glm::vec3 Pose::turned_back(const glm::vec3& parent) const {
    return rotated(parent, -pitch_deg);
}

Pose Pose::seen_from(const Pose& other) const {
    return {other.into(origin), pitch_deg - other.pitch_deg};
}

glm::mat4 Pose::matrix_m() const {
    const float c = std::cos(glm::radians(pitch_deg));
    const float s = std::sin(glm::radians(pitch_deg));
    return {{c, s, 0, 0}, {-s, c, 0, 0}, {0, 0, 1, 0}, {0.001F * origin, 1}};
}

EndplatePose endplates(const Figures& figures, std::string_view level) {
    if (level == "S1") return {};
    // Calibrated: lumbar_vertebra.cpp's mean of 87 is taller than the published heights; kept within 5 %.
    const float taller = level.front() == 'L' ? 1.035F : 1.0F;
    const float height =
        0.5F * taller *
        (figure(figures, level, "body_height_anterior") + figure(figures, level, "body_height_posterior"));
    const float wedge = figure(figures, level, "body_wedge");
    const float depth_low = figure(figures, level, "body_depth_lower");
    const Figure* known = figures.find(level, "body_depth_upper");
    const float depth_up = known != nullptr ? static_cast<float>(known->value) : depth_low;
    const float back = -0.25F * (depth_up + depth_low);
    return {.upper = {{back + depth_up / 2, height / 2, 0}, -wedge / 2},
            .lower = {{back + depth_low / 2, -height / 2, 0}, wedge / 2}};
}

float disc_dish(const Figures& figures, std::string_view segment) {
    const float edges = 0.5F * (figure(figures, segment, "disc_height_anterior") +
                                figure(figures, segment, "disc_height_posterior"));
    // Real endplates are always hollow, most in the loins; where the tables leave no room for it the
    // published middle height still has a say.
    const float published = figure(figures, segment, "disc_height_middle") - edges;
    const float hollow = segment.front() == 'L' ? 1.3F : 0.9F;
    return std::clamp(published, std::min(hollow, published + 1.4F), 1.6F);
}

float disc_gap(const Figures& figures, std::string_view segment) {
    const float edges = 0.5F * (figure(figures, segment, "disc_height_anterior") +
                                figure(figures, segment, "disc_height_posterior"));
    // Where the published middle height leaves less than the least hollow, rims and middle share the error.
    const float excess = edges + disc_dish(figures, segment) - figure(figures, segment, "disc_height_middle");
    return edges - 0.4F * std::max(excess, 0.0F);
}

std::vector<Pose> standing_curve(const Figures& figures) {
    std::vector<Pose> poses(levels.size());
    poses.back() = {{0, 0, 0}, -figure(figures, "standing", "sacral_slope")};
    for (std::size_t i = levels.size() - 1; i-- > 1;) {
        const std::string_view level = levels[i];
        const std::string_view under = levels[i + 1];
        const std::string segment = segment_under(level);
        const Pose top = endplates(figures, under).upper;
        const Pose bottom = endplates(figures, level).lower;
        const float wedge = figure(figures, segment, "disc_wedge");
        const float pitch_under = poses[i + 1].pitch_deg + top.pitch_deg;
        const float pitch_over = pitch_under - wedge;
        const float half_under = 0.5F * figure(figures, under, "body_depth_upper");
        const float half_over = 0.5F * figure(figures, level, "body_depth_lower");
        // Rear edges face each other across the disc; the wedge opens from there.
        const glm::vec3 rear_under =
            poses[i + 1].out_of(top.origin) + rotated({-half_under, 0, 0}, pitch_under);
        const float rear_gap =
            disc_gap(figures, segment) +
            (half_under + half_over) * std::sin(glm::radians(wedge / 2)); // wedge < 0: lower behind
        const glm::vec3 rear_over = rear_under + rotated({0, rear_gap, 0}, 0.5F * (pitch_under + pitch_over));
        const glm::vec3 centre = rear_over + rotated({half_over, 0, 0}, pitch_over);
        poses[i].pitch_deg = pitch_over - bottom.pitch_deg;
        poses[i].origin = centre - rotated(bottom.origin, poses[i].pitch_deg);
    }
    // The atlas: its own plane against the axis's lower endplate, its anterior arch before the dens.
    const Pose& axis = poses[1];
    const EndplatePose axis_ends = endplates(figures, "C2");
    const float height = figure(figures, "C2", "total_height");
    const float dens_height = figure(figures, "C2", "dens_height");
    const float dens_front = 0.5F * figure(figures, "C2", "dens_depth");
    const glm::vec3 facet_for_dens(dens_front + atlantodental_gap,
                                   axis_ends.lower.origin.y + height - 0.5F * dens_height, 0);
    poses[0].pitch_deg =
        axis.pitch_deg + axis_ends.lower.pitch_deg - figure(figures, "C1-C2", "segment_angle");
    poses[0].origin = axis.out_of(facet_for_dens) -
                      rotated({0.5F * figure(figures, "C1", "canal_depth"), 0, 0}, poses[0].pitch_deg);
    return poses;
}

} // namespace spinescope::anatomy
