#include "timeline/course_story.hpp"

#include "language/language.hpp"
#include "timeline/why.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::timeline {

namespace {

using language::say;
using mechanics::segment_name;

constexpr double minute_s = 60, hour_s = 3600, day_s = 86400;
/// Less than this nobody would notice or measure.
constexpr double noticeable_laxity = 0.005;

std::string percent(double share) {
    const double value = 100 * share;
    return (std::abs(value) < 9.95 && std::abs(value - std::round(value)) > 0.05
                ? told(value)
                : std::to_string(std::lround(value))) +
           " %";
}

std::string degrees(double value) {
    return language::number(value, value < 1 ? 2 : 1) + "°";
}

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && i + 1 == words.size())
            return say("story.course.and", {{"all", text}, {"last", words[i]}});
        text += i == 0 ? words[i] : ", " + words[i];
    }
    return text;
}

/// "stiff L3-L4", "L1-L2".
std::string named(const Regimen& regimen, std::size_t segment) {
    const Build build = build_of(regimen, segment);
    if (build == Build::healthy) return segment_name(segment);
    return say(build == Build::stiff ? "story.course.segment.stiff" : "story.course.segment.loose",
               {{"segment", segment_name(segment)}});
}

/// The same where a sentence begins.
std::string named_first(const Regimen& regimen, std::size_t segment) {
    const Build build = build_of(regimen, segment);
    if (build == Build::healthy) return segment_name(segment);
    return say(build == Build::stiff ? "story.course.segment.stiff_first"
                                     : "story.course.segment.loose_first",
               {{"segment", segment_name(segment)}});
}

const Manoeuvre& manoeuvre_of(const Regimen& regimen) {
    static const Manoeuvre none;
    return regimen.phases.empty() ? none : regimen.phases.front().manoeuvre;
}

/// What a manoeuvre is called by in keys: "twist", "stretch", "thrust".
std::string manoeuvre(const Regimen& regimen) {
    const Manoeuvre& how = manoeuvre_of(regimen);
    if (how.target) return "thrust";
    if (how.rise_s >= 1) return "stretch";
    return main_plane(how) == Plane::rotation ? "twist" : "bend";
}

std::string title(const Course& course, const Moment& moment) {
    const std::string day = std::to_string(moment.day);
    if (!moment.loaded) {
        const double of_day = moment.time_s - (moment.day - 1) * day_s;
        return say(of_day <= 0       ? "story.course.title.morning"
                   : of_day >= day_s ? "story.course.title.after"
                                     : "story.course.title.rest",
                   {{"day", day}});
    }
    return say("story.course.title." + manoeuvre(course.regimen),
               {{"day", day},
                {"count", std::to_string(moment.repetition)},
                {"all", std::to_string(course.repetitions)}});
}

/// The stiff segment, where there is one, or the one that turns least.
std::size_t compared(const Course& course, const Moment& moment) {
    const std::vector<std::size_t> all = segments_of(course);
    const auto stiff =
        std::ranges::find_if(all, [&](std::size_t i) { return build_of(course.regimen, i) == Build::stiff; });
    return stiff != all.end() ? *stiff : least_moved(course, moment);
}

std::string motion(const Course& course, const Moment& moment, const WearLaws& laws) {
    const std::size_t most = most_moved(course, moment), least = compared(course, moment);
    const SegmentState &a = moment.segment[most], &b = moment.segment[least];
    const Regimen& regimen = course.regimen;
    const std::string what = manoeuvre(regimen);
    if (most == least)
        return say("story.course.motion.alone",
                   {{"segment", segment_name(most)}, {"angle", degrees(std::abs(a.turn_deg))}});
    const auto shares = [&](const std::string& key) {
        return say(key, {{"most", named_first(regimen, most)},
                         {"share", percent(a.share)},
                         {"other", named(regimen, least)},
                         {"other_share", percent(b.share)}});
    };
    if (!moment.loaded) return shares("story.course.test." + what);
    const std::string taken = shares("story.course.motion." + what) + " ";
    if (const auto target = manoeuvre_of(regimen).target) {
        const double off_m = landing(moment.repetition, laws.thrust_error_m);
        return say(std::abs(off_m) < 0.005 ? "story.course.motion.aimed_on"
                   : off_m > 0             ? "story.course.motion.aimed_above"
                                           : "story.course.motion.aimed_below",
                   {{"target", named(regimen, *target)}, {"distance", told(std::abs(off_m) * 100)}}) +
               " " + taken + say("story.course.motion.near");
    }
    return taken + say(build_of(regimen, most) == Build::loose ? "story.course.motion.loose"
                                                               : "story.course.motion.healthy");
}

