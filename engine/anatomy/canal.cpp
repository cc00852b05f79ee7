#include "anatomy/canal.hpp"

#include "anatomy/chain.hpp"
#include "anatomy/vertebra_plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

namespace {

constexpr int parts_a_place = 8;

} // namespace

Canal::Canal(const Figures& figures, const StandingBones& bones) {
    const auto of = [&](std::string_view level, const char* quantity) {
        return static_cast<float>(figures.value(level, quantity));
    };
    const auto station = [&](float place, std::string_view level, const glm::vec3& own, float depth,
                             float width) {
        stations_.push_back({place, bones.at(level).pose.out_of(own), depth, width});
    };
    // Behind the dens and its ligament the atlas leaves the rear two thirds of its ring; the canal is
    // narrowest where the lower edge of the rear arch faces the foot of the dens.
    station(0, "C2", {-18, 29, 0}, 30, 28);
    station(1, "C1", {-7.4F, 0, 0}, 12, of("C1", "canal_width"));
    station(1.5F, "C2", {-11.2F, 4.5F, 0}, 10, of("C2", "canal_width"));
    for (std::size_t i = 1; i + 1 < levels.size(); ++i) {
        const std::string_view level = levels[i];
        const EndplatePose ends = endplates(figures, level);
        // The rear of the axis' wide ring is fat.
        const float depth = std::min(of(level, "canal_depth"), level == "C2" ? 15.0F : 30.0F);
        const float width = of(level, "canal_width");
        const float rear = ends.lower.origin.x - 0.5F * of(level, "body_depth_lower");
        const float x = rear - 0.5F * depth;
        const auto place = static_cast<float>(i + 1);
        station(place, level, {x, 0, 0}, depth, width);
        const std::string_view under = below(level);
        const EndplatePose next = endplates(figures, under);
        const float next_depth = of(under, "canal_depth");
        const float next_rear = next.upper.origin.x - 0.5F * of(under, "body_depth_upper");
        const glm::vec3 high = bones.at(level).pose.out_of({x, ends.lower.origin.y, 0});
        const glm::vec3 low =
            bones.at(under).pose.out_of({next_rear - 0.5F * next_depth, next.upper.origin.y, 0});
        stations_.push_back({place + 0.5F, 0.5F * (high + low), 0.5F * (depth + next_depth),
                             0.5F * (width + of(under, "canal_width"))});
    }
    const float rear = -0.5F * of("S1", "body_depth_upper");
    const float depth = of("S1", "canal_depth");
    station(25, "S1", {rear - 0.5F * depth, -11, 0}, depth, of("S1", "canal_width"));
    station(26, "S1", {-25, -38, 0}, 10, 21); // the curve of the sacral canal, see sacrum.cpp
    station(27, "S1", {-22, -60, 0}, 7.6F, 15);
    station(28, "S1", {-11.7F, -78, 0}, 6.4F, 12);
    station(foot, "S1", {-3, -90.5F, 0}, 6, 10);
    for (int i = 0; i <= static_cast<int>(foot) * parts_a_place; ++i)
        middles_.push_back(at(static_cast<float>(i) / parts_a_place).at);
}

CanalSection Canal::at(float place) const {
    const float held = std::clamp(place, 0.0F, foot);
    std::size_t i = 1;
    while (i + 1 < stations_.size() && stations_[i].place < held) ++i;
    const Station& a = stations_[i > 1 ? i - 2 : 0];
    const Station& b = stations_[i - 1];
    const Station& c = stations_[i];
    const Station& d = stations_[std::min(i + 1, stations_.size() - 1)];
    const float step = c.place - b.place;
    const float t = (held - b.place) / step;
    const glm::vec3 out = (c.at - a.at) * (step / (c.place - a.place));
    const glm::vec3 in = (d.at - b.at) * (step / (d.place - b.place));
    const float t2 = t * t;
    const float t3 = t2 * t;
    const glm::vec3 p =
        (2 * t3 - 3 * t2 + 1) * b.at + (t3 - 2 * t2 + t) * out + (3 * t2 - 2 * t3) * c.at + (t3 - t2) * in;
    const glm::vec3 down = glm::normalize((6 * t2 - 6 * t) * b.at + (3 * t2 - 4 * t + 1) * out +
                                          (6 * t - 6 * t2) * c.at + (3 * t2 - 2 * t) * in);
    return {p, {-down.y, down.x, 0}, glm::mix(b.depth, c.depth, t), glm::mix(b.width, c.width, t)};
}

float Canal::place_of(const glm::vec3& p) const {
    float best = 0;
    float least = 1e30F;
    const glm::vec3 q(p.x, p.y, 0);
    for (std::size_t i = 0; i + 1 < middles_.size(); ++i) {
        const glm::vec3 step = middles_[i + 1] - middles_[i];
        const float t = std::clamp(glm::dot(q - middles_[i], step) / glm::dot(step, step), 0.0F, 1.0F);
        const float far = glm::distance(q, middles_[i] + t * step);
        if (far >= least) continue;
        least = far;
        best = (static_cast<float>(i) + t) / parts_a_place;
    }
    return best;
}

float ride_at(float place) {
    const float whole = std::floor(place);
    const float t = std::clamp((place - whole - 0.3F) / 0.4F, 0.0F, 1.0F);
    return std::min(whole + t * t * (3 - 2 * t), sacrum_ride);
}

} // namespace spinescope::anatomy
