// What to do instead: a card an exercise; the open one tells how, plays and shows what it asks of a back.
#include "app/panels/panels.hpp"
#include "app/sources.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

namespace spinescope::app {

using language::say;

void words(ImFont* font, ImU32 colour, const std::string& text, float width) {
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::TextUnformatted(wrapped(font, text, width).c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

namespace {

/// What an open card tells beyond its title and its player.
void details(const Session& session, const timeline::Exercise& exercise, float width) {
    ImGui::Spacing();
    strain_strip(session, exercise, width);
    ImGui::Spacing();
    words(type().body, palette::now().text, exercise.why, width);
    ImGui::Spacing();
    for (std::size_t i = 0; i < exercise.how.size(); ++i)
        words(type().body, palette::now().text, std::to_string(i + 1) + ".  " + exercise.how[i].str(), width);
    ImGui::Spacing();
    words(type().body, palette::now().accent, say("window.safer.dose", {{"dose", exercise.dose.str()}}),
          width);
    words(type().body, palette::now().warm, exercise.stop, width);
    words(
        type().small, palette::now().muted,
        say("window.safer.dose_source", {{"source", cited(session.guidance.citation, exercise.dose_source)}}),
        width);
}

/// The card's head can be pressed; what an open card holds beyond it is its own.
void card(Session& session, const timeline::Exercise& exercise) {
    const bool opened = session.opened_approach == exercise.name;
    ImGui::PushID(exercise.name.c_str());
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->ChannelsSplit(2);
    draw->ChannelsSetCurrent(1);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, pad = px(12), inner = width - 2 * pad;
    ImGui::SetCursorScreenPos({from.x + pad, from.y + px(10)});
    ImGui::BeginGroup();
    words(type().strong, palette::now().text, exercise.title, inner);
    words(type().small, palette::now().muted, exercise.gist, inner);
    const float head = ImGui::GetCursorScreenPos().y + px(4);
    if (opened) {
        exercise_player(session, exercise, inner);
        details(session, exercise, inner);
    }
    ImGui::EndGroup();
    const ImVec2 to{from.x + width, ImGui::GetItemRectMax().y + px(10)};
    ImGui::SetCursorScreenPos(from);
    if (ImGui::InvisibleButton("##card", {width, (opened ? head : to.y) - from.y})) {
        if (opened) {
            session.opened_approach.clear();
            stop_exercise(session);
            session.log("approach closed");
        } else if (session.mode == Mode::safer) {
            do_exercise(session, exercise.name);
        } else {
            session.opened_approach = exercise.name;
            session.log("approach " + exercise.name);
        }
    }
    const bool hovered = ImGui::IsItemHovered();
    ImGui::SetCursorScreenPos({from.x, to.y + px(4)});
    ImGui::Dummy({width, 0});
    draw->ChannelsSetCurrent(0);
    draw->AddRectFilled(from, to, hovered ? palette::now().raised_hover : palette::now().raised, px(9));
    draw->ChannelsMerge();
    ImGui::PopID();
}

} // namespace

void safer_instead(Session& session) {
    const SaferInstead& safer = session.guidance.safer;
    // What is done now stands first; the others wait below it.
    const bool chosen = session.mode == Mode::safer && !session.opened_approach.empty();
    if (chosen)
        if (const timeline::Exercise* exercise = exercise_named(session.guidance, session.opened_approach)) {
            card(session, *exercise);
            space(6);
        }
    heading(safer.title);
    body(safer.lead);
    space(2);
    if (session.mode == Mode::safer) tight_back(session);
    for (const timeline::Exercise& exercise : safer.exercises)
        if (!chosen || exercise.name != session.opened_approach) card(session, exercise);
}

} // namespace spinescope::app
