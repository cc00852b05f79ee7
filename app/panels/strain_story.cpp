// What repetition does, at the moment under the playhead.
#include "app/panels/choice.hpp"
#include "app/panels/strain_parts.hpp"
#include "app/panels/tooltip.hpp"
#include "app/percent.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/failure_words.hpp"
#include "language/language.hpp"
#include "timeline/course_story.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace spinescope::app {

using language::say;

namespace {

void regimen_choice(Session& session) {
    const Strain& strain = session.strain;
    std::vector<Choice> choices;
    for (const timeline::Regimen& regimen : strain.regimens)
        choices.push_back(
            {.words = regimen.title, .hint = regimen.summary, .active = regimen.name == strain.tried.name});
    if (const auto pressed = pressed_of(choices)) open_regimen(session, strain.regimens[*pressed].name);
}

void build_choice(Session& session) {
    const Strain& strain = session.strain;
    using timeline::Build;
    const Build build = build_of(strain.tried, strain.segment);
    const std::string name = mechanics::segment_name(strain.segment);
    const std::array choices{
        Choice{say("window.build.loose"), say("window.build.loose_hint", {{"segment", name}}),
               build == Build::loose, "keys.try.build"},
        Choice{say("window.build.healthy"), say("window.build.healthy_hint", {{"segment", name}}),
               build == Build::healthy, "keys.try.build"},
        Choice{say("window.build.stiff"), say("window.build.stiff_hint", {{"segment", name}}),
               build == Build::stiff, "keys.try.build"}};
    constexpr std::array builds{Build::loose, Build::healthy, Build::stiff};
    if (const auto pressed = pressed_of(choices)) build_segment(session, builds.at(*pressed));
}

/// A figure with its name before it, on one line.
void figure(const char* name, const std::string& value) {
    const float right = ImGui::GetContentRegionMax().x, left = ImGui::GetCursorPosX();
    ImGui::PushFont(type().small);
    ImGui::PushStyleColor(ImGuiCol_Text, palette::now().muted);
    ImGui::TextUnformatted(name);
    ImGui::PopStyleColor();
    const float width = ImGui::CalcTextSize(value.c_str()).x;
    ImGui::SameLine();
    if (ImGui::GetCursorPosX() + width <= right)
        ImGui::SetCursorPosX(right - width);
    else {
        ImGui::NewLine();
        ImGui::SetCursorPosX(left + px(12));
    }
    ImGui::TextUnformatted(value.c_str());
    ImGui::PopFont();
}

void figures(const Session& session) {
    const Strain& strain = session.strain;
    const timeline::Course& course = shown(strain);
    const timeline::SegmentState& now = moment(strain).segment[strain.segment];
    const timeline::SegmentState& first = course.moments.front().segment[strain.segment];
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(8), px(3)});
    figure(say("window.days.neutral_zone"),
           say("window.days.neutral_zone_now",
               {{"now", language::number(double(now.neutral_zone_deg), 2) + "°"},
                {"first", language::number(double(first.neutral_zone_deg), 2) + "°"}}));
    figure(say("window.days.foramen"),
           say("window.days.foramen_now",
               {{"left", percent(double(now.foramen_left))}, {"right", percent(double(now.foramen_right))}}));
    ImGui::PopStyleVar();
}

} // namespace

void strain_story(Session& session) {
    Strain& strain = session.strain;
    regimen_choice(session);
    space(4);
    if (!has_course(strain)) {
        body(strain.refused.empty() ? say("window.days.living") : language::in_words(strain.refused));
        return;
    }
    const timeline::CourseStory story =
        timeline::story_at(shown(strain), time_s(strain), strain.segment, wear_in_use());
    heading(story.title);
    if (strain.branches && moment(strain).day > strain.branches->after_day)
        subheading(words_of(strain.followed));
    body(story.motion);
    space(1);
    motion_bars(session);
    space(1);
    body(story.joints);
    space(5);
    subheading(say("window.cycle.title"));
    cycle(session);
    space(5);
    what_then(session);
    space(5);
    subheading(mechanics::segment_name(strain.segment));
    ImGui::SameLine();
    build_choice(session);
    body(story.wear);
    space(1);
    ligament_bars(session);
    figures(session);
    space(1);
    body(story.mobility);
    space(5);
    try_regimen(session);
    space(5);
    evidence(session);
    space(10);
}

void what_then(Session& session) {
    const Strain& strain = session.strain;
    using timeline::Then;
    const int day = strain.branches ? strain.branches->after_day : moment(strain).day;
    subheading(strain.branches ? say("window.days.from", {{"day", std::to_string(day)}})
                               : say("window.days.and_then"));
    if (!strain.branches) {
        if (link(say("window.days.ways"))) branch_here(session);
        tooltip(say("window.days.ways_hint"), "keys.try.compare");
        return;
    }
    constexpr std::array order{Then::stop, Then::keep_forcing, Then::safer};
    std::array<Choice, order.size()> choices;
    for (std::size_t i = 0; i < order.size(); ++i)
        choices.at(i) = {
            .words = words_of(order.at(i)), .hint = "", .active = order.at(i) == strain.followed};
    if (const auto pressed = pressed_of(choices)) return follow(session, order.at(*pressed));
    const std::string name = mechanics::segment_name(strain.segment);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(8), px(3)});
    fine_print(say("window.days.at_end", {{"segment", name}}));
    for (const Then then : order) {
        const timeline::Course& course = strain.branches->courses.at(std::size_t(then));
        const timeline::SegmentState& end = course.moments.back().segment[strain.segment];
        const double laxer = 100 * double(end.laxity);
        figure(words_of(then),
               laxer < 0.05 ? say("window.days.no_laxer")
                            : say("window.days.laxer", {{"figure", language::number(laxer, 1) + " %"}}));
    }
    ImGui::PopStyleVar();
    if (link(say("window.compare.stop"))) stop_branching(session);
}

} // namespace spinescope::app
