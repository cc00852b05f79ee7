#include "anatomy/parallel.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "mechanics/foramen.hpp"
#include "mechanics/hypermobility.hpp"
#include "timeline/course.hpp"
#include "timeline/joint_figures.hpp"
#include "timeline/segment_history.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <optional>
#include <set>

namespace spinescope::timeline {

namespace {

using namespace mechanics;

void check(const Regimen& regimen) {
    if (regimen.phases.empty() || regimen.phases.front().repetitions == 0 || regimen.phases.front().days == 0)
        throw Failure(regimen.name, "begins with nothing to do", "give its first phase repetitions and days");
}

/// What a manoeuvre brings to a segment at one repetition.
Turn arriving(const Manoeuvre& how, const SpineModel& model, std::size_t segment, int repetition,
              const WearLaws& laws) {
    if (!how.region.holds(segment)) return {};
    if (!how.target) return how.effort;
    const double above =
        glm::distance(model[segment].origin, model[*how.target].origin) * (segment < *how.target ? 1 : -1);
    const double part = arriving_part(above - landing(repetition, laws.thrust_error_m), laws.thrust_spread_m);
    return {how.effort.flexion_deg * part, how.effort.side_bend_deg * part, how.effort.rotation_deg * part};
}

SegmentState state_of(const SegmentRecord& record, const Segment& segment) {
    return {.turn_deg = float(record.turn_deg),
            .neutral_zone_deg = float(record.neutral_zone_deg),
            .laxity = float(record.laxity),
            .peak_strain = float(record.peak_strain),
            .share_of_failure = float(record.share_of_failure),
            .popped_left = record.popped_left,
            .popped_right = record.popped_right,
            .foramen_left = float(foramen_room(segment, record.motion, false)),
            .foramen_right = float(foramen_room(segment, record.motion, true))};
}

/// Shares of the motion at a moment, once every segment is there.
void share_out(Moment& moment, std::size_t m, const std::vector<std::vector<SegmentRecord>>& records) {
    double whole = 0;
    for (const auto& record : records) whole += record.empty() ? 0 : record[m].main_turn_deg;
    for (std::size_t i = 0; i < segments; ++i)
        if (!records[i].empty() && whole > 0)
            moment.segment[i].share = float(records[i][m].main_turn_deg / whole);
}

/// The first time of everything that has a name.
class Firsts {
public:
    explicit Firsts(Course& course) : course_(course) {}

    void note(const char* id, std::size_t segment, double time_s, const char* side = "") {
        if (known_.emplace(id, segment, side).second)
            course_.happenings.push_back({id, time_s, segment, side});
    }

private:
    Course& course_;
    std::set<std::tuple<std::string, std::size_t, std::string>> known_;
};

bool hurt(const Segment& segment, const Condition& at_first, const Condition& now) {
    return std::ranges::any_of(segment.strands, [&](const Strand& strand) {
        return now.wear.of(strand).toe > 1.001 * at_first.wear.of(strand).toe;
    });
}

/// Whose ligaments differ by more than a film would show.
bool changed(const Conditions& a, const Conditions& b) {
    constexpr double seen = 0.01;
    for (std::size_t i = 0; i < segments; ++i)
        for (std::size_t kind = 0; kind < ligaments; ++kind)
            for (const Flank flank : {Flank::left, Flank::middle, Flank::right}) {
                const StrandWear &x = a[i].wear.of(static_cast<Ligament>(kind), flank),
                                 &y = b[i].wear.of(static_cast<Ligament>(kind), flank);
                if (std::abs(x.toe - y.toe) > seen * x.toe || std::abs(x.rest_length - y.rest_length) > seen)
                    return true;
            }
    return false;
}

/// Whether a film of it bent forward and backward shows more than published limits.
void judge(Course& course, const SpineModel& model, const std::vector<std::size_t>& moved,
           const std::vector<std::vector<SegmentRecord>>& records, Firsts& firsts) {
    Conditions now, judged;
    std::array<Hypermobility, segments> found;
    for (std::size_t m = 0; m < course.moments.size(); ++m) {
        for (const std::size_t i : moved) now[i] = records[i][m].condition;
        if (m == 0 || changed(now, judged)) {
            found = hypermobility(model, now);
            judged = now;
        }
        for (const std::size_t i : moved) {
            course.moments[m].segment[i].hypermobile = found[i].beyond;
            if (found[i].beyond) firsts.note("hypermobile", i, course.moments[m].time_s);
        }
    }
}

} // namespace

Course lived(const SpineModel& model, const Regimen& regimen) {
    check(regimen);
    const WearLaws laws = wear_laws(anatomy::Figures::load(files::asset("mechanics")));
    const std::vector<Appointment> appointments = schedule(regimen);
    std::vector<std::size_t> moved;
    for (std::size_t i = 0; i < segments; ++i)
        if (std::ranges::any_of(regimen.phases, [&](const Phase& phase) {
                return phase.repetitions > 0 && phase.manoeuvre.region.holds(i);
            }))
            moved.push_back(i);

    Course course{.regimen = regimen};
    std::array<Condition, segments> at_first;
    for (std::size_t i = 0; i < segments; ++i) at_first[i] = condition_at_first(regimen, i);
    for (const Appointment& appointment : appointments) {
        if (appointment.loaded) ++course.repetitions;
        if (!appointment.kept) continue;
        course.moments.push_back({.time_s = appointment.time_s,
                                  .day = appointment.day,
                                  .repetition = appointment.repetition,
                                  .loaded = appointment.loaded,
                                  .motions = standing()});
    }
    std::vector<std::vector<SegmentRecord>> records(segments);
    anatomy::for_each_index(moved.size(), [&](std::size_t at) {
        const std::size_t i = moved[at];
        records[i] = history(
            model[i], at_first[i], regimen, appointments,
            [&](const Appointment& appointment) {
                return arriving(regimen.phases[appointment.phase].manoeuvre, model, i, appointment.repetition,
                                laws);
            },
            laws);
    });

    for (const std::size_t i : moved)
        for (const std::string& structure : structures_of(model[i])) {
            const auto strand = std::ranges::find(model[i].strands, structure, &Strand::structure);
            course.ligaments.push_back({structure, strand->kind, i});
        }
    Firsts firsts(course);
    for (std::size_t m = 0; m < course.moments.size(); ++m) {
        Moment& moment = course.moments[m];
        moment.strain.reserve(course.ligaments.size());
        for (const std::size_t i : moved) {
            const SegmentRecord& record = records[i][m];
            moment.segment[i] = state_of(record, model[i]);
            if (moment.loaded) moment.motions[i] = record.motion;
            moment.strain.insert(moment.strain.end(), record.strain.begin(), record.strain.end());
            if (record.popped_left) firsts.note("popped", i, moment.time_s, "left");
            if (record.popped_right) firsts.note("popped", i, moment.time_s, "right");
            if (hurt(model[i], at_first[i], record.condition)) firsts.note("hurt", i, moment.time_s);
        }
        share_out(moment, m, records);
    }
    judge(course, model, moved, records, firsts);
    std::ranges::stable_sort(course.happenings, {}, &Happening::time_s);
    return course;
}

} // namespace spinescope::timeline
