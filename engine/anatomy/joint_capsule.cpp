#include "anatomy/joint_capsule.hpp"

#include "anatomy/bed.hpp"
#include "anatomy/ligament_figures.hpp"
#include "anatomy/paired.hpp"
#include "anatomy/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>
#include <vector>

namespace spinescope::anatomy {

namespace {

constexpr int around = 20;
constexpr int half_rows = 3; ///< from the cleft to either edge
constexpr float contact_mm = 0.08F;

/// From a place above the cleft straight on over the surface of one bone, `length` mm or until it has turned
/// away from the joint, which lies `beyond` its edge; in equal steps.
std::array<glm::vec3, half_rows> walked(const Shape& bone, const Shape& both, const glm::vec3& start,
                                        const glm::vec3& heading, const glm::vec3& beyond, float length) {
    constexpr float step = 0.75F;    // mm
    constexpr float shortest = 2.4F; // mm; what a capsule needs to hold on by
    std::vector<glm::vec3> fine{start};
    glm::vec3 way = heading;
    for (float gone = 0; gone < length; gone += step) {
        const glm::vec3 p = fine.back();
        const glm::vec3 up = slope(bone, p);
        if (gone > shortest && glm::dot(up, beyond) > 0.55F) break;
        const glm::vec3 flat = way - glm::dot(way, up) * up;
        if (glm::length(flat) > 0.1F) way = glm::normalize(flat);
        fine.push_back(lifted(both, laid(bone, p + step * way, contact_mm), contact_mm));
    }
    std::array<glm::vec3, half_rows> path{};
    for (std::size_t k = 0; k < path.size(); ++k) {
        const float at = static_cast<float>((k + 1) * (fine.size() - 1)) / half_rows;
        const auto i = std::min(static_cast<std::size_t>(at), fine.size() - 2);
        path[k] = glm::mix(fine[i], fine[i + 1], at - static_cast<float>(i));
    }
    return path;
}

Sheet blank() {
    return {around, 2 * half_rows + 1, Sheet::Columns::meeting};
}

Mesh sleeve(const JointCleft& cleft, float length, float thickness) {
    const Shape upper = shape_of(*cleft.upper);
    const Shape lower = shape_of(*cleft.lower);
    // Wide enough a fillet to bridge the cleft; in the loins that gapes behind, below the mammillary process.
    const float mouth = cleft.space > 1.7F ? 8.0F : 4.2F;
    const Shape both = bed_of({lower, upper}, mouth);
    const Shape bare = bed_of({lower, upper}, 0.3F);
    Sheet sheet = blank();
    const float column_width = glm::pi<float>() * (cleft.half_width + cleft.half_height + 4) / around;
    for (int column = 0; column < around; ++column) {
        const float angle = glm::two_pi<float>() * sheet.s(column);
        const float a = (cleft.half_width + 0.9F) * std::cos(angle);
        const float u = (cleft.half_height + 0.9F) * std::sin(angle);
        const glm::vec3 out = cleft.across_at(a);
        const glm::vec3 away = glm::normalize(cleft.middle(1.2F * a, 1.2F * u) - cleft.middle(a, u));
        // Out of the cleft to where its mouth is bridged.
        glm::vec3 top = cleft.middle(a, u) + 0.6F * away;
        for (float gone = 0; gone < 6 && both(top) < contact_mm; gone += 0.3F) top += 0.3F * away;
        top = laid(both, top, contact_mm);
        const auto down = walked(lower, bare, top, glm::normalize(-out + 0.5F * away), -out, 0.5F * length);
        const auto up = walked(upper, bare, top, glm::normalize(out + 0.5F * away), out, 0.5F * length);
        sheet.at(column, half_rows).deep = top;
        for (int k = 0; k < half_rows; ++k) {
            sheet.at(column, half_rows - 1 - k).deep = down[static_cast<std::size_t>(k)];
            sheet.at(column, half_rows + 1 + k).deep = up[static_cast<std::size_t>(k)];
        }
    }
    // Fibres do not follow every dent of the bone.
    for (int round = 0; round < 5; ++round) {
        const Sheet before = sheet;
        for (int row = 0; row < sheet.rows; ++row)
            for (int column = 0; column < around; ++column)
                sheet.at(column, row).deep = 0.5F * before.at(column, row).deep +
                                             0.25F * (before.at((column + 1) % around, row).deep +
                                                      before.at((column + around - 1) % around, row).deep);
    }
    for (int row = 0; row < sheet.rows; ++row) {
        const bool at_edge = row == 0 || row == sheet.rows - 1;
        for (int column = 0; column < around; ++column) {
            SheetPlace& place = sheet.at(column, row);
            const bool in_cleft = std::abs(row - half_rows) <= 1;
            if (!in_cleft) place.deep = laid(row < half_rows ? lower : upper, place.deep, contact_mm);
            place.deep = lifted(in_cleft ? both : bare, place.deep, contact_mm);
            const float thick = at_edge ? 0.15F : thickness * tapered(sheet.t(row), 5);
            place.surface = lifted(bare, place.deep + thick * slope(both, place.deep), contact_mm);
            const float share = glm::smoothstep(0.36F, 0.64F, sheet.t(row));
            place.deep_ride = place.surface_ride = glm::mix(cleft.lower_ride, cleft.upper_ride, share);
            place.across = column_width * static_cast<float>(column);
        }
    }
    return closed(sheet);
}

} // namespace

std::vector<TissuePlan> joint_capsules(const Figures& figures, const std::vector<JointCleft>& clefts) {
    std::vector<TissuePlan> plans;
    for (const JointCleft& cleft : clefts) {
        const Pose frame = cleft.frame();
        const float place = cleft.lower_ride - 0.5F;
        const float length = along_the_spine(figures, place, "capsule_length");
        const float thickness = along_the_spine(figures, place, "capsule_thickness");
        std::vector<Hold> holds;
        for (int column = 0; column < around; column += around / 5) {
            holds.push_back({cleft.lower->id, blank().deep_vertex(column, 0)});
            holds.push_back({cleft.upper->id, blank().deep_vertex(column, 2 * half_rows)});
        }
        plan_pair(
            plans, "capsule." + cleft.segment,
            [&cleft, frame, length, thickness] { return seen_in(frame, sleeve(cleft, length, thickness)); },
            {}, holds, frame);
    }
    return plans;
}

} // namespace spinescope::anatomy
