#include "anatomy/supraspinous_and_nuchal.hpp"

#include "anatomy/bed.hpp"
#include "anatomy/chain.hpp"
#include "anatomy/ligament_figures.hpp"
#include "anatomy/occiput.hpp"
#include "anatomy/sheet.hpp"
#include "anatomy/vertebral_landmarks.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

namespace spinescope::anatomy {

namespace {

constexpr float contact_mm = 0.08F;
constexpr int rows_a_level = 4; ///< from tip to tip
constexpr int cord_columns = 5;
constexpr int sheet_columns = 6;

/// A tip of the column's back: where, what carries it, and which bone.
struct Tip {
    glm::vec3 at{};
    float ride = 0;
    std::string bone;
};

std::vector<Tip> tips(const Figures& figures, const StandingBones& bones, std::string_view first,
                      std::string_view last) {
    std::vector<Tip> found;
    for (std::size_t i = index_of(first); i <= index_of(last); ++i)
        found.push_back(
            {spinous_process(figures, bones, levels[i]).tip, ride_of(levels[i]), std::string(levels[i])});
    return found;
}

Sheet supraspinous(const Figures& figures, const StandingBones& bones, const std::vector<Tip>& over) {
    Sheet sheet(cord_columns, static_cast<int>(over.size() - 1) * rows_a_level + 1);
    std::vector<float> thickness;
    for (int row = 0; row < sheet.rows; ++row) {
        const auto k = std::min(static_cast<std::size_t>(row / rows_a_level), over.size() - 2);
        const float t = static_cast<float>(row) / rows_a_level - static_cast<float>(k);
        const Tip& above = over[k];
        const Tip& beneath = over[k + 1];
        const glm::vec3 down = glm::normalize(beneath.at - above.at);
        const glm::vec3 back(down.y, -down.x, 0); // x forward, so this looks backward while down looks down
        const glm::vec3 chord = glm::mix(above.at, beneath.at, t);
        const Shape bed = bed_of({shape_of(bones.at(above.bone)), shape_of(bones.at(beneath.bone))}, 2.5F);
        const float ride = glm::mix(above.ride, beneath.ride, glm::smoothstep(0.15F, 0.85F, t));
        // At both ends it thins out into its neighbours.
        const float end = static_cast<float>(std::min(row, sheet.rows - 1 - row)) / rows_a_level;
        const float half = 0.5F * along_the_spine(figures, ride, "supraspinous_width") *
                           glm::mix(0.45F, 1.0F, std::min(end, 1.0F));
        for (int column = 0; column < cord_columns; ++column) {
            SheetPlace& place = sheet.at(column, row);
            place.across = (2 * sheet.s(column) - 1) * half;
            // Onto the tips; between them it sags by a millimetre and a half at most.
            const float off = 16 + 1.5F * 4 * t * (1 - t) + 0.12F * place.across * place.across;
            const glm::vec3 from = chord + 16.0F * back + glm::vec3(0, 0, place.across);
            place.deep = from - met(bed, from, -back, contact_mm, off).value_or(off) * back;
            place.deep_ride = ride;
        }
        thickness.push_back(along_the_spine(figures, ride, "supraspinous_thickness"));
    }
    thicken(sheet, {-1, 0, 0}, [&](int column, int row) {
        const float end = row == 0 || row == sheet.rows - 1 ? 0.35F : 1.0F;
        return end * thickness[static_cast<std::size_t>(row)] * std::max(tapered(sheet.s(column), 3), 0.15F);
    });
    return sheet;
}

Sheet nuchal(const StandingBones& bones, const std::vector<Tip>& front, const Occiput& skull) {
    constexpr int rows_between = 2;
    const int last = static_cast<int>(front.size()) - 1;
    Sheet sheet(sheet_columns, last * rows_between + 1);
    std::vector<Shape> parts;
    for (const Tip& tip : front)
        if (tip.bone != "occiput") parts.push_back(shape_of(bones.at(tip.bone)));
    const Shape bare = bed_of(std::move(parts), 0.3F);
    const glm::vec3 lowest = front.back().at;
    for (int row = 0; row < sheet.rows; ++row) {
        const auto k = std::min(static_cast<std::size_t>(row / rows_between), front.size() - 2);
        const float t = 0.5F * static_cast<float>(row) - static_cast<float>(k);
        const float down = sheet.t(row);
        // Between the tips it reaches in to the interspinous ligaments.
        const glm::vec3 edge =
            glm::mix(front[k].at, front[k + 1].at, t) + glm::vec3(k == 0 ? 0.0F : 4 * 4 * t * (1 - t), 0, 0);
        // The rear edge is drawn a little forward by the muscles that take hold of it.
        const glm::vec3 rear = glm::mix(skull.inion, lowest + glm::vec3(-1.5F, 2, 0), down) +
                               glm::vec3(5 * std::sin(glm::pi<float>() * down), 0, 0);
        for (int column = 0; column < sheet_columns; ++column) {
            SheetPlace& place = sheet.at(column, row);
            const float s = sheet.s(column);
            place.deep = glm::mix(edge, rear, s);
            place.deep_ride = glm::mix(front[k].ride, front[k + 1].ride, t);
            place.across = s * glm::distance(edge, rear);
        }
    }
    thicken_both_ways(sheet, {0, 0, 1}, [&](int column, int) {
        return column == sheet_columns - 1 ? 2.2F : column == sheet_columns - 2 ? 3.0F : 1.1F;
    });
    for (SheetPlace& place : sheet.places) {
        place.deep = lifted(bare, place.deep, contact_mm);
        place.surface = lifted(bare, place.surface, contact_mm);
    }
    return sheet;
}

} // namespace

std::vector<TissuePlan> supraspinous_and_nuchal(const Figures& figures, const StandingBones& bones) {
    const std::vector<Tip> cord = tips(figures, bones, "C7", "L4");
    std::vector<Hold> cord_holds;
    const Sheet blank(cord_columns, static_cast<int>(cord.size() - 1) * rows_a_level + 1);
    for (std::size_t k = 0; k < cord.size(); ++k)
        cord_holds.push_back(
            {cord[k].bone, blank.deep_vertex(cord_columns / 2, static_cast<int>(k) * rows_a_level)});

    const Occiput skull = occiput_of(figures, bones);
    std::vector<Tip> neck{{skull.opisthion, occiput_ride, "occiput"}};
    std::ranges::move(tips(figures, bones, "C1", "C7"), std::back_inserter(neck));
    std::vector<Hold> neck_holds;
    const Sheet blank_neck(sheet_columns, 2 * static_cast<int>(neck.size()) - 1);
    for (std::size_t k = 0; k < neck.size(); ++k)
        neck_holds.push_back({neck[k].bone, blank_neck.deep_vertex(0, 2 * static_cast<int>(k))});
    neck_holds.push_back({"occiput", blank_neck.deep_vertex(sheet_columns - 1, 0)});

    std::vector<TissuePlan> plans;
    plans.push_back({.id = "ligament.supraspinous",
                     .make = [&figures, &bones, cord] { return closed(supraspinous(figures, bones, cord)); },
                     .holds = cord_holds});
    plans.push_back({.id = "ligament.nuchal",
                     .make = [&bones, neck, skull] { return closed(nuchal(bones, neck, skull)); },
                     .holds = neck_holds});
    return plans;
}

} // namespace spinescope::anatomy
