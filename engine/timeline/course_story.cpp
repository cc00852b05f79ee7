#include "timeline/course_story.hpp"

#include "timeline/why.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace spinescope::timeline {

namespace {

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
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f°", value < 1 ? 2 : 1, value);
    return text.data();
}

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return text;
}

/// "stiff L3-L4", "L1-L2".
std::string named(const Regimen& regimen, std::size_t segment) {
    const std::string_view makeup = told_makeup(regimen, segment);
    return (makeup.empty() ? "" : std::string(makeup) + " ") + segment_name(segment);
}

std::string capital(std::string words) {
    if (!words.empty()) words[0] = char(std::toupper(static_cast<unsigned char>(words[0])));
    return words;
}

const Manoeuvre& manoeuvre_of(const Regimen& regimen) {
    static const Manoeuvre none;
    return regimen.phases.empty() ? none : regimen.phases.front().manoeuvre;
}

std::string title(const Course& course, const Moment& moment) {
    const std::string day = "Day " + std::to_string(moment.day);
    if (!moment.loaded) {
        const double of_day = moment.time_s - (moment.day - 1) * day_s;
        return day + (of_day <= 0       ? ", a morning without it"
                      : of_day >= day_s ? ", the morning after"
                                        : ", at rest");
    }
    return day + ", " + std::string(told_manoeuvre(course.regimen)) + " " +
           std::to_string(moment.repetition) + " of " + std::to_string(course.repetitions);
}

/// The stiff segment, where there is one, or the one that turns least.
std::size_t compared(const Course& course, const Moment& moment) {
    const std::vector<std::size_t> all = segments_of(course);
    const auto stiff = std::ranges::find_if(
        all, [&](std::size_t i) { return told_makeup(course.regimen, i) == "stiff"; });
    return stiff != all.end() ? *stiff : least_moved(course, moment);
}

std::string motion(const Course& course, const Moment& moment, const WearLaws& laws) {
    const std::size_t most = most_moved(course, moment), least = compared(course, moment);
    const SegmentState &a = moment.segment[most], &b = moment.segment[least];
    const std::string what(told_manoeuvre(course.regimen));
    const Manoeuvre& how = manoeuvre_of(course.regimen);
    if (most == least) return segment_name(most) + " turns by " + degrees(std::abs(a.turn_deg)) + ".";
    const std::string shares = capital(named(course.regimen, most)) + " takes " + percent(a.share) +
                               " of the " + what + ", " + named(course.regimen, least) + " " +
                               percent(b.share) + ". ";
    if (how.target && moment.loaded) {
        const double off_m = landing(moment.repetition, laws.thrust_error_m);
        const std::string aside = std::abs(off_m) < 0.005 ? "on it"
                                                          : told(std::abs(off_m) * 100) + " cm " +
                                                                (off_m > 0 ? "above" : "below") + " it";
        return "Meant for " + named(course.regimen, *how.target) + ", this " + what + " lands " + aside +
               ". " + shares + "What lies near where it lands, and gives way, moves.";
    }
    if (!moment.loaded)
        return "Tested with the same effort as before: " + capital(named(course.regimen, most)) +
               " would take " + percent(a.share) + " of the " + what + ", " + named(course.regimen, least) +
               " " + percent(b.share) + ".";
    return shares + "The same effort reaches both, and " +
           (told_makeup(course.regimen, most) == "loose"
                ? "the joint that already moves most gives way first."
                : "the one that resists least gives way first.");
}

