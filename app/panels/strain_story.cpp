// What repetition does, at the moment under the playhead.
#include "app/panels/choice.hpp"
#include "app/panels/strain_parts.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "timeline/course_story.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace spinescope::app {

namespace {

void regimen_choice(Session& session) {
    const Strain& strain = session.strain;
    std::vector<Choice> choices;
    for (const timeline::Regimen& regimen : strain.regimens)
        choices.push_back({.words = regimen.title,
                           .hint = regimen.summary,
                           .active = regimen.name == strain.tried.name});
    if (const auto pressed = pressed_of(choices)) open_regimen(session, strain.regimens[*pressed].name);
}

void build_choice(Session& session) {
    const Strain& strain = session.strain;
    const Build build = build_of(strain.tried, strain.segment);
    const std::string name = mechanics::segment_name(strain.segment);
    const std::array choices{Choice{"Loose", name + " made loose to begin with  (W)", build == Build::loose},
                             Choice{"Healthy", name + " as tables have it  (W)", build == Build::healthy},
                             Choice{"Stiff", name + " made stiff  (W)", build == Build::stiff}};
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

template <typename... Values>
std::string printed(const char* format, Values... values) {
    std::array<char, 96> words{};
    std::snprintf(words.data(), words.size(), format, values...);
    return words.data();
}

void figures(const Session& session) {
    const Strain& strain = session.strain;
    const timeline::Course& course = shown(strain);
    const timeline::SegmentState& now = moment(strain).segment[strain.segment];
    const timeline::SegmentState& first = course.moments.front().segment[strain.segment];
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(8), px(3)});
    figure("Neutral zone", printed("%.2f°, at first %.2f°", double(now.neutral_zone_deg),
                                   double(first.neutral_zone_deg)));
    figure("Room for the nerve root",
           printed("%.0f %% left, %.0f %% right of standing", 100. * now.foramen_left, 100. * now.foramen_right));
    ImGui::PopStyleVar();
}

} // namespace

void strain_story(Session& session) {
    Strain& strain = session.strain;
    regimen_choice(session);
    space(4);
    if (!has_course(strain)) {
        body(strain.refused.empty() ? "Living through the days…" : strain.refused);
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
    subheading("What goes round");
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
    subheading(strain.branches ? "From day " + std::to_string(day) + " on" : "And then?");
    if (!strain.branches) {
        if (link("Stop now, keep forcing, or something safer?")) branch_here(session);
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("All three from this day on, on one timeline  (K)");
        return;
    }
    std::vector<Choice> choices;
    constexpr std::array order{Then::stop, Then::keep_forcing, Then::safer};
    for (const Then then : order)
        choices.push_back({.words = words_of(then), .hint = "", .active = then == strain.followed});
    if (const auto pressed = pressed_of(choices)) return follow(session, order.at(*pressed));
    const std::string name = mechanics::segment_name(strain.segment);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(8), px(3)});
    fine_print(name + " at the end of these days:");
    for (const Then then : order) {
        const timeline::Course& course = strain.branches->courses.at(std::size_t(then));
        const timeline::SegmentState& end = course.moments.back().segment[strain.segment];
        const double laxer = 100 * double(end.laxity);
        figure(words_of(then), laxer < 0.05 ? "no laxer than at first" : printed("%.1f %% laxer", laxer));
    }
    ImGui::PopStyleVar();
    if (link("Stop comparing")) stop_branching(session);
}

} // namespace spinescope::app
