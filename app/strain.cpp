#include "app/strain.hpp"

#include "app/heat_map.hpp"
#include "app/session.hpp"
#include "app/sliders.hpp"
#include "files/installation.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace spinescope::app {

using language::say;

using timeline::Build;

namespace {

using timeline::Course;
using timeline::Then;

constexpr double day_s = 86400;
constexpr const char* first_regimen = "self-twist";
/// A comparison shows at least so much of what comes.
constexpr int least_days_ahead = 30;

std::vector<timeline::Regimen> offered_regimens() {
    std::vector<timeline::Regimen> regimens;
    for (const std::string& name : timeline::regimen_names())
        regimens.push_back(timeline::load_regimen(name));
    std::stable_partition(regimens.begin(), regimens.end(),
                          [](const auto& regimen) { return regimen.name == first_regimen; });
    return regimens;
}

int days_of(const timeline::Regimen& regimen) {
    int days = 0;
    for (const timeline::Phase& phase : regimen.phases) days += phase.days;
    return days;
}

/// Something else is on the timeline; the playhead stays at its time.
void changed(Strain& strain, double at_s) {
    ++strain.version;
    if (has_course(strain)) strain.playback.position = timeline::ruler_position(shown(strain), at_s);
}

void live(Session& session) {
    session.strain.living.wish(session.strain.tried);
}

void go_to(Strain& strain, double to_s) {
    strain.playback.playing = false;
    strain.playback.position = timeline::ruler_position(shown(strain), to_s);
    bring_into_view(strain.ruler, strain.playback.position);
}

/// The spine stands and is coloured as at the moment under the playhead.
void pose(Session& session) {
    Strain& strain = session.strain;
    const timeline::Moment& now = moment(strain);
    if (strain.posed_s == now.time_s && strain.posed_version == strain.version) return;
    strain.posed_s = now.time_s;
    strain.posed_version = strain.version;
    session.stage.bent = mechanics::posture(spine_in_use(), now.motions);
    if (!strain.unstrained) strain.unstrained = unstrained(spine_in_use());
    // Of rest a course keeps what the same effort would do: nothing that a standing spine could be coloured
    // by.
    session.look.heat.reset();
    if (now.loaded && strain.coloured)
        session.look.heat = heat_map(*strain.unstrained, shown(strain).ligaments, now.strain);
}

} // namespace

const mechanics::SpineModel& spine_in_use() {
    static const mechanics::SpineModel model = mechanics::installed_spine_model();
    return model;
}

const timeline::WearLaws& wear_in_use() {
    static const timeline::WearLaws laws =
        timeline::wear_laws(anatomy::Figures::load(files::asset("mechanics")));
    return laws;
}

Course lived_course(const timeline::Regimen& regimen) {
    return timeline::lived(spine_in_use(), regimen);
}

Branches lived_branches(const BranchWish& wish) {
    const int ahead = days_of(wish.regimen) - wish.after_day;
    const int more = std::max(0, least_days_ahead - ahead);
    Branches branches{.after_day = wish.after_day, .courses = {}};
    for (const Then then : {Then::stop, Then::keep_forcing, Then::safer})
        branches.courses.at(std::size_t(then)) =
            lived_course(timeline::branched(wish.regimen, wish.after_day, then, more));
    return branches;
}

const char* words_of(Then then) {
    switch (then) {
    case Then::stop:
        return say("window.then.stop");
    case Then::keep_forcing:
        return say("window.then.keep");
    case Then::safer:
        return say("window.then.safer");
    }
    return "";
}

const Course& shown(const Strain& strain) {
    return strain.branches ? strain.branches->courses.at(std::size_t(strain.followed)) : strain.own;
}

double time_s(const Strain& strain) {
    return has_course(strain) ? timeline::ruler_time(shown(strain), strain.playback.position) : 0;
}

const timeline::Moment& moment(const Strain& strain) {
    return timeline::at(shown(strain), time_s(strain));
}

std::string day_words(double time_s) {
    const double day = std::floor(time_s / day_s);
    const auto minutes = int(std::floor((time_s - day * day_s) / 60));
    char time[32];
    std::snprintf(time, sizeof time, "%d h %02d min", minutes / 60, minutes % 60);
    return say("window.clock.day", {{"day", std::to_string(int(day) + 1)}, {"time", time}});
}

void enter_strain(Session& session) {
    Strain& strain = session.strain;
    try {
        if (strain.regimens.empty()) strain.regimens = offered_regimens();
        if (!strain.evidence) strain.evidence = load_evidence();
        if (!has_course(strain) && !strain.living.busy()) open_regimen(session, first_regimen);
    } catch (const std::exception& failure) { // a file that was damaged: the rest of the window goes on
        report(session, failure);
    }
}

