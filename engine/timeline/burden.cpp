#include "timeline/burden.hpp"

#include "files/failure.hpp"
#include "timeline/regimen.hpp"

#include <algorithm>

namespace spinescope::timeline {

namespace {

using namespace mechanics;

constexpr std::size_t watched_disc = segments - 2; // L4-L5, which the published loads are of

void note(Burden& most, const Readings& now) {
    for (const LigamentReading& ligament : now.ligament)
        if (ligament.segment >= thoracic.first && ligament.share_of_failure > most.share_of_failure) {
            most.ligament = ligament.structure;
            most.strain = ligament.strain;
            most.share_of_failure = ligament.share_of_failure;
        }
    most.disc_N = std::max(most.disc_N, now.segment[watched_disc].disc_compression_N);
}

} // namespace

Burden burden(const SpineModel& model, const Conditions& conditions, std::span<const Motions> motions) {
    Burden most;
    for (const Motions& moved : motions) note(most, readings(model, conditions, moved));
    return most;
}

Burden burden(const SpineModel& model, const Performance& performance) {
    // Between neighbouring instants nothing has a peak of its own: a few of them do.
    std::vector<Motions> looked_at;
    const std::size_t stride = std::max<std::size_t>(1, performance.motions.size() / 60);
    for (std::size_t i = 0; i < performance.motions.size(); ++i) {
        const double t = performance.time_s[i];
        const Pace now = pace(performance.exercise, t);
        if (i % stride == 0 || (now.held && now.share == 0)) looked_at.push_back(performance.motions[i]);
    }
    return burden(model, {}, looked_at);
}

Burden burden_of_self_twist(const SpineModel& model) {
    const Manoeuvre manoeuvre = load_regimen("self-twist").phases.front().manoeuvre;
    Loads loads;
    for (std::size_t i = manoeuvre.region.first; i <= manoeuvre.region.last; ++i) {
        const double reference = model[i].reference_moment;
        loads.torques[i] = {manoeuvre.effort.flexion_deg * reference,
                            manoeuvre.effort.side_bend_deg * reference,
                            manoeuvre.effort.rotation_deg * reference};
    }
    const Pose pose = balanced(model, {}, loads);
    if (!pose.balance.found) throw Failure("self-twist", pose.balance.why, "give it less effort");
    return burden(model, {}, std::span(&pose.motions, 1));
}

double push_left(const SpineModel& model, double guarding_left) {
    constexpr double tight = 0.5, bent_deg = 20;
    const auto push = [&](double guarding) {
        Conditions conditions;
        for (Condition& condition : conditions) condition.guarding = guarding;
        return turned(model, conditions, lumbar, {.flexion_deg = bent_deg}).effort.x;
    };
    return push(tight * guarding_left) / push(tight);
}

} // namespace spinescope::timeline