std::string joints(const Course& course, const Moment& moment, const WearLaws& laws) {
    if (!moment.loaded) return "Nothing is forced now, so nothing pops.";
    std::vector<std::string> popped, too_soon, never;
    for (const std::size_t i : segments_of(course)) {
        const SegmentState& state = moment.segment[i];
        if (state.popped_left || state.popped_right) {
            popped.push_back(segment_name(i) + (state.popped_left && state.popped_right ? " on both sides"
                                                : state.popped_left                     ? " left"
                                                                                        : " right"));
            continue;
        }
        const auto since = since_pop_s(course, moment.time_s, i);
        if (since && *since < laws.pop_again_s)
            too_soon.push_back(segment_name(i));
        else
            never.push_back(named(course.regimen, i));
    }
    std::string text;
    if (!popped.empty())
        text = listed(popped) + (popped.size() == 1 ? " pops. " : " pop. ");
    else
        text = "No joint pops this time. ";
    if (!too_soon.empty())
        text += capital(listed(too_soon)) + (too_soon.size() == 1 ? " popped" : " popped") + " less than " +
                told_wait(laws.pop_again_s) + " ago: too soon. ";
    if (!never.empty()) {
        const bool slow = popped.empty() && too_soon.empty() && manoeuvre_of(course.regimen).rise_s >= 1;
        text += slow ? "It is done too slowly for that."
                     : capital(listed(never)) + (never.size() == 1 ? " stays" : " stay") +
                           " quiet: too little opens there.";
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

std::string wear(const Course& course, double time_s, std::size_t segment) {
    const std::string name = segment_name(segment), what(told_manoeuvre(course.regimen));
    const Laxity laxity = laxity_at(course, time_s, segment);
    const auto hurt = std::ranges::find_if(course.happenings, [&](const Happening& happening) {
        return happening.id == "hurt" && happening.segment == segment && happening.time_s <= time_s;
    });
    std::string text;
    if (laxity.now < noticeable_laxity)
        text = name + " turns no farther under the same effort than on the first day.";
    else
        text = "The same effort now turns " + name + " " + percent(laxity.now) +
               " farther than on the first day.";
    if (laxity.now >= noticeable_laxity) {
        const double today = laxity.now - laxity.lasting;
        if (laxity.lasting < noticeable_laxity)
            text += " A night's rest takes that back.";
        else if (today > noticeable_laxity)
            text += " " + percent(today) + " of it came today and creeps back in a day or two.";
        else
            text += " A night's rest did not take that back.";
    }
    if (hurt != course.happenings.end())
        text +=
            " On day " + std::to_string(1 + int(hurt->time_s / day_s)) +
            " one of its ligaments was stretched past the threshold: its first, soft part is longer for good "
            "in this model.";
    else
        text += " No ligament of it has passed the threshold of lasting stretch.";
    return text;
}

std::string mobility(const Moment& moment, std::size_t segment) {
    if (moment.segment[segment].hypermobile)
        return segment_name(segment) + " now moves beyond limits that surgeons use on films. They are "
                                       "conventions; moving far is not the "
                                       "same as being ill.";
    return segment_name(segment) + " stays within the limits that surgeons use on films.";
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

std::string_view told_makeup(const Regimen& regimen, std::size_t segment) {
    const auto own = regimen.makeup.find(segment);
    if (own == regimen.makeup.end()) return "";
    const Makeup& made = own->second;
    if (made.resistance > 1) return "stiff";
    return made.resistance < 1 || made.neutral_zone > 1 || made.toe > 1 ? "loose" : "";
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
        std::string name(mechanics::ligament_names[kind]);
        std::ranges::replace(name, '_', ' ');
        for (const char* side : {"left", "right"})
            if (ligament.structure.ends_with(std::string(".") + side)) name += std::string(", ") + side;
        all.push_back({.name = capital(name),
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

std::string_view told_manoeuvre(const Regimen& regimen) {
    const Manoeuvre& how = manoeuvre_of(regimen);
    if (how.target) return "thrust";
    if (how.rise_s >= 1) return "stretch";
    const mechanics::Turn& effort = how.effort;
    const double aside = std::max(std::abs(effort.flexion_deg), std::abs(effort.side_bend_deg));
    return std::abs(effort.rotation_deg) >= 0.5 * aside ? "twist" : "bend";
}

std::string told_wait(double s) {
    if (s < 90 * minute_s) return told_duration(s);
    if (s < 2 * day_s) {
        const auto minutes = std::lround(s / minute_s);
        const std::string hours = std::to_string(minutes / 60) + " h";
        return minutes % 60 == 0 || s > 10 * hour_s ? hours
                                                    : hours + " " + std::to_string(minutes % 60) + " min";
    }
    return std::to_string(std::lround(s / day_s)) + " days";
}

} // namespace spinescope::timeline
