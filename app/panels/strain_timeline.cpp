// The timeline of days: what repetition makes of each segment.
#include "app/event_names.hpp"
#include "app/panels/strain_parts.hpp"
#include "app/panels/timeline_parts.hpp"
#include "app/panels/tooltip.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/failure_words.hpp"
#include "language/language.hpp"
#include "timeline/course_story.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace spinescope::app {

using language::say;

namespace {

using timeline::Course;
using timeline::Moment;

constexpr double day_s = 86400;

/// Which days have something done in them, from the first one on.
std::vector<bool> busy_days(const Course& course) {
    std::vector<bool> busy(std::size_t(course.moments.back().day), false);
    for (const Moment& moment : course.moments)
        if (moment.loaded) busy[std::size_t(moment.day - 1)] = true;
    return busy;
}

/// Every how many days there is room for a number.
int numbered_every(float day_width) {
    for (const int every : {1, 2, 5, 10, 30})
        if (day_width * float(every) > px(26)) return every;
    return 60;
}

} // namespace

void course_controls(Session& session, float right) {
    const Strain& strain = session.strain;
    transport(session, strain.playback, {"keys.time.before", "keys.time.day_before"},
              {"keys.time.next", "keys.time.next_day"});
    const bool narrow = right - ImGui::GetCursorScreenPos().x < px(520);
    const std::string speed = speed_words(strain.playback.speed);
    const std::string compare =
        strain.branches ? say("window.compare.stop")
        : narrow        ? say("window.days.compare")
                        : say("window.days.compare_from", {{"day", std::to_string(moment(strain).day)}});
    const char* whole = narrow ? say("window.timeline.whole_short") : say("window.timeline.whole");
    const auto wide = [](const std::string& words) {
        return ImGui::CalcTextSize(words.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x + px(4);
    };
    const float buttons =
        right - (narrow ? 0 : wide(speed)) - wide(compare) - (strain.ruler.whole() ? 0 : wide(whole));
    const float line = ImGui::GetCursorScreenPos().y;
    const Course& course = shown(strain);
    const auto story = timeline::story_at(course, time_s(strain), strain.segment, wear_in_use());
    words_until(buttons, type().strong, palette::now().text, story.title);
    words_until(buttons, type().body, palette::now().text, "·  " + course.regimen.title.str());
    if (strain.living.busy() || strain.branching.busy())
        words_until(buttons, type().body, palette::now().muted, say("window.days.working"));

    ImGui::SetCursorScreenPos({buttons, line});
    if (!strain.ruler.whole()) {
        if (button(whole)) show_whole_ruler(session);
        tooltip(say("window.timeline.whole_hint"), "keys.time.whole");
        ImGui::SameLine(0, px(4));
    }
    if (!narrow) {
        if (button(speed.c_str()))
            session.strain.playback.speed = strain.playback.speed >= 4 ? 0.25 : strain.playback.speed * 2;
        tooltip_of({"keys.time.faster", "keys.time.slower"});
        ImGui::SameLine(0, px(4));
    }
    if (button(compare.c_str(), strain.branches.has_value())) {
        if (strain.branches)
            stop_branching(session);
        else
            branch_here(session);
    }
    tooltip(say("window.days.compare_hint"), "keys.try.compare");
}

void course_days(const Session& session, const Area& ruler) {
    const Strain& strain = session.strain;
    const Course& course = shown(strain);
    const std::vector<bool> busy = busy_days(course);
    const int today = moment(strain).day;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImGui::PushFont(type().small);
    draw->PushClipRect({ruler.x, ruler.y}, {ruler.x + ruler.width, ruler.y + ruler.height}, true);
    const auto x_of = [&](double time_s) {
        return screen_x(strain.ruler, ruler, timeline::ruler_position(course, time_s));
    };
    const float each = ruler.width / float(busy.size()) / float(strain.ruler.end - strain.ruler.begin);
    const int every = numbered_every(each);
    const float bottom = ruler.y + ruler.height, line = ImGui::GetTextLineHeight();
    for (std::size_t day = 0; day < busy.size(); ++day) {
        const float from = x_of(double(day) * day_s), to = from + 0.8f * each; // the rest is night
        if (from + each < ruler.x || from > ruler.x + ruler.width) continue;
        const bool here = int(day) + 1 == today;
        const ImU32 ground = here ? palette::now().accent_soft : palette::now().raised;
        if (busy[day])
            draw->AddRectFilled({from, ruler.y}, {to, bottom}, ground, px(3));
        else
            draw->AddRect({from + 0.5f, ruler.y + 0.5f}, {to - 0.5f, bottom - 0.5f},
                          here ? palette::now().accent : palette::now().hairline, px(3));
    }
    for (std::size_t day = 0; day < busy.size(); day += std::size_t(every)) {
        const float from = x_of(double(day) * day_s);
        const std::string number = std::to_string(day + 1);
        const bool short_of_room = each <= px(40);
        const std::string words = short_of_room || (busy[day] && each <= px(92)) ? number
                                  : each <= px(92) ? say("window.days.rest_short", {{"day", number}})
                                  : busy[day]      ? say("window.days.day", {{"day", number}})
                                                   : say("window.days.rest", {{"day", number}});
        draw->AddText({from + px(4), ruler.y + (ruler.height - line) / 2 - px(1)},
                      int(day) + 1 == today ? palette::now().text : palette::now().muted, words.c_str());
    }
    float last = -1e9f;
    for (const Moment& moment : course.moments) {
        if (!moment.loaded) continue;
        const float x = x_of(moment.time_s);
        if (x - last < px(3) && last > -1e8f && each < px(60)) continue;
        if (x >= ruler.x && x <= ruler.x + ruler.width && each > px(30))
            draw->AddLine({x, bottom - px(5)}, {x, bottom}, palette::now().muted, px(1));
        last = x;
    }
    draw->PopClipRect();
    ImGui::PopFont();
}

void course_happenings(const Session& session, const Area& plot, float names_top, int lanes) {
    const Strain& strain = session.strain;
    const Course& course = shown(strain);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImGui::PushFont(type().small);
    std::vector<EventName> names;
    std::size_t nearest = 0;
    const double now = time_s(strain);
    for (const timeline::Happening& happening : course.happenings) {
        if (happening.time_s <= now) nearest = names.size();
        const bool chosen = happening.segment == strain.segment;
        names.push_back(
            {.x = screen_x(strain.ruler, plot, timeline::ruler_position(course, happening.time_s)),
             .width = ImGui::CalcTextSize(timeline::told(happening).c_str()).x + px(12),
             .importance = importance(happening.id) + (chosen ? 3 : 0)});
    }
    const float end = plot.x + plot.width, line = ImGui::GetTextLineHeight();
    const std::vector<NamePlace> places = place_event_names(names, nearest, plot.x, end, lanes);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (places[i].lane < 0) continue;
        const bool here =
            i == nearest && names[i].x <= screen_x(strain.ruler, plot, strain.playback.position);
        const ImU32 colour = here ? palette::now().accent : palette::now().muted;
        const float top = names_top + line * float(lanes - 1 - places[i].lane);
        draw->AddLine({names[i].x, top + px(2)}, {names[i].x, plot.y + plot.height},
                      (colour & ~IM_COL32_A_MASK) | 120u << IM_COL32_A_SHIFT, px(1));
        const float left = places[i].left + (places[i].left < names[i].x ? px(6) : px(4));
        draw->AddText({left, top}, colour, timeline::told(course.happenings[i]).c_str());
    }
    if (strain.branches) {
        const double from_s = strain.branches->after_day * day_s;
        const float x = screen_x(strain.ruler, plot, timeline::ruler_position(course, from_s));
        if (x >= plot.x && x <= end)
            draw->AddLine({x, names_top}, {x, plot.y + plot.height}, palette::now().accent, px(1.4f));
    }
    ImGui::PopFont();
}

