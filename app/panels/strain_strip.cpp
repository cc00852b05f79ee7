// Three measures of an exercise, each beside a forced self-twist's: a full bar against a hollow one, so that
// they are told apart without colour.
#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace spinescope::app {

namespace {

std::string percent(double share) {
    char line[16];
    std::snprintf(line, sizeof line, "%.0f %%", 100 * share);
    return line;
}

std::string newtons(double value, bool about) {
    char line[32];
    std::snprintf(line, sizeof line, "%s%.0f N", about ? "about " : "", value);
    return line;
}

/// The name of a ligament: "Capsule of the facet joint L4–L5, right".
std::string name_of(const Session& session, const std::string& structure) {
    const auto index = session.stage.model.find(structure);
    if (!index) return structure;
    const std::string& english = session.stage.model.structures[*index].description.english;
    return english.empty() ? structure : english;
}

/// A bar from 0 to `share` of the width, full or hollow, with a figure at its right.
void bar(float width, double share, bool full, const std::string& figure) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float line = type().small->FontSize, figures = px(92), room = width - figures;
    const float y = at.y + line / 2, half = px(4);
    const ImVec2 to{at.x + std::max(px(2), room * float(std::clamp(share, 0.0, 1.0))), y + half};
    draw->AddLine({at.x, y + half + px(2)}, {at.x + room, y + half + px(2)}, palette::now().hairline);
    if (full)
        draw->AddRectFilled({at.x, y - half}, to, palette::now().accent, px(2));
    else
        draw->AddRect({at.x, y - half}, to, palette::now().muted, px(2), 0, px(1.3f));
    draw->AddText(type().small, type().small->FontSize, {at.x + room + px(8), at.y},
                  full ? palette::now().text : palette::now().muted, figure.c_str());
    ImGui::Dummy({width, line + px(2)});
}

void title(const char* text, float width) {
    space(2);
    words(type().small, palette::now().text, text, width);
}

void ligaments(const Session& session, const timeline::Burden& own, const timeline::Burden& twist,
               float width) {
    title("Most strained ligament, of what it fails at", width);
    bar(width, own.share_of_failure, true, percent(own.share_of_failure));
    bar(width, twist.share_of_failure, false, percent(twist.share_of_failure) + " twist");
    words(type().small, palette::now().muted,
          name_of(session, own.ligament) + ": strain " + percent(own.strain) + "; in the twist " +
              name_of(session, twist.ligament) + ": " + percent(twist.strain) + " (model)",
          width);
}

void disc(const Session& session, const timeline::Exercise& exercise, const timeline::Burden& own,
          const timeline::Burden& twist, float width) {
    const SaferInstead& safer = session.guidance.safer;
    title("Load on the disc L4–L5", width);
    if (exercise.compression) {
        const bool about = exercise.compression->trust != "measured";
        bar(width, exercise.compression->value / safer.action_limit_N, true,
            newtons(exercise.compression->value, about));
    } else {
        words(type().small, palette::now().muted, "No more than lying at rest", width);
    }
    bar(width, safer.standing_N.value / safer.action_limit_N, false,
        newtons(safer.standing_N.value, false) + " standing");
    std::string line;
    if (exercise.compression) line = session.guidance.citation(exercise.compression->source) + ". ";
    line += "Pressed on by bent tissue alone (model): " + newtons(own.disc_N, false) + ", in the twist " +
            newtons(twist.disc_N, false) + ". No load of a self-twist was published.";
    words(type().small, palette::now().muted, line, width);
}

void guarding(const Session& session, const timeline::Exercise& exercise, const StrainStrip& strip,
              float width) {
    title("Muscle guarding that is left", width);
    if (!exercise.guarding_left) {
        words(type().small, palette::now().muted,
              "Not measured for this movement, nor for a self-twist, which may well raise it: muscles tense "
              "when stretched fast.",
              width);
        return;
    }
    bar(width, exercise.guarding_left->value, true, "about " + percent(exercise.guarding_left->value));
    bar(width, 1, false, "100 % before");
    words(type().small, palette::now().muted,
          "25–30 % less, set after " + session.guidance.citation(exercise.guarding_left->source) +
              ". In the model a tense lower back then needs " + percent(1 - strip.push_left) +
              " less push to bend forward.",
          width);
    if (!exercise.viscous_time_left) return;
    title("Time that tissue takes to give way", width);
    bar(width, exercise.viscous_time_left->value, true,
        "about " + percent(exercise.viscous_time_left->value));
    title("Stiffness of the ligaments themselves", width);
    bar(width, 1, true, "unchanged");
    words(type().small, palette::now().muted,
          "Less than 5 % between 25 and 55 °C: " +
              session.guidance.citation(exercise.viscous_time_left->source),
          width);
}

} // namespace

void strain_strip(const Session& session, const timeline::Exercise& exercise, float width) {
    const auto& strip = session.exercise.strip;
    if (!strip) {
        if (session.exercise.measuring.busy())
            words(type().small, palette::now().muted, "Working out the strains …", width);
        return;
    }
    const auto own = strip->exercises.find(exercise.name);
    if (own == strip->exercises.end()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(2)});
    ligaments(session, own->second, strip->self_twist, width);
    disc(session, exercise, own->second, strip->self_twist, width);
    guarding(session, exercise, *strip, width);
    ImGui::PopStyleVar();
}

} // namespace spinescope::app
