// Three measures of an exercise, each beside a forced self-twist's: a full bar against a hollow one, so that
// they are told apart without colour.
#include "app/panels/panels.hpp"
#include "app/percent.hpp"
#include "app/sources.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace spinescope::app {

using language::say;

namespace {

std::string newtons(double value, bool about) {
    const std::string figure = language::number(value, 0) + " N";
    return about ? say("window.strip.about", {{"figure", figure}}) : figure;
}

/// The name of a ligament: "Capsule of the facet joint L4–L5, right".
std::string name_of(const Session& session, const std::string& structure) {
    const auto index = session.stage.model.find(structure);
    if (!index) return structure;
    const std::string& name = session.stage.model.structures[*index].description.name;
    return name.empty() ? structure : name;
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
    title(say("window.strip.ligament"), width);
    bar(width, own.share_of_failure, true, percent(own.share_of_failure));
    bar(width, twist.share_of_failure, false,
        say("window.strip.twist", {{"figure", percent(twist.share_of_failure)}}));
    words(type().small, palette::now().muted,
          say("window.strip.strains", {{"ligament", name_of(session, own.ligament)},
                                       {"strain", percent(own.strain)},
                                       {"twisted", name_of(session, twist.ligament)},
                                       {"twist", percent(twist.strain)}}),
          width);
}

void disc(const Session& session, const timeline::Exercise& exercise, const timeline::Burden& own,
          const timeline::Burden& twist, float width) {
    const SaferInstead& safer = session.guidance.safer;
    title(say("window.strip.disc"), width);
    if (exercise.compression) {
        const bool about = exercise.compression->trust != "measured";
        bar(width, exercise.compression->value / safer.action_limit_N, true,
            newtons(exercise.compression->value, about));
    } else {
        words(type().small, palette::now().muted, say("window.strip.as_lying"), width);
    }
    bar(width, safer.standing_N.value / safer.action_limit_N, false,
        say("window.strip.standing", {{"figure", newtons(safer.standing_N.value, false)}}));
    std::string line;
    if (exercise.compression)
        line = cited(session.guidance.citation, exercise.compression->source).str() + ". ";
    line += say("window.strip.pressed",
                {{"own", newtons(own.disc_N, false)}, {"twist", newtons(twist.disc_N, false)}});
    words(type().small, palette::now().muted, line, width);
}

void guarding(const Session& session, const timeline::Exercise& exercise, const StrainStrip& strip,
              float width) {
    title(say("window.strip.guarding"), width);
    if (!exercise.guarding_left) {
        words(type().small, palette::now().muted, say("window.strip.guarding_unknown"), width);
        return;
    }
    bar(width, exercise.guarding_left->value, true,
        say("window.strip.about", {{"figure", percent(exercise.guarding_left->value)}}));
    bar(width, 1, false, say("window.strip.before"));
    words(type().small, palette::now().muted,
          say("window.strip.less_push",
              {{"source", cited(session.guidance.citation, exercise.guarding_left->source)},
               {"less", percent(1 - strip.push_left)}}),
          width);
    if (!exercise.viscous_time_left) return;
    title(say("window.strip.time"), width);
    bar(width, exercise.viscous_time_left->value, true,
        say("window.strip.about", {{"figure", percent(exercise.viscous_time_left->value)}}));
    title(say("window.strip.stiffness"), width);
    bar(width, 1, true, say("window.strip.unchanged"));
    words(type().small, palette::now().muted,
          say("window.strip.warmth",
              {{"source", cited(session.guidance.citation, exercise.viscous_time_left->source)}}),
          width);
}

} // namespace

void strain_strip(const Session& session, const timeline::Exercise& exercise, float width) {
    const auto& strip = session.exercise.strip;
    if (!strip) {
        if (session.exercise.measuring.busy())
            words(type().small, palette::now().muted, say("window.strip.working"), width);
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