void open_regimen(Session& session, const std::string& name) {
    session.strain.tried = timeline::load_regimen(name);
    live(session);
    session.log("regimen " + name);
}

void next_regimen(Session& session) {
    const auto& regimens = session.strain.regimens;
    if (regimens.empty()) return;
    const auto now = std::ranges::find(regimens, session.strain.tried.name, &timeline::Regimen::name);
    open_regimen(session, now == regimens.end() || now + 1 == regimens.end() ? regimens.front().name
                                                                             : (now + 1)->name);
}

void take_course(Session& session, Course course) {
    Strain& strain = session.strain;
    const bool another = strain.own.regimen.name != course.regimen.name;
    const double at_s = time_s(strain);
    strain.branches.reset();
    strain.own = std::move(course);
    strain.refused.clear();
    changed(strain, at_s);
    const auto there = timeline::segments_of(strain.own);
    if (another || std::ranges::find(there, strain.segment) == there.end()) {
        strain.segment = timeline::most_moved(strain.own, strain.own.moments.front());
        strain.playback.position = 0;
        strain.ruler = {};
    }
}

void try_in_regimen(Session& session, std::string_view key, double value) {
    timeline::set(session.strain.tried, key, value);
    live(session);
}

void next_regimen_slider(Session& session) {
    session.strain.slider = (session.strain.slider + 1) % regimen_sliders().size();
    session.log(std::string("slider ") + regimen_sliders()[session.strain.slider].key);
}

void nudge_regimen_slider(Session& session, int direction) {
    if (!has_course(session.strain)) return;
    const Slider& slider = regimen_sliders()[session.strain.slider];
    const double value = timeline::value_of(session.strain.tried, slider.key);
    double wanted = value_at(slider, place_of(slider, value) + direction / 24.0);
    if (slider.whole && wanted == value) wanted = std::clamp(value + direction, slider.low, slider.high);
    try_in_regimen(session, slider.key, wanted);
    session.log(std::string("tried ") + slider.key + " " + std::to_string(wanted));
}

const timeline::Regimen* own_regimen(const Session& session) {
    const auto& regimens = session.strain.regimens;
    const auto found = std::ranges::find(regimens, session.strain.tried.name, &timeline::Regimen::name);
    return found == regimens.end() ? nullptr : &*found;
}

void reset_regimen(Session& session) {
    const timeline::Regimen* own = own_regimen(session);
    if (own == nullptr) return;
    session.strain.tried = *own;
    live(session);
    session.log("own values again");
}

void aim_at(Session& session, std::optional<std::size_t> segment) {
    for (timeline::Phase& phase : session.strain.tried.phases)
        if (phase.repetitions > 0) phase.manoeuvre.target = segment;
    live(session);
    session.log(segment ? "aimed at " + mechanics::segment_name(*segment) : "unguided");
}

void build_segment(Session& session, Build build) {
    Strain& strain = session.strain;
    const timeline::Regimen* own = own_regimen(session);
    strain.tried.makeup.erase(strain.segment);
    if (own != nullptr)
        for (const auto& [segment, makeup] : own->makeup)
            if (build != Build::healthy && build_of(*own, segment) == build)
                strain.tried.makeup[strain.segment] = makeup;
    live(session);
    session.log(mechanics::segment_name(strain.segment) + (build == Build::loose   ? " loose"
                                                           : build == Build::stiff ? " stiff"
                                                                                   : " healthy"));
}

void next_build(Session& session) {
    switch (build_of(session.strain.tried, session.strain.segment)) {
    case Build::healthy:
        return build_segment(session, Build::loose);
    case Build::loose:
        return build_segment(session, Build::stiff);
    case Build::stiff:
        return build_segment(session, Build::healthy);
    }
}

void choose_segment(Session& session, std::size_t segment) {
    if (session.strain.segment == segment) return;
    session.strain.segment = segment;
    ++session.strain.version;
    session.log("segment " + mechanics::segment_name(segment));
}

std::optional<std::size_t> segment_of_structure(std::string_view id) {
    for (std::size_t i = 0; i < mechanics::segments; ++i)
        if (id.find(mechanics::segment_name(i)) != std::string_view::npos) return i;
    for (std::size_t i = 0; i < mechanics::segments; ++i)
        if (anatomy::ride_of(id) == float(i) && anatomy::is_bone_of_chain(id)) return i;
    return std::nullopt;
}

void next_segment(Session& session, int direction) {
    if (!has_course(session.strain)) return;
    const auto there = timeline::segments_of(shown(session.strain));
    const auto now = std::ranges::find(there, session.strain.segment);
    const auto place = now - there.begin() + direction;
    if (now == there.end() || place < 0 || place >= std::ptrdiff_t(there.size())) return;
    choose_segment(session, there[std::size_t(place)]);
}