std::string joints(const Course& course, const Moment& moment, const WearLaws& laws) {
    if (!moment.loaded) return say("story.course.joints.rest");
    std::vector<std::string> popped, too_soon, never;
    for (const std::size_t i : segments_of(course)) {
        const SegmentState& state = moment.segment[i];
        if (state.popped_left || state.popped_right) {
            popped.push_back(say(state.popped_left && state.popped_right ? "story.course.joints.both"
                                 : state.popped_left                     ? "story.joint.left"
                                                                         : "story.joint.right",
                                 {{"segment", segment_name(i)}}));
            continue;
        }
        const auto since = since_pop_s(course, moment.time_s, i);
        if (since && *since < laws.pop_again_s)
            too_soon.push_back(segment_name(i));
        else
            never.push_back(never.empty() ? named_first(course.regimen, i) : named(course.regimen, i));
    }
    std::string text = popped.empty()
                           ? say("story.course.joints.none")
                           : say(popped.size() == 1 ? "story.course.joints.one" : "story.course.joints.many",
                                 {{"joints", listed(popped)}});
    if (!too_soon.empty())
        text += " " + say(too_soon.size() == 1 ? "story.course.joints.too_soon_one"
                                               : "story.course.joints.too_soon_many",
                          {{"joints", listed(too_soon)}, {"wait", told_wait(laws.pop_again_s)}});
    if (never.empty()) return text;
    if (popped.empty() && too_soon.empty() && manoeuvre_of(course.regimen).rise_s >= 1)
        return text + " " + say("story.course.joints.slow");
    return text + " " +
           say(never.size() == 1 ? "story.course.joints.quiet_one" : "story.course.joints.quiet_many",
               {{"joints", listed(never)}});
}

std::string wear(const Course& course, double time_s, std::size_t segment) {
    const std::string name = segment_name(segment);
    const Laxity laxity = laxity_at(course, time_s, segment);
    const auto hurt = std::ranges::find_if(course.happenings, [&](const Happening& happening) {
        return happening.id == "hurt" && happening.segment == segment && happening.time_s <= time_s;
    });
    std::string text;
    if (laxity.now < noticeable_laxity) {
        text = say("story.course.wear.same", {{"segment", name}});
    } else {
        text = say("story.course.wear.farther", {{"segment", name}, {"percent", percent(laxity.now)}}) + " ";
        const double today = laxity.now - laxity.lasting;
        if (laxity.lasting < noticeable_laxity)
            text += say("story.course.wear.night");
        else if (today > noticeable_laxity)
            text += say("story.course.wear.today", {{"percent", percent(today)}});
        else
            text += say("story.course.wear.stays");
    }
    if (hurt == course.happenings.end()) return text + " " + say("story.course.wear.whole");
    return text + " " +
           say("story.course.wear.hurt", {{"day", std::to_string(1 + int(hurt->time_s / day_s))}});
}

std::string mobility(const Moment& moment, std::size_t segment) {
    return say(moment.segment[segment].hypermobile ? "story.course.mobility.beyond"
                                                   : "story.course.mobility.within",
               {{"segment", segment_name(segment)}});
}

} // namespace

std::vector<std::size_t> segments_of(const Course& course) {
    std::vector<std::size_t> all;
    for (const LigamentOfCourse& ligament : course.ligaments)
        if (all.empty() || all.back() != ligament.segment) all.push_back(ligament.segment);
    return all;
}

std::vector<std::size_t> fellows_of(const Course& course, std::size_t segment) {
    std::vector<std::size_t> all = segments_of(course);
    const mechanics::Region region = mechanics::region_of(segment);
    std::erase_if(all, [&](std::size_t i) { return !region.holds(i); });
    return all;
}

Build build_of(const Regimen& regimen, std::size_t segment) {
    const auto own = regimen.makeup.find(segment);
    if (own == regimen.makeup.end()) return Build::healthy;
    const Makeup& made = own->second;
    if (made.resistance > 1) return Build::stiff;
    return made.resistance < 1 || made.neutral_zone > 1 || made.toe > 1 ? Build::loose : Build::healthy;
}

