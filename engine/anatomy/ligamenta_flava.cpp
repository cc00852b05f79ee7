#include "anatomy/ligamenta_flava.hpp"

#include "anatomy/bed.hpp"
#include "anatomy/chain.hpp"
#include "anatomy/ligament_figures.hpp"
#include "anatomy/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

namespace {

constexpr int columns = 7;
constexpr int rows = 7;
constexpr float contact_mm = 0.08F;

/// The canal of a vertebra at its laminae: a point on the midline of its rear part, own frame, mm.
struct Canal {
    float middle_x = 0;
    float half_width = 0;
    float height = 0; ///< of the body
};

Canal canal_of(const Figures& figures, std::string_view level) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value(level, quantity)); };
    const EndplatePose ends = endplates(figures, level);
    const float depth =
        of(level == "S1" || level == "C2" ? level == "S1" ? "body_depth_upper" : "body_depth_lower"
                                          : "body_depth_upper");
    const float rear = (level == "C2" ? ends.lower.origin.x : ends.upper.origin.x) - 0.5F * depth;
    return {rear - 0.5F * of("canal_depth"), 0.5F * of("canal_width"),
            level == "S1" ? 24.0F : ends.upper.origin.y - ends.lower.origin.y};
}

/// Where the lamina faces the canal at (y, z), own frame of `bone`; nothing where there is no lamina.
std::optional<glm::vec3> front_of_lamina(const StandingBone& bone, const Canal& canal, float y, float z) {
    const glm::vec3 from(canal.middle_x, y, z);
    const auto depth = met([&](const glm::vec3& p) { return bone.bone.solid(p); }, from, {-1, 0, 0}, 0, 16);
    if (!depth || *depth < 0.3F) return std::nullopt;
    return from - glm::vec3(*depth, 0, 0);
}

/// The highest (`way` -1: the lowest) height at which there is a lamina behind the canal at z, coming from
/// `start`.
float edge_of_lamina(const StandingBone& bone, const Canal& canal, float start, float way, float z) {
    for (float y = start; way * y > -60; y -= way * 0.4F)
        if (front_of_lamina(bone, canal, y, z)) return y;
    return start;
}

Mesh half_of(const StandingBone& upper, const StandingBone& lower, const Canal& above, const Canal& beneath,
             float reach, float thickness) {
    const Shape bones = bed_of({shape_of(upper), shape_of(lower)}, 3);
    Sheet sheet(columns, rows);
    for (int column = 0; column < columns; ++column) {
        const float s = sheet.s(column);
        const float z = 0.06F + reach * s;
        // From the lower half of the front of the upper lamina ...
        const float foot = edge_of_lamina(upper, above, -1.6F * above.height, -1, z);
        const float head = edge_of_lamina(upper, above, above.height, 1, z);
        const float y = glm::mix(foot, std::min(head, foot + 0.8F * above.height), 0.42F);
        const glm::vec3 own =
            front_of_lamina(upper, above, y, z).value_or(glm::vec3(above.middle_x - 6, y, z));
        const glm::vec3 from = upper.pose.out_of(own);
        // ... to the upper edge of the lower one.
        const float top = edge_of_lamina(lower, beneath, beneath.height, 1, z);
        const glm::vec3 edge =
            front_of_lamina(lower, beneath, top - 0.5F, z).value_or(glm::vec3(beneath.middle_x - 6, top, z));
        const glm::vec3 to = lower.pose.out_of(edge + glm::vec3(-0.8F, 0.6F, 0));
        const glm::vec3 canal = glm::normalize(glm::vec3(1, 0, -0.35F * s));
        for (int row = 0; row < rows; ++row) {
            SheetPlace& place = sheet.at(column, row);
            const float t = sheet.t(row);
            place.deep = glm::mix(from, to, t);
            if (row == 0) place.deep = laid(shape_of(upper), place.deep, contact_mm);
            if (row == rows - 1) place.deep = laid(shape_of(lower), place.deep, contact_mm);
            place.deep = lifted(bones, place.deep, contact_mm);
            const float thick = thickness *
                                std::max(std::pow(std::sin(3.1416F * (0.12F + 0.78F * t)), 0.6F), 0.2F) *
                                (1 - 0.45F * s * s) *
                                (column == 0             ? 0.9F
                                 : column == columns - 1 ? 0.4F
                                                         : 1.0F);
            place.surface = lifted(bones, place.deep + thick * canal, contact_mm);
            place.deep_ride = place.surface_ride =
                glm::mix(ride_of(upper.id), ride_of(lower.id), glm::smoothstep(0.3F, 0.95F, t));
            place.across = reach * s;
        }
    }
    return closed(sheet);
}

} // namespace

std::vector<TissuePlan> ligamenta_flava(const Figures& figures, const StandingBones& bones) {
    std::vector<TissuePlan> plans;
    const Sheet blank(columns, rows);
    for (std::size_t i = 1; i + 1 < levels.size(); ++i) {
        const StandingBone& upper = bones.bones[i];
        const StandingBone& lower = bones.bones[i + 1];
        const Canal above = canal_of(figures, levels[i]);
        const Canal beneath = canal_of(figures, levels[i + 1]);
        const float place = static_cast<float>(i) + 1.5F;
        const float thickness = along_the_spine(figures, place, "flavum_thickness");
        const float reach =
            std::min(0.5F * along_the_spine(figures, place, "flavum_width"), beneath.half_width - 1.5F);
        std::vector<Hold> holds;
        const auto half = static_cast<std::uint32_t>(2 * blank.places.size());
        for (const std::uint32_t side : {0U, half})
            for (const int column : {1, columns - 2}) {
                holds.push_back({upper.id, side + blank.deep_vertex(column, 0)});
                holds.push_back({lower.id, side + blank.deep_vertex(column, rows - 1)});
            }
        plans.push_back({.id = "ligament.flavum." + segment_under(levels[i]),
                         .make =
                             [&upper, &lower, above, beneath, reach, thickness] {
                                 const Mesh right = half_of(upper, lower, above, beneath, reach, thickness);
                                 return seen_in(lower.pose, joined(right, mirrored(right)));
                             },
                         .frame = lower.pose,
                         .holds = holds});
    }
    return plans;
}

} // namespace spinescope::anatomy