void branch_here(Session& session) {
    Strain& strain = session.strain;
    if (!has_course(strain)) return;
    strain.branching.wish({.regimen = strain.own.regimen, .after_day = moment(strain).day});
    session.log("comparing from day " + std::to_string(moment(strain).day));
}

void follow(Session& session, Then then) {
    Strain& strain = session.strain;
    if (!strain.branches) return;
    const double at_s = time_s(strain);
    strain.followed = then;
    changed(strain, at_s);
    constexpr const char* names[] = {"stop", "keep forcing", "safer"};
    session.log(std::string("following ") + names[std::size_t(then)]);
}

void stop_branching(Session& session) {
    Strain& strain = session.strain;
    if (!strain.branches) return;
    const double at_s = time_s(strain);
    strain.branches.reset();
    strain.ruler = {};
    changed(strain, at_s);
    session.log("comparing no more");
}

void next_branch(Session& session) {
    const Strain& strain = session.strain;
    if (!strain.branches) return branch_here(session);
    switch (strain.followed) {
    case Then::keep_forcing:
        return follow(session, Then::stop);
    case Then::stop:
        return follow(session, Then::safer);
    case Then::safer:
        return stop_branching(session);
    }
}

void step_moment(Session& session, int direction) {
    Strain& strain = session.strain;
    const auto& moments = shown(strain).moments;
    if (moments.empty()) return;
    constexpr double same_s = 0.5;
    const double now = time_s(strain);
    auto next = std::ranges::upper_bound(moments, now + same_s, {}, &timeline::Moment::time_s);
    if (direction > 0) {
        go_to(strain, next == moments.end() ? moments.back().time_s : next->time_s);
    } else {
        next = std::ranges::lower_bound(moments, now - same_s, {}, &timeline::Moment::time_s);
        go_to(strain, next == moments.begin() ? moments.front().time_s : (next - 1)->time_s);
    }
    session.log("stepped to " + day_words(time_s(strain)));
}

void step_day(Session& session, int direction) {
    Strain& strain = session.strain;
    if (!has_course(strain)) return;
    const double day = std::floor((time_s(strain) + 0.5) / day_s) + direction;
    go_to(strain, std::clamp(day * day_s, 0.0, shown(strain).moments.back().time_s));
    session.log("stepped to " + day_words(time_s(strain)));
}

scene::Camera view_of_strain(const Session& session) {
    const Strain& strain = session.strain;
    float first = mechanics::lumbar.first, last = mechanics::lumbar.last;
    if (has_course(strain)) {
        const auto all = timeline::fellows_of(shown(strain), strain.segment);
        first = float(all.front());
        last = float(all.back());
    }
    std::vector<std::size_t> bones;
    for (std::size_t i = 0; i < session.stage.model.structures.size(); ++i) {
        const std::string& id = session.stage.model.structures[i].id;
        const float ride = anatomy::ride_of(id);
        if (anatomy::is_bone_of_chain(id) && ride >= first && ride <= last) bones.push_back(i);
    }
    const float aspect =
        session.viewport_height > 1 ? session.viewport_width / session.viewport_height : 1.2f;
    return scene::framed(scene::StandardView::posterior, scene::bounds(session.stage.model, bones), aspect);
}

void toggle_colours(Session& session) {
    session.strain.coloured = !session.strain.coloured;
    session.strain.posed_version = -1;
    session.log(session.strain.coloured ? "strain shown" : "strain hidden");
}

void leave_strain(Session& session) {
    session.look.heat.reset();
    session.strain.posed_version = -1;
    bend(session, session.bend);
}

bool pass_time_in_strain(Session& session, double elapsed_s) {
    Strain& strain = session.strain;
    try {
        if (std::optional<Course> course = strain.living.take()) {
            take_course(session, std::move(*course));
            session.log("lived through " + strain.own.regimen.name + ": " +
                        std::to_string(strain.own.repetitions) + " repetitions");
        }
    } catch (const std::exception& failure) {
        strain.refused = failure.what();
        session.log("not lived through: " + strain.refused);
    }
    try {
        if (std::optional<Branches> branches = strain.branching.take()) {
            const double at_s = time_s(strain);
            strain.branches = std::move(*branches);
            strain.followed = Then::keep_forcing;
            strain.ruler = {};
            changed(strain, at_s);
            session.log("compared from day " + std::to_string(strain.branches->after_day));
        }
    } catch (const std::exception& failure) {
        report(session, failure);
    }
    if (strain.playback.playing) {
        advance(strain.playback, elapsed_s);
        bring_into_view(strain.ruler, strain.playback.position);
        if (!strain.playback.playing) session.log("played to the end");
    }
    if (session.mode == Mode::strain && has_course(strain) && session.whole_spine) pose(session);
    return strain.playback.playing || strain.living.busy() || strain.branching.busy();
}

} // namespace spinescope::app
