#include "mechanics/hypermobility.hpp"

#include "mechanics/settle.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace spinescope::mechanics {

namespace {

Hypermobility bent_both_ways(const Segment& segment, Condition condition) {
    condition.guarding = 0;
    constexpr int bend = 5;
    std::array<Motion, 2> ends;
    for (std::size_t k = 0; k < ends.size(); ++k) {
        Vector6 pull = Vector6::Zero();
        pull[bend] = (k == 0 ? -1 : 1) * segment.reference_moment;
        ends[k] = settle(segment, condition, pull, Motion::Zero()).motion;
    }
    const auto& [forward, backward] = ends;
    Hypermobility found{.rotation_deg = turn_of(forward).flexion_deg - turn_of(backward).flexion_deg};
    if (!segment.foramen.upper.empty()) {
        const glm::dvec3& edge = segment.foramen.upper.back();
        found.translation_mm = 1e3 * (carried(forward, edge).x - carried(backward, edge).x);
    }
    return found;
}

std::string told(const std::string& name, double by, const char* unit, const char* what, double limit) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), "%s: %.1f %s beyond the %g %s of %s", name.c_str(), by, unit,
                  limit, unit, what);
    return text.data();
}

} // namespace

std::array<Hypermobility, segments> hypermobility(const SpineModel& model, const Conditions& conditions) {
    std::array<Hypermobility, segments> all;
    for (std::size_t i = 0; i < segments; ++i) all[i] = bent_both_ways(model[i], conditions[i]);
    for (std::size_t i = 0; i < segments; ++i) {
        const MobilityLimits& limits = model[i].limits;
        Hypermobility& here = all[i];
        // Over both: beside a stiff segment a healthy one is not loose.
        const double above = i > 0 ? all[i - 1].rotation_deg : 0;
        const double below = i + 1 < segments ? all[i + 1].rotation_deg : 0;
        const double over = here.rotation_deg - std::max(above, below);
        const auto hold = [&](double value, double limit, double error, const char* unit, const char* what) {
            if (here.beyond || !(value > limit + error)) return;
            here.beyond = true;
            here.why = told(model[i].name, value - limit, unit, what, limit);
        };
        hold(here.rotation_deg, limits.rotation_deg, limits.reading_error_deg, "deg",
             "bending that count as normal");
        hold(over, limits.over_neighbour_deg, limits.reading_error_deg, "deg",
             "bending more than its neighbours");
        hold(here.translation_mm, limits.translation_mm, 0, "mm", "sliding that count as normal");
    }
    return all;
}

} // namespace spinescope::mechanics
