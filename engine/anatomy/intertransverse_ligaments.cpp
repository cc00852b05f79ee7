#include "anatomy/intertransverse_ligaments.hpp"

#include "anatomy/bed.hpp"
#include "anatomy/chain.hpp"
#include "anatomy/ligament_figures.hpp"
#include "anatomy/paired.hpp"
#include "anatomy/sheet.hpp"
#include "anatomy/vertebral_landmarks.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

namespace {

constexpr int rows = 6; ///< from the upper process down to the lower
constexpr float sunk_mm = 0.12F;

struct Shaped {
    int columns = 4;
    float inner = 0; ///< where along the process it begins and ends, 0 root to 1 tip
    float outer = 1;
    float thickness = 1;
    float waist = 0; ///< how much narrower it is halfway
};

Mesh between_processes(const StandingBone& upper, const StandingBone& lower, const Process& above,
                       const Process& beneath, const Shaped& shape) {
    const Shape bare = bed_of({shape_of(upper), shape_of(lower)}, 0.3F);
    Sheet sheet(shape.columns, rows);
    const auto on = [](const Process& process, float s) {
        return glm::mix(process.root, process.tip - 2.5F * process.along(), s);
    };
    for (int column = 0; column < shape.columns; ++column) {
        const float s = glm::mix(shape.inner, shape.outer, sheet.s(column));
        const Between gap = between(upper, on(above, s), lower, on(beneath, s));
        for (int row = 0; row < rows; ++row) {
            SheetPlace& place = sheet.at(column, row);
            place.deep = glm::mix(gap.from, gap.to, sheet.t(row));
            place.deep_ride =
                glm::mix(ride_of(upper.id), ride_of(lower.id), glm::smoothstep(0.05F, 0.95F, sheet.t(row)));
            place.across = glm::distance(above.root, above.tip) * s;
        }
    }
    for (int row = 0; row < rows; ++row) {
        const glm::vec3 inner = sheet.at(0, row).deep;
        const glm::vec3 outer = sheet.at(shape.columns - 1, row).deep;
        const float t = sheet.t(row);
        for (int column = 0; column < shape.columns; ++column) {
            SheetPlace& place = sheet.at(column, row);
            place.deep += shape.waist * 4 * t * (1 - t) * (0.5F - sheet.s(column)) * (outer - inner);
        }
    }
    thicken_both_ways(sheet, {1, 0, 0}, [&](int column, int) {
        return shape.thickness * std::max(tapered(sheet.s(column), 3), 0.3F);
    });
    for (SheetPlace& place : sheet.places) {
        place.deep = lifted(bare, place.deep, -sunk_mm);
        place.surface = lifted(bare, place.surface, -sunk_mm);
    }
    return closed(sheet);
}

} // namespace

std::vector<TissuePlan> intertransverse_ligaments(const Figures& figures, const StandingBones& bones) {
    const auto of = [&](const char* region, const char* quantity) {
        return static_cast<float>(figures.value(region, quantity));
    };
    std::vector<TissuePlan> plans;
    for (std::size_t i = index_of("T1"); i < index_of("L5"); ++i) {
        const StandingBone& upper = bones.bones[i];
        const StandingBone& lower = bones.bones[i + 1];
        const Process above = transverse_process(figures, bones, levels[i]);
        const Process beneath = transverse_process(figures, bones, levels[i + 1]);
        const bool membrane = region_of(levels[i]) == Region::lumbar;
        Shaped shape;
        if (membrane) {
            shape = {.columns = 6,
                     .inner = 0.42F,
                     .outer = 0.98F,
                     .thickness = of("lumbar", "intertransverse_thickness"),
                     .waist = 0.08F};
        } else {
            const float length =
                std::min(glm::distance(above.root, above.tip), glm::distance(beneath.root, beneath.tip));
            shape = {.columns = 4,
                     .inner = 1 - of("thoracic", "intertransverse_width") / std::max(length, 8.0F),
                     .outer = 1,
                     .thickness = of("thoracic", "intertransverse_thickness"),
                     .waist = 0.3F};
        }
        const Sheet blank(shape.columns, rows);
        const std::vector<Hold> holds{{upper.id, blank.deep_vertex(shape.columns / 2, 0)},
                                      {lower.id, blank.deep_vertex(shape.columns / 2, rows - 1)}};
        plan_pair(
            plans, "ligament.intertransverse." + segment_under(levels[i]),
            [&upper, &lower, above, beneath, shape] {
                return seen_in(lower.pose, between_processes(upper, lower, above, beneath, shape));
            },
            {}, holds, lower.pose);
    }
    return plans;
}

} // namespace spinescope::anatomy
