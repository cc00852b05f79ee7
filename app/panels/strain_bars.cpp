// Bars of the side panel: where the motion goes, and how near ligaments are to what lasts.
#include "app/panels/strain_parts.hpp"
#include "app/percent.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"
#include "timeline/course_story.hpp"

#include <algorithm>
#include <cstdio>

namespace spinescope::app {

using language::say;

namespace {

void right_word(float right, float y, ImU32 colour, const std::string& words) {
    ImGui::GetWindowDrawList()->AddText({right - ImGui::CalcTextSize(words.c_str()).x, y}, colour,
                                        words.c_str());
}

} // namespace

void motion_bars(Session& session) {
    const Strain& strain = session.strain;
    const timeline::Course& course = shown(strain);
    const timeline::Moment& now = moment(strain);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImGui::PushFont(type().small);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const auto fellows = timeline::fellows_of(course, strain.segment);
    float most = 0.05f;
    for (const std::size_t i : fellows) most = std::max(most, now.segment[i].share);
    const float width = ImGui::GetContentRegionAvail().x, line = ImGui::GetTextLineHeight();
    const float row = line + px(7), names = px(98), values = px(42);
    for (const std::size_t i : fellows) {
        const timeline::SegmentState& state = now.segment[i];
        const bool chosen = i == strain.segment;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::PushID(int(i));
        if (ImGui::InvisibleButton("##segment", {width, row})) choose_segment(session, i);
        ImGui::PopID();
        const bool hovered = ImGui::IsItemHovered();
        if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        const float y = at.y + (row - line) / 2, middle = at.y + row / 2;
        const std::string name = mechanics::segment_name(i);
        draw->AddText(chosen ? type().strong : type().small, type().small->FontSize, {at.x, y},
                      chosen || hovered ? palette::now().text : palette::now().muted, name.c_str());
        const std::string made(timeline::told_makeup(course.regimen, i));
        draw->AddText({at.x + px(52), y}, palette::now().muted, made.c_str());
        const float left = at.x + names, room = width - names - values;
        const float to = left + room * state.share / most;
        draw->AddRectFilled({left, middle - px(4)}, {to, middle + px(4)},
                            chosen ? palette::now().accent : palette::now().muted, px(2));
        // A ring at the bar's end, as around the joint in the scene: it pops.
        if (state.popped_left || state.popped_right) {
            draw->AddCircleFilled({to, middle}, px(6), palette::now().panel);
            draw->AddCircle({to, middle}, px(5), palette::now().text, 0, px(1.8f));
        }
        right_word(at.x + width, y, chosen ? palette::now().text : palette::now().muted,
                   percent(state.share));
    }
    ImGui::PopStyleVar();
    ImGui::PopFont();
    fine_print(say("window.days.bars"));
}

void ligament_bars(const Session& session) {
    const Strain& on_screen = session.strain;
    auto ligaments = timeline::ligaments_at(shown(on_screen), moment(on_screen), on_screen.segment,
                                            spine_in_use(), wear_in_use().subfailure);
    ligaments.resize(std::min<std::size_t>(ligaments.size(), 3));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImGui::PushFont(type().small);
    const float width = ImGui::GetContentRegionAvail().x, line = ImGui::GetTextLineHeight();
    for (const timeline::LigamentNow& ligament : ligaments) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const bool beyond = ligament.strain > ligament.onset;
        draw->AddText(at, palette::now().text, ligament.name.c_str());
        const std::string value = ligament.strain <= 0
                                      ? std::string(say("window.heat.slack"))
                                      : say("window.days.strain", {{"strain", percent(ligament.strain)},
                                                                   {"onset", percent(ligament.onset)}});
        right_word(at.x + width, at.y, beyond ? palette::now().warm : palette::now().muted, value);
        const float y = at.y + line + px(5);
        const auto x_of = [&](double strain) {
            return at.x + width * float(std::clamp(strain / ligament.failure_strain, 0.0, 1.0));
        };
        draw->AddRectFilled({at.x, y - px(2)}, {at.x + width, y + px(2)}, palette::now().raised_hover, px(2));
        draw->AddRectFilled({at.x, y - px(2)}, {x_of(ligament.strain), y + px(2)},
                            beyond ? palette::now().warm : palette::now().accent, px(2));
        draw->AddLine({x_of(ligament.onset), y - px(5)}, {x_of(ligament.onset), y + px(5)},
                      palette::now().text, px(1.5f));
        ImGui::Dummy({width, line + px(11)});
    }
    ImGui::PopFont();
    fine_print(moment(on_screen).loaded ? say("window.days.full_width") : say("window.days.at_rest"));
}

} // namespace spinescope::app
