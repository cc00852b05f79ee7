// How the rows about one joint's pop are computed: cavitation as it was seen in joints, cups and films.
#include "cavitation/capsule.hpp"
#include "cavitation/squeeze_film.hpp"
#include "timeline/scenario.hpp"
#include "timeline/sound.hpp"
#include "timeline/spectral_peak.hpp"
#include "timeline/sweep.hpp"
#include "timeline/validation_checks.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <numeric>

namespace spinescope::timeline {

namespace {

using cavitation::Sample;

/// A scenario with its trace cut to what happens at the pull.
Scenario shortened(const char* name) {
    Scenario scenario = load_scenario(name);
    set(scenario, "end_min", 2);
    return scenario;
}

/// Percent by which the film's force misses the Newtonian closed form, at worst.
double newtonian_error() {
    const cavitation::Carreau newtonian{.eta0 = 1, .eta_inf = 1, .lambda = 1, .n = 1};
    const cavitation::FilmFlow flow(newtonian);
    double worst = 0;
    constexpr double R = 7e-3;
    for (const double h : {2e-6, 20e-6, 300e-6})
        for (const double V : {1e-6, 1e-3, 0.1}) {
            const double exact = 1.5 * std::numbers::pi * std::pow(R, 4) * V / std::pow(h, 3);
            worst = std::max(worst, std::abs(flow.force(R, h, V) / exact - 1));
        }
    return 100 * worst;
}

/// Cells of a grid of film and speed that break the order: once a film pops at some speed it pops at every
/// higher one, and at that speed every thinner film pops, too. A grid without both outcomes shows no switch:
/// all of it counts.
double out_of_order() {
    const SweepAxis films{"film_um", 1, 32, 6, true}, rates{"pull_rate_N_per_s", 4, 4000, 4, true};
    const std::vector<SweepPoint> grid = sweep(shortened("healthy-pop"), std::vector{films, rates});
    const auto popped = [&](int film, int rate) { return grid[film * rates.count + rate].outcome.popped; };
    int wrong = 0, pops = 0;
    for (int film = 0; film < films.count; ++film)
        for (int rate = 0; rate < rates.count; ++rate) {
            pops += popped(film, rate) ? 1 : 0;
            const bool slower = rate > 0 && popped(film, rate - 1);
            const bool thicker = film + 1 < films.count && popped(film + 1, rate);
            wrong += (slower || thicker) && !popped(film, rate) ? 1 : 0;
        }
    return pops == 0 || pops == films.count * rates.count ? double(grid.size()) : wrong;
}

double lowest_kPa(const Trace& trace) {
    return std::ranges::min(trace.samples, {}, &Sample::pressure_Pa).pressure_Pa / 1e3;
}

/// From nucleation to 90 % of the first peak of the cavity's volume, ms.
double rise_ms(const Trace& trace) {
    const double pop = trace.outcome.time_of_pop_s.value_or(0);
    double most = 0;
    for (const Sample& sample : trace.samples)
        if (sample.time_s <= pop + 1) most = std::max(most, sample.cavity_m3);
    const auto full = std::ranges::find_if(
        trace.samples, [&](const Sample& s) { return s.time_s >= pop && s.cavity_m3 >= 0.9 * most; });
    return 1e3 * (full->time_s - pop);
}

/// From the first to the last instant within 20 dB of the peak, ms.
double length_ms(const Sound& sound) {
    const auto loudness = [](float sample) {
        return std::abs(std::atanh(std::clamp(sample, -0.99999F, 0.99999F)));
    };
    float peak = 0;
    for (const float sample : sound.samples) peak = std::max(peak, loudness(sample));
    const auto loud = [&](float sample) { return loudness(sample) >= 0.1F * peak; };
    const auto first = std::ranges::find_if(sound.samples, loud);
    const auto last = std::find_if(sound.samples.rbegin(), sound.samples.rend(), loud).base();
    return 1e3 * double(last - first) / sound.rate_Hz;
}

double second_cavity_over_first() {
    Scenario scenario = shortened("nucleated-fluid");
    const double first = solve(scenario).outcome.peak_cavity_mm3;
    set(scenario, "rest_min", 5);
    return solve(scenario).outcome.peak_cavity_mm3 / first;
}

bool pops_again(double rest_min) {
    Scenario scenario = shortened("healthy-pop");
    set(scenario, "rest_min", rest_min);
    return solve(scenario).outcome.popped;
}

/// To a quarter of a minute. The curve is monotonic; a test holds that.
double shortest_rest_min() {
    double no = 1, yes = 1439;
    while (yes - no > 0.25) {
        const double middle = std::midpoint(no, yes);
        (pops_again(middle) ? yes : no) = middle;
    }
    return yes;
}

/// Just before letting go: the gas, and the carbon dioxide in it, as parts of the joint and of the gas.
Sample held(const Trace& trace) {
    return at(trace, std::ranges::find(trace.events, "let-go", &Event::id)->time_s);
}

double gas_percent(const Trace& trace) {
    const double gas = held(trace).cavity_m3;
    return 100 * gas / (gas + trace.parameters.fluid);
}

double carbon_dioxide_percent(const Trace& trace) {
    const auto gas = held(trace).cavity_mol;
    return 100 * gas[cavitation::CO2] / std::accumulate(gas.begin(), gas.end(), 0.0);
}

/// The capsule alone, opened by 0.3 mL over the facet's area: a dissected joint's bones are free to part.
double injected_kPa(const cavitation::Parameters& p) {
    cavitation::Capsule capsule = p.capsule;
    capsule.perimeter = 2 * std::sqrt(std::numbers::pi * p.area);
    return cavitation::capsule_force(capsule, 0.3e-6 / p.area) / p.area / 1e3;
}

/// Largest change of the moles in a joint that exchanges no gas with the tissue.
double moles_drift() {
    Scenario scenario = load_scenario("healthy-pop");
    set(scenario, "tissue_exchange", 0);
    const Trace trace = solve(scenario);
    double worst = 0;
    for (std::size_t gas = 0; gas < 3; ++gas) {
        const auto total = [&](const Sample& s) { return s.dissolved_mol[gas] + s.cavity_mol[gas]; };
        const double before = total(trace.samples.front());
        for (const Sample& sample : trace.samples)
            worst = std::max(worst, std::abs(total(sample) / before - 1));
    }
    return worst;
}

} // namespace

Checks checks_of_a_pop() {
    const auto healthy = std::make_shared<const Trace>(solve(shortened("healthy-pop")));
    const auto sound = std::make_shared<const Sound>(sound_of(*healthy));
    const auto gap_change = [](const Trace& trace) {
        return trace.outcome.gap_after_mm - trace.outcome.gap_before_mm;
    };
    return {
        {"1", newtonian_error},
        {"2", [=] { return lowest_kPa(*healthy); }},
        {"3", out_of_order},
        {"4", [=] { return rise_ms(*healthy); }},
        {"5", [=] { return at(*healthy, healthy->outcome.time_of_pop_s.value_or(0) + 1).cavity_m3 * 1e9; }},
        {"6a", [=] { return gap_change(*healthy); }},
        {"6b", [=] { return gap_change(solve(shortened("muscle-guarding"))); }},
        {"7", [=] { return length_ms(*sound); }},
        {"8", [=] { return spectral_peak_Hz(sound->samples, sound->rate_Hz); }},
        {"11a",
         [=] {
             return solve(shortened("nucleated-fluid")).outcome.peak_sound_dB -
                    healthy->outcome.peak_sound_dB;
         }},
        {"11b", second_cavity_over_first},
        {"12a", [] { return pops_again(5) ? 1.0 : 0.0; }},
        {"12b", [] { return pops_again(20) ? 1.0 : 0.0; }},
        {"12c", [] { return pops_again(70) ? 1.0 : 0.0; }},
        {"12d", [] { return pops_again(100) ? 1.0 : 0.0; }},
        {"12e", shortest_rest_min},
        {"13a", [=] { return gas_percent(*healthy); }},
        {"13b", [=] { return carbon_dioxide_percent(*healthy); }},
        {"14", [=] { return injected_kPa(healthy->parameters); }},
        {"16", moles_drift},
    };
}

} // namespace spinescope::timeline
