#include "anatomy/ligamenta_flava.hpp"

#include "anatomy/bed.hpp"
#include "anatomy/chain.hpp"
#include "anatomy/ligament_figures.hpp"
#include "anatomy/sheet.hpp"
#include "anatomy/vertebral_landmarks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

namespace {

constexpr int columns = 7;
constexpr int rows = 7;
constexpr float contact_mm = 0.08F;

/// A mean with the neighbours: lines of attachment do not follow every step of the bone.
glm::vec3 smoothed(const std::array<glm::vec3, columns>& line, int column) {
    const auto at = [&](int i) { return line[static_cast<std::size_t>(i)]; };
    if (column == 0 || column == columns - 1) return at(column);
    return 0.5F * at(column) + 0.25F * (at(column - 1) + at(column + 1));
}

Mesh half_of(const StandingBone& upper, const StandingBone& lower, const Canal& above, const Canal& beneath,
             float reach, float thickness) {
    const Shape bones = bed_of({shape_of(upper), shape_of(lower)}, 3);
    Sheet sheet(columns, rows);
    std::array<glm::vec3, columns> froms{};
    std::array<glm::vec3, columns> tos{};
    for (int column = 0; column < columns; ++column) {
        const float s = sheet.s(column);
        const float z = 0.06F + reach * s;
        // From the lower half of the front of the upper lamina ...
        const float foot = edge_of_lamina(upper, above, -1.6F * above.height, -1, z);
        const float head = edge_of_lamina(upper, above, above.height, 1, z);
        const float y = glm::mix(foot, std::min(head, foot + 0.8F * above.height), 0.42F);
        const glm::vec3 own =
            front_of_lamina(upper, above, y, z).value_or(glm::vec3(above.middle_x - 6, y, z));
        froms[static_cast<std::size_t>(column)] = upper.pose.out_of(own);
        // ... to the upper edge of the lower one.
        const float top = edge_of_lamina(lower, beneath, beneath.height, 1, z);
        const glm::vec3 edge =
            front_of_lamina(lower, beneath, top - 0.5F, z).value_or(glm::vec3(beneath.middle_x - 6, top, z));
        tos[static_cast<std::size_t>(column)] = lower.pose.out_of(edge + glm::vec3(-0.8F, 0.6F, 0));
    }
    for (int column = 0; column < columns; ++column) {
        const float s = sheet.s(column);
        const glm::vec3 from = smoothed(froms, column);
        const glm::vec3 to = smoothed(tos, column);
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
