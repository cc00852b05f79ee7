#include "anatomy/vertebral_landmarks.hpp"

#include "anatomy/bed.hpp"

#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

Canal canal_of(const Figures& figures, std::string_view level) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value(level, quantity)); };
    const EndplatePose ends = endplates(figures, level);
    const bool axis = level == "C2";
    const float rear = axis ? ends.lower.origin.x - 0.5F * of("body_depth_lower")
                            : ends.upper.origin.x - 0.5F * of("body_depth_upper");
    return {rear - 0.5F * of("canal_depth"), 0.5F * of("canal_width"),
            level == "S1" ? 24.0F : ends.upper.origin.y - ends.lower.origin.y};
}

std::optional<glm::vec3> front_of_lamina(const StandingBone& bone, const Canal& canal, float y, float z) {
    const glm::vec3 from(canal.middle_x, y, z);
    const auto depth = met([&](const glm::vec3& p) { return bone.bone.solid(p); }, from, {-1, 0, 0}, 0, 16);
    if (!depth || *depth < 0.3F) return std::nullopt;
    return from - glm::vec3(*depth, 0, 0);
}

float edge_of_lamina(const StandingBone& bone, const Canal& canal, float start, float way, float z) {
    for (float y = start; way * y > -60; y -= way * 0.4F)
        if (front_of_lamina(bone, canal, y, z)) return y;
    return start;
}

glm::vec3 Process::along() const {
    return glm::normalize(tip - root);
}

Process spinous_process(const Figures& figures, const StandingBones& bones, std::string_view level) {
    const StandingBone& bone = bones.at(level);
    glm::vec3 backward(-1, 0, 0);
    Process process;
    float widest = 9;
    if (level == "C1") {
        process.root = {-15.5F, -0.6F, 0};
    } else if (level == "S1") {
        const Canal canal = canal_of(figures, level);
        process.root = {canal.middle_x - 8, -15, 0};
        widest = 3;
    } else {
        const Canal canal = canal_of(figures, level);
        const float slope = level == "C2"
                                ? glm::radians(20.0F)
                                : glm::radians(static_cast<float>(figures.value(level, "spinous_angle")));
        backward = {-std::cos(slope), -std::sin(slope), 0};
        const float y = -0.2F * canal.height;
        process.root = front_of_lamina(bone, canal, y, 0).value_or(glm::vec3(canal.middle_x - 7, y, 0));
        process.root += 1.5F * backward;
    }
    // The farthest point of the process gives its direction; the midline is then felt from behind.
    const glm::vec3 spine_root = bone.pose.out_of(process.root);
    const glm::vec3 away = bone.pose.turned(backward);
    const glm::vec3 end = bones.tip(level, away, [&](const glm::vec3& p) {
        return std::abs(p.z) < widest && (level != "S1" || std::abs(p.y - spine_root.y) < 8);
    });
    process.root = spine_root;
    const glm::vec3 heading = glm::normalize(glm::vec3(end.x - spine_root.x, end.y - spine_root.y, 0));
    const float far = glm::distance(spine_root, end) + 6;
    const auto depth = met([&](const glm::vec3& p) { return bone.distance(p); }, spine_root + far * heading,
                           -heading, 0, far);
    process.tip = spine_root + (far - depth.value_or(6)) * heading;
    return process;
}

Process transverse_process(const Figures& figures, const StandingBones& bones, std::string_view level) {
    const StandingBone& bone = bones.at(level);
    const VertebraPlan plan = plan_vertebra(figures, level);
    const glm::vec3 root(plan.rear - 9, 0.5F * (plan.height - plan.pedicle_height) - 1.5F,
                         0.5F * plan.canal_width + plan.pedicle_width);
    return {bone.pose.out_of(root), bones.tip(level, {0, 0, 1})};
}

Between between(const StandingBone& a, const glm::vec3& in_a, const StandingBone& b, const glm::vec3& in_b) {
    constexpr int steps = 100;
    const auto at = [&](int i) { return glm::mix(in_a, in_b, static_cast<float>(i) / steps); };
    int to = steps;
    while (to > 0 && b.distance(at(to)) < 0) --to;
    if (to == steps) // `in_b` lies outside: on to where the bone is met at all
        for (to = 0; to < steps && b.distance(at(to)) > 0;) ++to;
    int from = 0;
    for (int i = 0; i < to; ++i)
        if (a.distance(at(i)) < 0) from = i;
    return {at(from), at(to)};
}

} // namespace spinescope::anatomy