void strain_timeline(Session& session, const Area& area) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(16), px(10)});
    begin_panel("##strain-timeline", area, palette::now().panel);
    ImGui::PopStyleVar();
    hairline(area.x, area.y, area.x + area.width, area.y);
    Strain& strain = session.strain;
    if (!has_course(strain)) {
        body(strain.refused.empty() ? say("window.days.living") : language::in_words(strain.refused));
        ImGui::End();
        return;
    }
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    height_handle(session, area);
    ImGui::SetCursorScreenPos(origin);
    course_controls(session, area.x + area.width - px(16));

    const bool narrow = area.width < px(640);
    const float names = px(narrow ? 118 : 158), labels = px(narrow ? 78 : 104), line = px(17);
    const Area ruler{.x = origin.x + names,
                     .y = origin.y + px(36),
                     .width = area.x + area.width - px(12) - labels - origin.x - names,
                     .height = px(22)};
    const int lanes = shown(strain).happenings.empty() ? 0 : area.height > px(300) ? 2 : 1;
    const float bottom = area.y + area.height - px(8), names_top = ruler.y + ruler.height + px(4);
    const float top = names_top + line * float(lanes) + px(3);
    const Area plot{.x = ruler.x, .y = top, .width = ruler.width, .height = bottom - top};
    course_days(session, ruler);
    course_happenings(session, plot, names_top, lanes);
    course_curves(session, plot, origin.x);
    const Area whole{.x = ruler.x, .y = ruler.y, .width = ruler.width, .height = bottom - ruler.y};
    timeline_pointer(
        session, strain.ruler, strain.playback, whole, [&] { return day_words(time_s(strain)); },
        [&](double under) { course_values(session, under, whole); });
    timeline_playhead(strain.ruler, strain.playback, whole);
    ImGui::End();
}

} // namespace spinescope::app
