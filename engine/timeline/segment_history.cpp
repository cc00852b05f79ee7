#include "timeline/segment_history.hpp"

#include "files/failure.hpp"
#include "mechanics/facet_opening.hpp"
#include "mechanics/settle.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <limits>
#include <numbers>
#include <optional>

namespace spinescope::timeline {

namespace {

using namespace mechanics;

constexpr double twentieth = 0.05; ///< of the load: within the neutral zone by anyone's definition

Vector6 pull_of(const Segment& segment, const Turn& effort) {
    Vector6 pull = Vector6::Zero();
    pull[3] = effort.side_bend_deg * segment.reference_moment;
    pull[4] = -effort.rotation_deg * segment.reference_moment;
    pull[5] = -effort.flexion_deg * segment.reference_moment;
    return pull;
}

/// The angle of the whole turn, whatever its direction.
double angle_deg(const Motion& q) {
    return glm::degrees(q.tail<3>().norm());
}

double in_plane(const Turn& turn, Plane plane) {
    return std::abs(plane == Plane::flexion     ? turn.flexion_deg
                    : plane == Plane::side_bend ? turn.side_bend_deg
                                                : turn.rotation_deg);
}

/// A ligament of one kind on one flank, and what use has made of it.
struct Tissue {
    Ligament kind = Ligament::flavum;
    Flank flank = Flank::middle;
    Creep creep;
    double built_toe = 1;  ///< how many times longer it was before anything was done
    StrandWear hurt;       ///< what was done to it for good
    double strain = 0;     ///< the greatest of its strands, over its present length at rest
    double since = 0;      ///< and over its first one
    double of_failure = 0; ///< over failure strain; what creep has lengthened is not stretched

    [[nodiscard]] StrandWear wear() const {
        return {.rest_length = (1 + creep.strain()) * hurt.rest_length, .toe = built_toe * hurt.toe};
    }
};

/// One segment on its way through a regimen.
class Living {
public:
    Living(const Segment& segment, const Condition& condition, const WearLaws& laws)
        : segment_(segment), laws_(laws), condition_(condition) {
        const std::vector<std::string> structures = structures_of(segment);
        for (const Strand& strand : segment.strands) {
            auto known = std::ranges::find_if(tissues_, [&](const Tissue& tissue) {
                return tissue.kind == strand.kind && tissue.flank == strand.flank;
            });
            if (known == tissues_.end())
                known = tissues_.insert(known, {.kind = strand.kind,
                                                .flank = strand.flank,
                                                .built_toe = condition_.wear.of(strand).toe});
            tissue_of_.push_back(std::size_t(known - tissues_.begin()));
            structure_of_.push_back(
                std::size_t(std::ranges::find(structures, strand.structure) - structures.begin()));
        }
        strain_.resize(structures.size());
    }

    /// Time passes without a load.
    void rest(double seconds) {
        for (Tissue& tissue : tissues_) tissue.creep = later(laws_.creep, tissue.creep, 0, seconds);
    }

    /// Turned with that effort, for as long as it is held.
    void bear(const Turn& effort, const Manoeuvre& how, double now_s) {
        settle_under(effort);
        read();
        for (Tissue& tissue : tissues_) {
            tissue.creep = later(laws_.creep, tissue.creep, tissue.strain, how.hold_s);
            tissue.hurt = stretched(laws_.subfailure, tissue.kind, tissue.hurt, tissue.of_failure);
        }
        for (const bool right : {false, true}) {
            double& last = last_pop_s_[right ? 1 : 0];
            const double opening = facet_opening(segment_, motion_, right);
            popped_[right ? 1 : 0] = opening > laws_.pop_opening_m &&
                                     opening > laws_.pop_speed_m_per_s * how.rise_s &&
                                     now_s - last >= laws_.pop_again_s;
            if (popped_[right ? 1 : 0]) last = now_s;
        }
    }

    /// As at a look, under that effort; nothing comes of it.
    void look(const Turn& effort) {
        settle_under(effort);
        read();
        popped_ = {};
    }

    /// How it is, measured by a test that stays the same from the first day to the last.
    [[nodiscard]] SegmentRecord record(const Turn& test, Plane plane) {
        SegmentRecord now{.motion = motion_,
                          .turn_deg = angle_deg(motion_),
                          .main_turn_deg = in_plane(turn_of(motion_), plane)};
        const double tested_deg = angle_deg(turned_by(test, tested_));
        if (!first_deg_) first_deg_ = tested_deg;
        now.laxity = *first_deg_ > 0 ? tested_deg / *first_deg_ - 1 : 0;
        const Turn little{test.flexion_deg * twentieth, test.side_bend_deg * twentieth,
                          test.rotation_deg * twentieth};
        now.neutral_zone_deg = angle_deg(turned_by(little, within_));
        now.popped_left = popped_[0];
        now.popped_right = popped_[1];
        now.strain = strain_;
        for (const Tissue& tissue : tissues_) {
            now.peak_strain = std::max(now.peak_strain, tissue.since);
            now.share_of_failure = std::max(now.share_of_failure, tissue.of_failure);
        }
        now.condition = condition_; // and what this very time has done to it
        for (const Tissue& tissue : tissues_)
            now.condition.wear.of(tissue.kind, tissue.flank) = tissue.wear();
        return now;
    }

private:
    /// Where it would be under another effort now, sought from and kept in `last`.
    const Motion& turned_by(const Turn& effort, Motion& last) const {
        if (settled_ && effort == effort_) return last = motion_;
        const Settled there = settle(segment_, condition_, pull_of(segment_, effort), last);
        if (there.found) last = there.motion;
        return last;
    }

