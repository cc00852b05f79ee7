#include "app/take_home/frame.hpp"

#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"
#include "timeline/why.hpp"

#include <algorithm>

namespace spinescope::app {

namespace {

using language::say;

/// What stands at the foot of a frame.
struct Foot {
    std::string title; ///< what is shown
    std::string now;   ///< what happens
    std::string clock, pace;
};

/// The last thing that has happened.
std::string latest_event(const timeline::Trace& trace, double time_s) {
    std::string words;
    for (const timeline::Event& event : trace.events)
        if (event.time_s <= time_s) words = timeline::told(event);
    return words;
}

Foot foot_of(const Session& session) {
    switch (session.mode) {
    case Mode::pop:
        if (session.trace.samples.empty()) return {};
        return {.title = session.trace.title.str() + "  ·  " + timeline::told_joint(session.trace.joint),
                .now = latest_event(session.trace, clock_s(session)),
                .clock = clock_words(clock_s(session)),
                .pace = rate_words(rate(session.playback, session.trace))};
    case Mode::strain:
        if (!has_course(session.strain)) return {};
        return {.title = session.strain.tried.title.str(),
                .now = {},
                .clock = day_words(time_s(session.strain)),
                .pace = {}};
    case Mode::safer:
        if (!session.exercise.performance) return {};
        return {
            .title = session.exercise.performance->exercise.title.str(), .now = {}, .clock = {}, .pace = {}};
    case Mode::explore:
        break;
    }
    Foot foot{.title = say("structures.column.name"), .now = {}, .clock = {}, .pace = {}};
    if (session.selected) {
        const scene::Description& what = session.stage.model.structures[*session.selected].description;
        foot.title = what.name;
        foot.now = what.latin;
    }
    return foot;
}

void draw_foot(const Foot& foot, const Area& area) {
    begin_panel("##foot", area, palette::now().panel);
    hairline(area.x, area.y, area.x + area.width, area.y);
    const auto line = [&](ImFont* font, ImU32 colour, const std::string& text, float y, bool right) {
        const float size = font->FontSize;
        const float width = font->CalcTextSizeA(size, FLT_MAX, 0, text.c_str()).x;
        const float x = right ? area.x + area.width - width - px(20) : area.x + px(20);
        ImGui::GetWindowDrawList()->AddText(font, size, {x, area.y + y}, colour, text.c_str());
    };
    const bool two = !foot.now.empty() || !foot.pace.empty();
    const float first = two ? px(9) : px(21), second = px(36);
    line(type().title, palette::now().text, foot.title, first, false);
    line(type().body, palette::now().accent, foot.now, second, false);
    line(type().title, palette::now().text, foot.clock, first, true);
    line(type().body, palette::now().muted, foot.pace, second, true);
    ImGui::End();
}

void draw_scene(Session& session, const Area& scene) {
    use_theme(session.theme, session.preferences.high_contrast);
    scene_panel(session, scene);
    if (session.mode == Mode::pop) {
        constexpr float tall = 1.43f;
        const float side = std::min(scene.width * 0.36f, (scene.height - px(32)) / tall);
        close_up_panel(session, {.x = scene.x + scene.width - side - px(16),
                                 .y = scene.y + scene.height - side * tall - px(16),
                                 .width = side,
                                 .height = side * tall});
    }
    presenter_panel(session, scene);
}

} // namespace

void draw_frame(Session& session, float width, float height) {
    const Foot foot = foot_of(session);
    const float below = foot.title.empty() ? 0 : px(68);
    draw_scene(session, {.x = 0, .y = 0, .width = width, .height = height - below});
    if (below > 0) draw_foot(foot, {.x = 0, .y = height - below, .width = width, .height = below});
}

void draw_bare_frame(Session& session, float width, float height) {
    draw_scene(session, {.x = 0, .y = 0, .width = width, .height = height});
}

} // namespace spinescope::app
