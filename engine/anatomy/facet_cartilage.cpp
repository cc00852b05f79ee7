#include "anatomy/facet_cartilage.hpp"

#include "anatomy/ligament_figures.hpp"
#include "anatomy/paired.hpp"
#include "anatomy/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

namespace spinescope::anatomy {

namespace {

constexpr float contact_mm = 0.06F; ///< off the bone, so that the two never share a surface
constexpr float film_mm = 0.02F;    ///< between cartilage and synovial space, for the same reason
constexpr float lip_mm = 0.12F;     ///< what is left of the cartilage at its edge
constexpr int grid = 7;             ///< places a side

/// The share of the facet's ellipse, in 24 directions, over which that bone still faces the joint.
std::array<float, 24> reaches(const JointCleft& cleft, float way) {
    std::array<float, 24> share{};
    for (std::size_t i = 0; i < share.size(); ++i) {
        const float angle = glm::two_pi<float>() * static_cast<float>(i) / share.size();
        float r = 1;
        while (r > 0.6F &&
               cleft.to_bone(r * cleft.half_width * std::cos(angle), r * cleft.half_height * std::sin(angle),
                             way) > 0.5F * cleft.space + 0.35F)
            r -= 0.04F;
        share[i] = r;
    }
    std::array<float, 24> smooth{};
    for (std::size_t i = 0; i < share.size(); ++i) {
        const float a = share[(i + share.size() - 1) % share.size()];
        const float b = share[(i + 1) % share.size()];
        smooth[i] = std::min({share[i], 0.5F * share[i] + 0.25F * (a + b)});
    }
    return smooth;
}

float towards(const std::array<float, 24>& share, float angle) {
    const float at = (angle / glm::two_pi<float>() + 1) * static_cast<float>(share.size());
    const auto i = static_cast<std::size_t>(at);
    return glm::mix(share[i % share.size()], share[(i + 1) % share.size()], at - std::floor(at));
}

/// Where a place of the square grid lies on the unit disc: radius and angle.
glm::vec2 on_disc(float s, float t) {
    const float x = 2 * s - 1;
    const float y = 2 * t - 1;
    const float u = x * std::sqrt(1 - 0.5F * y * y);
    const float v = y * std::sqrt(1 - 0.5F * x * x);
    return {std::hypot(u, v), std::atan2(v, u)};
}

float profile(float r) {
    return std::sqrt(std::max(1 - std::pow(r, 5.0F), 0.0F));
}

/// One layer on the bone that lies `way` of the cleft.
Mesh layer(const JointCleft& cleft, float way, float thickness) {
    const auto share = reaches(cleft, way);
    Sheet sheet(grid, grid);
    for (int row = 0; row < grid; ++row)
        for (int column = 0; column < grid; ++column) {
            const glm::vec2 place = on_disc(sheet.s(column), sheet.t(row));
            const float r = place.x * towards(share, place.y);
            const float a = r * cleft.half_width * std::cos(place.y);
            const float u = r * cleft.half_height * std::sin(place.y);
            const float to_bone = std::min(cleft.to_bone(a, u, way), 0.5F * cleft.space + 0.35F) - contact_mm;
            const float thick = std::max(thickness * profile(place.x), lip_mm);
            SheetPlace& at = sheet.at(column, row);
            const glm::vec3 middle = cleft.middle(a, u);
            const glm::vec3 out = way * cleft.across_at(a);
            at.deep = middle + to_bone * out;
            at.surface = middle + (to_bone - thick) * out;
            at.deep_ride = at.surface_ride = way > 0 ? cleft.upper_ride : cleft.lower_ride;
        }
    return closed(sheet);
}

/// What the two layers leave free, and a little beyond their edges.
Mesh space_between(const JointCleft& cleft, float thickness) {
    const auto above = reaches(cleft, 1);
    const auto beneath = reaches(cleft, -1);
    Sheet sheet(grid, grid);
    for (int row = 0; row < grid; ++row)
        for (int column = 0; column < grid; ++column) {
            const glm::vec2 place = on_disc(sheet.s(column), sheet.t(row));
            const float share = std::min(towards(above, place.y), towards(beneath, place.y));
            const float r = 1.06F * place.x * share;
            const float a = r * cleft.half_width * std::cos(place.y);
            const float u = r * cleft.half_height * std::sin(place.y);
            const glm::vec3 middle = cleft.middle(a, u);
            const glm::vec3 out = cleft.across_at(a);
            const auto half = [&](float way, const std::array<float, 24>& reach) {
                const float within = r / towards(reach, place.y);
                const float free = std::min(cleft.to_bone(a, u, way), 0.5F * cleft.space + 0.35F) -
                                   contact_mm - film_mm -
                                   std::max(thickness * profile(std::min(within, 1.0F)), lip_mm);
                return std::max(free, 0.02F) * (place.x > 0.99F ? 0.4F : 1.0F);
            };
            SheetPlace& at = sheet.at(column, row);
            at.deep = middle - half(-1, beneath) * out;
            at.surface = middle + half(1, above) * out;
            // The atlas turns so far that a film held by both faces would be torn: it stays halfway.
            const float halfway = 0.5F * (cleft.lower_ride + cleft.upper_ride);
            const bool turns_far = cleft.segment == "C1-C2";
            at.deep_ride = turns_far ? halfway : cleft.lower_ride;
            at.surface_ride = turns_far ? halfway : cleft.upper_ride;
        }
    return closed(sheet);
}

} // namespace

std::vector<TissuePlan> facet_cartilages(const Figures& figures, const std::vector<JointCleft>& clefts) {
    std::vector<TissuePlan> plans;
    for (const JointCleft& cleft : clefts) {
        const Pose frame = cleft.frame();
        const float thickness =
            std::min(along_the_spine(figures, cleft.lower_ride - 0.5F, "facet_cartilage_thickness"),
                     0.5F * cleft.space - 0.1F);
        const auto cartilage = [&cleft, frame, thickness] {
            return seen_in(frame, joined(layer(cleft, -1, thickness), layer(cleft, 1, thickness)));
        };
        const auto space = [&cleft, frame, thickness] {
            return seen_in(frame, space_between(cleft, thickness));
        };
        plan_pair(plans, "cartilage." + cleft.segment, cartilage, {}, {}, frame);
        plan_pair(plans, "synovial." + cleft.segment, space, {}, {}, frame);
    }
    return plans;
}

} // namespace spinescope::anatomy