std::string_view told_makeup(const Regimen& regimen, std::size_t segment) {
    const Build build = build_of(regimen, segment);
    return build == Build::stiff   ? say("story.course.build.stiff")
           : build == Build::loose ? say("story.course.build.loose")
                                   : "";
}

std::size_t most_moved(const Course& course, const Moment& moment) {
    const std::vector<std::size_t> all = segments_of(course);
    const auto most =
        std::ranges::max_element(all, {}, [&](std::size_t i) { return moment.segment[i].share; });
    return most == all.end() ? 0 : *most;
}

std::size_t least_moved(const Course& course, const Moment& moment) {
    const std::vector<std::size_t> all = segments_of(course);
    const auto least =
        std::ranges::min_element(all, {}, [&](std::size_t i) { return moment.segment[i].share; });
    return least == all.end() ? 0 : *least;
}

std::vector<LigamentNow> ligaments_at(const Course& course, const Moment& moment, std::size_t segment,
                                      const mechanics::SpineModel& model,
                                      const mechanics::SubfailureLaw& law) {
    std::vector<LigamentNow> all;
    for (std::size_t i = 0; i < course.ligaments.size() && i < moment.strain.size(); ++i) {
        const LigamentOfCourse& ligament = course.ligaments[i];
        if (ligament.segment != segment) continue;
        const auto& strands = model[segment].strands;
        const auto strand = std::ranges::find(strands, ligament.structure, &mechanics::Strand::structure);
        if (strand == strands.end()) continue;
        const auto kind = static_cast<std::size_t>(ligament.kind);
        std::string name = say("story.course.ligament." + std::string(mechanics::ligament_names[kind]));
        for (const char* side : {"left", "right"})
            if (ligament.structure.ends_with(std::string(".") + side))
                name = say("structures.side." + std::string(side), {{"name", name}});
        all.push_back({.name = name,
                       .strain = moment.strain[i],
                       .failure_strain = strand->failure_strain,
                       .onset = strand->failure_strain * law.onset[kind]});
    }
    std::ranges::stable_sort(all, std::ranges::greater(),
                             [](const LigamentNow& now) { return now.strain / now.onset; });
    return all;
}

Laxity laxity_at(const Course& course, double time_s, std::size_t segment) {
    const Moment& now = at(course, time_s);
    const Moment& first = *std::ranges::find(course.moments, now.day, &Moment::day);
    return {.now = now.segment[segment].laxity, .lasting = first.segment[segment].laxity};
}

std::optional<double> since_pop_s(const Course& course, double time_s, std::size_t segment) {
    auto moment = std::ranges::upper_bound(course.moments, time_s, {}, &Moment::time_s);
    while (moment != course.moments.begin()) {
        --moment;
        const SegmentState& state = moment->segment[segment];
        if (state.popped_left || state.popped_right) return time_s - moment->time_s;
    }
    return std::nullopt;
}

int pops_today(const Course& course, double time_s, std::size_t segment) {
    const int day = at(course, time_s).day;
    int pops = 0;
    for (auto moment = std::ranges::find(course.moments, day, &Moment::day);
         moment != course.moments.end() && moment->time_s <= time_s; ++moment)
        pops += int(moment->segment[segment].popped_left) + int(moment->segment[segment].popped_right);
    return pops;
}

CourseStory story_at(const Course& course, double time_s, std::size_t segment, const WearLaws& laws) {
    if (course.moments.empty()) return {};
    const Moment& moment = at(course, time_s);
    return {.title = title(course, moment),
            .motion = motion(course, moment, laws),
            .joints = joints(course, moment, laws),
            .wear = wear(course, time_s, segment),
            .mobility = mobility(moment, segment)};
}

std::string told(const Happening& happening) {
    const std::string key = happening.id + (happening.side.empty() ? "" : "_" + happening.side);
    return say("story.course.happening." + key, {{"segment", segment_name(happening.segment)}});
}

std::string told_wait(double s) {
    if (s < 90 * minute_s) return told_duration(s);
    if (s < 2 * day_s) {
        const auto minutes = std::lround(s / minute_s);
        const std::string hours = std::to_string(minutes / 60) + " h";
        return minutes % 60 == 0 || s > 10 * hour_s ? hours
                                                    : hours + " " + std::to_string(minutes % 60) + " min";
    }
    return say("story.days", {{"count", std::to_string(std::lround(s / day_s))}});
}

} // namespace spinescope::timeline