    /// The wear as it is now; whether it differs from that of the last solution by more than can be seen.
    bool worn_since() {
        constexpr double seen = 2e-5;
        bool changed = false;
        for (const Tissue& tissue : tissues_) {
            StrandWear& known = condition_.wear.of(tissue.kind, tissue.flank);
            const StrandWear now = tissue.wear();
            changed = changed || std::abs(now.rest_length - known.rest_length) > seen ||
                      std::abs(now.toe - known.toe) > seen;
        }
        if (changed)
            for (const Tissue& tissue : tissues_)
                condition_.wear.of(tissue.kind, tissue.flank) = tissue.wear();
        return changed;
    }

    void settle_under(const Turn& effort) {
        const bool changed = worn_since();
        if (!changed && settled_ && effort == effort_) return;
        const Settled there = settle(segment_, condition_, pull_of(segment_, effort), motion_);
        if (!there.found)
            throw Failure(segment_.name, "finds no balance under this effort", "give a smaller effort");
        motion_ = there.motion;
        effort_ = effort;
        settled_ = true;
    }

    void read() {
        std::ranges::fill(strain_, -1.F);
        for (Tissue& tissue : tissues_) tissue.strain = tissue.since = tissue.of_failure = -1;
        for (std::size_t i = 0; i < segment_.strands.size(); ++i) {
            const Strand& strand = segment_.strands[i];
            Tissue& tissue = tissues_[tissue_of_[i]];
            const double length = glm::distance(carried(motion_, strand.upper), strand.lower);
            const double now = strain(strand, length, condition_.wear.of(strand));
            const double since = strain(strand, length);
            const double spared = strain(strand, length, {.rest_length = 1 + tissue.creep.strain()});
            tissue.strain = std::max(tissue.strain, now);
            tissue.since = std::max(tissue.since, since);
            tissue.of_failure = std::max(tissue.of_failure, spared / strand.failure_strain);
            float& shown = strain_[structure_of_[i]];
            shown = std::max(shown, float(since));
        }
    }

    const Segment& segment_;
    const WearLaws& laws_;
    Condition condition_;
    std::vector<Tissue> tissues_;
    std::vector<std::size_t> tissue_of_, structure_of_; ///< of each strand
    std::vector<float> strain_;
    Motion motion_ = Motion::Zero(), tested_ = Motion::Zero(), within_ = Motion::Zero();
    std::optional<double> first_deg_; ///< of the test
    Turn effort_;
    bool settled_ = false;
    std::array<bool, 2> popped_{};
    std::array<double, 2> last_pop_s_{-std::numeric_limits<double>::infinity(),
                                      -std::numeric_limits<double>::infinity()};
};

/// The digits of a number mirrored at the point (van der Corput), 0 to 1.
double mirrored_digits(int n, int base) {
    double value = 0, place = 1.0 / base;
    for (; n > 0; n /= base, place /= base) value += place * (n % base);
    return value;
}

} // namespace

WearLaws wear_laws(const anatomy::Figures& mechanics) {
    const auto of = [&](const char* quantity) { return mechanics.value("spine", quantity); };
    return {.creep = creep_law(mechanics),
            .subfailure = subfailure_law(mechanics),
            .pop_opening_m = 1e-3 * of("pop_opening"),
            .pop_speed_m_per_s = 1e-3 * of("pop_speed"),
            .pop_again_s = of("pop_again"),
            .thrust_spread_m = 1e-3 * of("thrust_spread"),
            .thrust_error_m = 1e-3 * of("thrust_error")};
}

double landing(int repetition, double error_m) {
    const double sigma = error_m * std::sqrt(std::numbers::pi / 2);
    const double u = mirrored_digits(repetition, 2), v = mirrored_digits(repetition, 3);
    return sigma * std::sqrt(-2 * std::log(u)) * std::cos(2 * std::numbers::pi * v);
}

std::vector<std::string> structures_of(const Segment& segment) {
    std::vector<std::string> structures;
    for (const Strand& strand : segment.strands)
        if (std::ranges::find(structures, strand.structure) == structures.end())
            structures.push_back(strand.structure);
    return structures;
}

Condition condition_at_first(const Regimen& regimen, std::size_t segment) {
    Condition condition;
    condition.guarding = regimen.guarding;
    const auto own = regimen.makeup.find(segment);
    if (own == regimen.makeup.end()) return condition;
    condition.resistance = own->second.resistance;
    condition.neutral_zone = own->second.neutral_zone;
    for (std::size_t kind = 0; kind < ligaments; ++kind)
        for (const Flank flank : {Flank::left, Flank::middle, Flank::right})
            condition.wear.of(static_cast<Ligament>(kind), flank).toe = own->second.toe;
    return condition;
}

std::vector<SegmentRecord> history(const Segment& segment, const Condition& at_first, const Regimen& regimen,
                                   std::span<const Appointment> appointments, const EffortOf& effort,
                                   const WearLaws& laws) {
    std::vector<SegmentRecord> kept;
    Living living(segment, at_first, laws);
    const Manoeuvre& test = regimen.phases.front().manoeuvre;
    double now_s = 0;
    for (const Appointment& appointment : appointments) {
        const Manoeuvre& how = appointment.loaded ? regimen.phases[appointment.phase].manoeuvre : test;
        living.rest(appointment.time_s - now_s);
        if (appointment.loaded)
            living.bear(effort(appointment), how, appointment.time_s);
        else
            living.look(test.effort);
        now_s = appointment.time_s + (appointment.loaded ? how.hold_s : 0);
        if (appointment.kept) kept.push_back(living.record(test.effort, main_plane(how)));
    }
    return kept;
}

} // namespace spinescope::timeline
