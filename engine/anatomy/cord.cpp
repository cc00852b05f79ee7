#include "anatomy/cord.hpp"

#include "anatomy/chain.hpp"
#include "anatomy/swept.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <string>

namespace spinescope::anatomy {

namespace {

constexpr float step = 0.25F; // vertebrae between stations

/// A wall of that thickness: the surface and, turned inward, its parallel.
Mesh shell(const Mesh& outside, float thickness) {
    Mesh inside = outside;
    for (std::size_t i = 0; i < inside.positions.size(); ++i) {
        inside.positions[i] -= thickness * outside.normals[i];
        inside.normals[i] = -outside.normals[i];
    }
    for (std::size_t i = 0; i + 2 < inside.indices.size(); i += 3)
        std::swap(inside.indices[i + 1], inside.indices[i + 2]);
    return joined(std::array{outside, inside});
}

} // namespace

Cord::Cord(const Figures& figures, const Canal& canal) : canal_(&canal) {
    const auto of = [&](const std::string& id, const char* quantity) {
        return static_cast<float>(figures.value(id, quantity));
    };
    for (const char* segment : {"C1", "C3", "C5", "C8", "T2", "T8", "T12", "L3", "S2", "S5"}) {
        const std::string id = std::string("cord.") + segment;
        girths_.push_back(
            {of(std::string("nerve.") + segment, "cord_place"), of(id, "cord_width"), of(id, "cord_depth")});
    }
    conus_ = of("cord", "conus_place");
    sac_end_ = of("dura", "end_place");
    in_front_ = of("dura", "in_front");
    beside_ = of("dura", "beside");
    behind_ = {of("dura.cervical", "behind"), of("dura.thoracic", "behind"), of("dura.lumbar", "behind")};
}

CanalEllipse Cord::sac(float place) const {
    const CanalSection canal = canal_->at(place);
    const float chest = glm::smoothstep(7.0F, 9.0F, place);
    const float loins = glm::smoothstep(18.0F, 20.0F, place);
    const float atlas = glm::smoothstep(2.0F, 1.6F, place); // only a membrane behind
    const float behind =
        glm::mix(glm::mix(glm::mix(behind_[0], 1.0F, atlas), behind_[1], chest), behind_[2], loins);
    // In the sacrum the sac shrinks to its end and there is no flaval ligament behind.
    const float sacral = glm::smoothstep(24.5F, 25.5F, place);
    const float front = glm::mix(in_front_, 1.2F, sacral);
    const float back = glm::mix(behind, 1.8F, sacral);
    const float end = glm::smoothstep(sac_end_ + 0.1F, sac_end_ - 1.6F, place);
    CanalEllipse sac;
    sac.forward = canal.forward;
    sac.at = canal.at + 0.5F * (back - front) * canal.forward;
    const float roomy = std::min(canal.depth, 19.0F); // the rest is fat
    sac.half_depth = 0.5F * (roomy - front - back) * glm::mix(0.35F, 1.0F, end);
    sac.half_width = std::min(0.5F * canal.width - beside_, 9.0F) * glm::mix(0.3F, 1.0F, end);
    return sac;
}

CanalEllipse Cord::cord(float place) const {
    CanalEllipse cord = sac(place);
    std::size_t i = 1;
    while (i + 1 < girths_.size() && girths_[i].place < place) ++i;
    const Girth& a = girths_[i - 1];
    const Girth& b = girths_[i];
    const float t = glm::smoothstep(a.place, b.place, place);
    const float cone = place < b.place ? 1.0F : std::max((conus_ - place) / (conus_ - b.place), 0.0F);
    cord.half_width = 0.5F * glm::mix(a.width, b.width, t) * glm::mix(0.25F, 1.0F, cone);
    cord.half_depth = 0.5F * glm::mix(a.depth, b.depth, t) * glm::mix(0.25F, 1.0F, cone);
    return cord;
}

std::vector<TissuePlan> cord_and_covers(const Figures& figures, const StandingBones& bones,
                                        const Canal& canal) {
    const Cord cord(figures, canal);
    Sweep marrow{.around = 18, .step_mm = 5};
    for (float place = 0; place < cord.conus(); place += step) {
        const CanalEllipse e = cord.cord(place);
        marrow.stations.push_back({e.at, e.half_width, e.half_depth, ride_at(place)});
    }
    const CanalEllipse tip = cord.cord(cord.conus());
    marrow.stations.push_back({tip.at, 0.7F, 0.7F, ride_at(cord.conus())});

    const float thin = 0.5F * static_cast<float>(figures.value("filum", "diameter"));
    Sweep filum{.around = 6, .step_mm = 7};
    for (float place = cord.conus() - 0.1F; place < cord.sac_end() - 0.2F; place += 2 * step)
        filum.stations.push_back({cord.sac(place).point(0, -0.25F), thin, thin, ride_at(place)});
    for (const float place : {26.0F, 26.5F, 27.0F, 28.0F, 28.6F})
        filum.stations.push_back({canal.at(place).at, thin, thin, sacrum_ride});
    const glm::vec3 below = canal.at(Canal::foot).at;
    const glm::vec3 hold = bones.onto("coccyx", below + glm::vec3(-1, -16, 0));
    filum.stations.push_back(
        {0.5F * (canal.at(28.6F).at + hold) - glm::vec3(1.5F, 0, 0), thin, thin, sacrum_ride});
    filum.stations.push_back({hold, thin, thin, sacrum_ride});

    Sweep sac{.around = 18, .step_mm = 8.5F};
    for (float place = 0.2F; place < cord.sac_end(); place += step) {
        const CanalEllipse e = cord.sac(place);
        sac.stations.push_back({e.at, e.half_width, e.half_depth, ride_at(place)});
    }
    const CanalEllipse end = cord.sac(cord.sac_end());
    sac.stations.push_back({end.at, end.half_width, end.half_depth, sacrum_ride});
    const auto wall = static_cast<float>(figures.value("dura", "thickness"));

    const auto clear = [&bones](float gap) {
        return [&bones, gap](const glm::vec3& p) { return bones.distance(p, 10) - gap; };
    };
    std::vector<TissuePlan> plans;
    plans.push_back({.id = "cord", .make = [marrow, clear] { return swept(marrow, clear(1.2F)); }});
    plans.push_back({.id = "filum",
                     .make = [filum, clear] { return swept(eased(filum, clear(0.1F), 0.3F), clear(0.05F)); },
                     .attachments = {{"coccyx", 0.001F * hold}}});
    plans.push_back({.id = "dura", .make = [sac, clear, wall] { return shell(swept(sac, clear(1)), wall); }});
    return plans;
}

} // namespace spinescope::anatomy
