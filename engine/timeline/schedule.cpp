#include "timeline/schedule.hpp"

#include "files/failure.hpp"

#include <algorithm>
#include <array>

namespace spinescope::timeline {

namespace {

constexpr double minute_s = 60, hour_s = 3600, day_s = 86400;

/// Seconds from one repetition to the next.
double spacing(const Phase& phase) {
    const double room = waking_h * hour_s;
    if (phase.every_min == 0) return room / std::max(1, phase.repetitions);
    const double every = phase.every_min * minute_s;
    if (every * (phase.repetitions - 1) > room)
        throw Failure("every_min", std::to_string(phase.repetitions) + " repetitions do not fit into a day",
                      "give at most " + std::to_string(int(room / minute_s / (phase.repetitions - 1))) +
                          " minutes, or 0 to spread them over the day");
    return every;
}

std::size_t planned(const Regimen& regimen) {
    std::size_t sum = 0;
    for (const Phase& phase : regimen.phases)
        sum += std::size_t(std::max(0, phase.days)) * std::size_t(std::max(0, phase.repetitions));
    return sum;
}

} // namespace

std::vector<Appointment> schedule(const Regimen& regimen, std::size_t most_kept) {
    constexpr std::array after_the_last{2 * minute_s, 30 * minute_s, 2 * hour_s, 7 * hour_s};
    const std::size_t every_so_many = 1 + planned(regimen) / most_kept;
    std::vector<Appointment> all;
    int day = 1, done = 0;
    double last_s = 0;
    bool recovering = false;
    const auto look = [&](double time_s, int on_day, std::size_t phase) {
        if (!all.empty() && time_s <= all.back().time_s) return;
        all.push_back({.time_s = time_s, .day = on_day, .repetition = done, .phase = phase, .loaded = false});
    };
    const auto recover_until = [&](double end_s, int on_day, std::size_t phase) {
        if (recovering)
            for (const double later : after_the_last)
                if (last_s + later < end_s) look(last_s + later, on_day, phase);
        recovering = false;
    };
    for (std::size_t p = 0; p < regimen.phases.size(); ++p) {
        const Phase& phase = regimen.phases[p];
        const double apart = spacing(phase);
        for (int of_phase = 0; of_phase < phase.days; ++of_phase, ++day) {
            const double morning = (day - 1) * day_s;
            if (phase.repetitions == 0) {
                recover_until(morning, day - 1, p);
                look(morning, day, p);
                continue;
            }
            for (int i = 0; i < phase.repetitions; ++i) {
                last_s = morning + i * apart;
                const bool end = i == 0 || i == phase.repetitions - 1;
                all.push_back({.time_s = last_s,
                               .day = day,
                               .repetition = ++done,
                               .phase = p,
                               .kept = end || std::size_t(done) % every_so_many == 0});
            }
            recovering = true;
        }
    }
    if (all.empty()) return all;
    const double next_morning = (day - 1) * day_s;
    const std::size_t phase = regimen.phases.size() - 1;
    recover_until(next_morning, day - 1, phase);
    look(std::max(next_morning, last_s + 8 * hour_s), day - 1, phase);
    return all;
}

} // namespace spinescope::timeline
