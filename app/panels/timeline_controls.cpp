#include "app/panels/timeline_parts.hpp"
#include "app/panels/tooltip.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <cstdio>

namespace spinescope::app {

using language::say;

namespace {

void triangle_button(Session& session, bool playing, const char* id,
                     std::initializer_list<const char*> actions, int shape) {
    const float size = px(28);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(id, {size, size});
    const bool hovered = ImGui::IsItemHovered();
    tooltip_of(actions);
    const ImU32 colour = hovered ? palette::now().accent : palette::now().text;
    const ImVec2 m{at.x + size / 2, at.y + size / 2};
    const float r = px(7);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (shape == 0 && playing) {
        draw->AddRectFilled({m.x - r, m.y - r}, {m.x - r * 0.25f, m.y + r}, colour, px(1.5f));
        draw->AddRectFilled({m.x + r * 0.25f, m.y - r}, {m.x + r, m.y + r}, colour, px(1.5f));
    } else if (shape == 0) {
        draw->AddTriangleFilled({m.x - r * 0.7f, m.y - r}, {m.x + r, m.y}, {m.x - r * 0.7f, m.y + r}, colour);
    } else {
        const float d = shape > 0 ? 1.0f : -1.0f;
        draw->AddTriangleFilled({m.x - d * r * 0.7f, m.y - r * 0.8f}, {m.x + d * r * 0.5f, m.y},
                                {m.x - d * r * 0.7f, m.y + r * 0.8f}, colour);
        draw->AddRectFilled({m.x + d * r * 0.7f - px(1), m.y - r * 0.8f},
                            {m.x + d * r * 0.7f + px(1), m.y + r * 0.8f}, colour);
    }
    if (!pressed) return;
    if (shape == 0)
        toggle_play(session);
    else
        step(session, shape);
}

} // namespace

void words_until(float right, ImFont* font, ImU32 colour, const std::string& words) {
    ImGui::PushFont(font);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::CalcTextSize(words.c_str()).x;
    if (at.x + width <= right) {
        ImGui::PushStyleColor(ImGuiCol_Text, colour);
        ImGui::TextUnformatted(words.c_str());
        ImGui::PopStyleColor();
        ImGui::SameLine(0, px(12));
    }
    ImGui::PopFont();
}

std::string speed_words(double speed) {
    char figure[32];
    std::snprintf(figure, sizeof figure, "%g", speed);
    return say("window.timeline.speed", {{"times", language::number(std::string(figure))}});
}

void transport(Session& session, const Playback& playback, std::initializer_list<const char*> back,
               std::initializer_list<const char*> on) {
    triangle_button(session, playback.playing, "##back", back, -1);
    ImGui::SameLine(0, 0);
    triangle_button(session, playback.playing, "##play", {"keys.time.play"}, 0);
    ImGui::SameLine(0, 0);
    triangle_button(session, playback.playing, "##next", on, 1);
    ImGui::SameLine(0, px(12));
    ImGui::AlignTextToFramePadding();
}

void timeline_controls(Session& session, float right) {
    transport(session, session.playback, {"keys.time.before"}, {"keys.time.next"});

    // Where the row is short the clock has the room; the keys still change the speed.
    const bool narrow = right - ImGui::GetCursorScreenPos().x < px(440);
    const std::string speed = speed_words(session.playback.speed);
    const char* sound = session.sound ? say("window.timeline.sound_on") : say("window.timeline.sound_off");
    const char* whole = narrow ? say("window.timeline.whole_short") : say("window.timeline.whole");
    const auto wide = [](const char* words) {
        return ImGui::CalcTextSize(words).x + 2 * ImGui::GetStyle().FramePadding.x + px(4);
    };
    const float buttons =
        right - (narrow ? 0 : wide(speed.c_str())) - wide(sound) - (session.ruler.whole() ? 0 : wide(whole));

    const float line = ImGui::GetCursorScreenPos().y;
    words_until(buttons, type().strong, palette::now().text, clock_words(clock_s(session)));
    if (const std::string words = rate_words(rate(session.playback, session.trace)); !words.empty())
        words_until(buttons, type().body, palette::now().muted, words);
    const std::string title =
        session.other ? say("window.timeline.both",
                            {{"one", session.trace.title.str()}, {"other", session.other->title.str()}})
                      : session.trace.title.str();
    words_until(buttons, type().body, palette::now().text, "·  " + title);

    ImGui::SetCursorScreenPos({buttons, line});
    if (!session.ruler.whole()) {
        if (button(whole)) show_whole_ruler(session);
        tooltip(say("window.timeline.whole_hint"), "keys.time.whole");
        ImGui::SameLine(0, px(4));
    }
    if (!narrow) {
        if (button(speed.c_str()))
            session.playback.speed = session.playback.speed >= 4 ? 0.25 : session.playback.speed * 2;
        tooltip_of({"keys.time.faster", "keys.time.slower"});
        ImGui::SameLine(0, px(4));
    }
    if (button(sound)) session.sound = !session.sound;
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", say("window.timeline.sound_hint"));
}

} // namespace spinescope::app
