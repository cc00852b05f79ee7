#include "anatomy/interspinous_ligaments.hpp"

#include "anatomy/bed.hpp"
#include "anatomy/chain.hpp"
#include "anatomy/ligament_figures.hpp"
#include "anatomy/sheet.hpp"
#include "anatomy/vertebral_landmarks.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

namespace {

constexpr int columns = 6;       ///< from the yellow ligament backward
constexpr int rows = 6;          ///< from the upper process down to the lower
constexpr float sunk_mm = 0.12F; ///< into the bone's edge, so that no light shows between

Mesh sheet_between(const StandingBone& upper, const StandingBone& lower, const Process& above,
                   const Process& beneath, float thickness) {
    const Shape bare = bed_of({shape_of(upper), shape_of(lower)}, 0.3F);
    Sheet sheet(columns, rows);
    for (int column = 0; column < columns; ++column) {
        const float s = glm::mix(0.1F, 1.0F, sheet.s(column));
        const auto on = [&](const Process& process) {
            return glm::mix(process.root, process.tip - 1.0F * process.along(), s);
        };
        const Between gap = between(upper, on(above), lower, on(beneath));
        for (int row = 0; row < rows; ++row) {
            SheetPlace& place = sheet.at(column, row);
            const float t = sheet.t(row);
            place.deep = glm::mix(gap.from, gap.to, t);
            place.deep_ride = glm::mix(ride_of(upper.id), ride_of(lower.id), glm::smoothstep(0.1F, 0.9F, t));
            const float length = glm::distance(above.root, above.tip);
            place.across = length * s - 0.5F * glm::distance(gap.from, gap.to) * (1 - t);
        }
    }
    thicken_both_ways(sheet, {0, 0, 1}, [&](int column, int) {
        return thickness * (column == 0 || column == columns - 1 ? 0.5F : 1.0F);
    });
    for (SheetPlace& place : sheet.places) {
        place.deep = lifted(bare, place.deep, -sunk_mm);
        place.surface = lifted(bare, place.surface, -sunk_mm);
    }
    return closed(sheet);
}

} // namespace

std::vector<TissuePlan> interspinous_ligaments(const Figures& figures, const StandingBones& bones) {
    std::vector<TissuePlan> plans;
    const Sheet blank(columns, rows);
    for (std::size_t i = 1; i + 1 < levels.size(); ++i) {
        const StandingBone& upper = bones.bones[i];
        const StandingBone& lower = bones.bones[i + 1];
        const Process above = spinous_process(figures, bones, levels[i]);
        const Process beneath = spinous_process(figures, bones, levels[i + 1]);
        const float thickness =
            along_the_spine(figures, static_cast<float>(i) + 1.5F, "interspinous_thickness");
        std::vector<Hold> holds;
        for (const int column : {1, columns - 2}) {
            holds.push_back({upper.id, blank.deep_vertex(column, 0)});
            holds.push_back({lower.id, blank.deep_vertex(column, rows - 1)});
        }
        plans.push_back({.id = "ligament.interspinous." + segment_under(levels[i]),
                         .make =
                             [&upper, &lower, above, beneath, thickness] {
                                 return seen_in(lower.pose,
                                                sheet_between(upper, lower, above, beneath, thickness));
                             },
                         .frame = lower.pose,
                         .holds = holds});
    }
    return plans;
}

} // namespace spinescope::anatomy
