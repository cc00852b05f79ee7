#include "anatomy/muscle.hpp"

#include "anatomy/canal.hpp"
#include "anatomy/chain.hpp"
#include "anatomy/hip_bone.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

namespace spinescope::anatomy {

namespace {

constexpr float reach = 20;     // mm; farther neighbours are not asked
constexpr float fascia = 0.25F; // mm between a muscle and what it lies against

Box box_of(const Sweep& sweep) {
    Box box{glm::vec3(1e9F), glm::vec3(-1e9F)};
    for (const SweptStation& station : sweep.stations) {
        const float most = std::max(station.side, station.deep);
        box.low = glm::min(box.low, station.at - most);
        box.high = glm::max(box.high, station.at + most);
    }
    return box;
}

glm::vec3 onto(const Shape& shape, glm::vec3 p) {
    for (int step = 0; step < 16; ++step) {
        constexpr float h = 0.1F;
        const float off = shape(p);
        if (std::abs(off) < 0.02F) break;
        const glm::vec3 slope{shape(p + glm::vec3(h, 0, 0)) - off, shape(p + glm::vec3(0, h, 0)) - off,
                              shape(p + glm::vec3(0, 0, h)) - off};
        const float steep = glm::length(slope);
        if (steep < 1e-5F) break;
        p -= 0.8F * off * slope / steep;
    }
    return p;
}

} // namespace

MuscleBed::MuscleBed(const Figures& figures, const StandingBones& bones,
                     const std::array<Rib, rib_pairs>& ribs)
    : figures_(figures), bones_(bones), ribs_(ribs) {
    for (const Rib& rib : ribs) obstacles_.push_back({box_of(rib.sweep), solid_of(rib.sweep)});
    hip_ = [hip = hip_solid(bones)](const glm::vec3& p) { return hip(p); };
    obstacles_.push_back({{{-80, -190, 0}, {100, 75, 150}}, hip_});
}

Room MuscleBed::room() const {
    return [obstacles = obstacles_, &bones = bones_](const glm::vec3& p) {
        float least = bones.distance(p, reach);
        for (const Obstacle& obstacle : obstacles) {
            const glm::vec3 off =
                glm::max(glm::max(obstacle.box.low - p, p - obstacle.box.high), glm::vec3(0));
            if (glm::dot(off, off) >= least * std::max(least, 0.0F)) continue;
            least = std::min(least, obstacle.shape(p));
        }
        return least - fascia;
    };
}

void MuscleBed::lay(const Muscle& muscle) {
    for (const Sweep& bundle : muscle.bundles) obstacles_.push_back({box_of(bundle), solid_of(bundle)});
}

glm::vec3 MuscleBed::onto_rib(std::size_t number, const glm::vec3& p) const {
    return onto(obstacles_[number - 1].shape, p);
}
glm::vec3 MuscleBed::onto_hip(const glm::vec3& p) const {
    return onto(hip_, p);
}

Sweep belly(const Figures& figures, const StandingBones& bones, const std::string& name) {
    std::vector<std::string> places{"S5", "S4", "S3", "S2"};
    places.insert(places.end(), levels.rbegin(), levels.rend());
    Sweep sweep{.around = 12, .step_mm = 9};
    for (const std::string& place : places) {
        const std::string id = std::string("muscle.").append(name).append(".").append(place);
        if (figures.find(id, "aside") == nullptr) continue;
        const auto of = [&](const char* quantity) { return static_cast<float>(figures.value(id, quantity)); };
        const std::string level = place.front() == 'S' ? "S1" : place;
        sweep.stations.push_back({bones.at(level).pose.out_of({-of("behind"), of("above"), of("aside")}),
                                  0.5F * of("width"), 0.5F * of("thickness"), ride_of(level)});
    }
    return sweep;
}

Insertion hold_on(const MuscleBed& bed, std::string_view level, const glm::vec3& near) {
    return {level == "S1" ? "sacrum" : std::string(level), bed.bones().onto(level, near), ride_of(level)};
}

Insertion hold_on_rib(const MuscleBed& bed, std::size_t number, const glm::vec3& near) {
    return {"rib." + std::to_string(number) + ".right", bed.onto_rib(number, near),
            ride_of("T" + std::to_string(number))};
}

Insertion hold_on_hip(const MuscleBed& bed, const glm::vec3& near) {
    return {"hip.right", bed.onto_hip(near), sacrum_ride};
}

void add_slip(Muscle& muscle, const Sweep& body, const Insertion& hold, float lead, float half_width) {
    const glm::vec3 aim = hold.at - glm::vec3(0, lead, 0);
    const std::vector<SweptStation> axis = along(body);
    const SweptStation& root =
        *std::ranges::min_element(axis, {}, [&](const SweptStation& s) { return glm::distance(s.at, aim); });
    // From the side of the belly that faces the hold.
    const glm::vec3 towards = hold.at - root.at;
    const float inside = 0.6F * std::min(root.side, root.deep);
    const glm::vec3 from = root.at + inside * glm::normalize(glm::vec3(towards.x, 0, towards.z));
    muscle.bundles.push_back(
        {.stations = {{from, half_width, 0.6F * half_width, root.ride},
                      {glm::mix(from, hold.at, 0.5F), half_width, 0.7F * half_width,
                       glm::mix(root.ride, hold.ride, 0.6F)},
                      {glm::mix(from, hold.at, 0.85F), 0.8F * half_width, 0.5F * half_width, hold.ride},
                      {hold.at, 0.6F * half_width, 0.4F * half_width, hold.ride}},
         .around = 6,
         .step_mm = 8});
    muscle.attachments.push_back({hold.bone, 0.001F * hold.at});
}

namespace {

/// How full a bundle is at a share of its length.
struct Fullness {
    float at, share;
};

void add_bundle(Muscle& muscle, const Insertion& from, const Insertion& to, float width, float thickness,
                const glm::vec3& bow, std::span<const Fullness> shape) {
    Sweep bundle{.side = {0, 0.25F, 1}, .around = 8, .step_mm = 8};
    for (const auto& [t, full] : shape)
        bundle.stations.push_back({glm::mix(from.at, to.at, t) + 4 * t * (1 - t) * bow,
                                   std::max(0.5F * full * width, 0.5F),
                                   std::max(0.5F * full * thickness, 0.4F), glm::mix(from.ride, to.ride, t)});
    muscle.bundles.push_back(std::move(bundle));
    muscle.attachments.push_back({from.bone, 0.001F * from.at});
    muscle.attachments.push_back({to.bone, 0.001F * to.at});
}

} // namespace

void add_spindle(Muscle& muscle, const Insertion& from, const Insertion& to, float width, float thickness,
                 const glm::vec3& bow) {
    constexpr std::array<Fullness, 6> spindle = {
        {{0, 0.2F}, {0.15F, 0.5F}, {0.38F, 1}, {0.6F, 0.95F}, {0.85F, 0.4F}, {1, 0.12F}}};
    add_bundle(muscle, from, to, width, thickness, bow, spindle);
}

void add_strap(Muscle& muscle, const Insertion& from, const Insertion& to, float width, float thickness,
               const glm::vec3& bow) {
    constexpr std::array<Fullness, 5> strap = {
        {{0, 0.5F}, {0.12F, 0.9F}, {0.5F, 1}, {0.88F, 0.8F}, {1, 0.4F}}};
    add_bundle(muscle, from, to, width, thickness, bow, strap);
}

} // namespace spinescope::anatomy
