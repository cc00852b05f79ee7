#include "app/window/interface.hpp"

#include "app/panels/heat_legend.hpp"
#include "app/panels/labels.hpp"
#include "app/panels/panels.hpp"
#include "app/window/layout.hpp"
#include "app/window/offscreen_interface.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include <imgui.h>

#include <algorithm>

namespace spinescope::app {

namespace {

/// How the close-up of the joint lies in the scene's lower right corner.
struct CloseUpPlace {
    float widest, slimmest; ///< pixels; height over width, at least
    float margin;           ///< to the right
};

/// Draws it; returns the width that it takes, margin and all.
float close_up_in(Session& session, const Area& scene, const CloseUpPlace& place) {
    constexpr float tall = 1.43f; // the joint's own
    const float room = scene.height - px(70);
    const float width = std::min({place.widest, scene.width * 0.45f, room / place.slimmest});
    const float height = std::min(width * tall, room);
    close_up_panel(session, {.x = scene.x + scene.width - width - place.margin,
                             .y = scene.y + scene.height - height - px(16),
                             .width = width,
                             .height = height});
    return width + place.margin;
}

/// The opening screen over the spine.
void draw_welcome(Session& session, float width, float height) {
    const float top = px(44);
    const Area below{.x = 0, .y = top, .width = width, .height = height - top};
    top_bar(session, {.x = 0, .y = 0, .width = width, .height = top});
    scene_panel(session, below);
    welcome_panel(session, below);
    help_panel(session, below);
    notice_panel(session, below);
    finder_panel(session, {.x = 0, .y = 0, .width = width, .height = height});
}

/// A lesson's step: the scene over its words, and nothing else.
void draw_lesson(Session& session, float width, float height) {
    const Teaching& teaching = session.teaching;
    const float top = session.full_screen ? 0 : px(44);
    const float below = std::min(px(236), height * 0.42f);
    const float right = session.professional_open ? std::min(px(420), width * 0.4f) : 0;
    const Area scene{.x = 0, .y = top, .width = width - right, .height = height - top - below};
    if (top > 0) top_bar(session, {.x = 0, .y = 0, .width = width, .height = top});
    scene_panel(session, scene);
    if (teaching.aimed_width != scene.width || teaching.aimed_height != scene.height) aim_step(session);
    // A step's scene is low and wide, and turns the page at its edges.
    const CloseUpPlace place{.widest = px(430), .slimmest = 1, .margin = lesson_zone_width() + px(6)};
    const float close_up = session.mode == Mode::pop ? close_up_in(session, scene, place) : 0;
    if (right > 0)
        side_panel(session, {.x = width - right, .y = top, .width = right, .height = scene.height});
    presenter_panel(session, scene);
    lesson_zones(session, scene);
    hint_panel(session, scene, close_up);
    lesson_panel(session, {.x = 0, .y = height - below, .width = width, .height = below});
    help_panel(session, {.x = 0, .y = top, .width = width, .height = height - top});
    settings_panel(session, {.x = 0, .y = top, .width = width, .height = height - top});
    take_home_panel(session, {.x = 0, .y = top, .width = width, .height = height - top});
    notice_panel(session, scene);
    finder_panel(session, {.x = 0, .y = 0, .width = width, .height = height});
}

/// A question: the scene over it, and nothing else that could tell the answer.
void draw_quiz(Session& session, float width, float height) {
    const Quizzing& quizzing = session.quizzing;
    const bool over = quizzing.at >= quizzing.quiz->asked.size();
    const float below = over ? std::min(px(420), height * 0.6f) : std::min(px(300), height * 0.52f);
    const Area scene{.x = 0, .y = 0, .width = width, .height = height - below};
    const Area panel{.x = 0, .y = height - below, .width = width, .height = below};
    if (quizzing.aimed_width != scene.width || quizzing.aimed_height != scene.height) {
        session.viewport_width = scene.width;
        session.viewport_height = scene.height;
        aim_question(session);
        if (session.flight) session.camera = session.flight->to;
        session.flight.reset();
    }
    scene_panel(session, scene);
    if (session.mode == Mode::pop)
        close_up_in(session, scene, {.widest = px(430), .slimmest = 1, .margin = px(16)});
    quiz_marks(session, scene);
    over ? quiz_score(session, panel) : quiz_panel(session, panel);
    help_panel(session, {.x = 0, .y = 0, .width = width, .height = height});
    notice_panel(session, scene);
    finder_panel(session, {.x = 0, .y = 0, .width = width, .height = height});
}

} // namespace

namespace {

void draw_panels(Session& session, float width, float height) {
    use_theme(session.theme, session.preferences.high_contrast);
    if (session.making) return making_panel(session, {.x = 0, .y = 0, .width = width, .height = height});
    const Teaching& teaching = session.teaching;
    if (quizzes(session.quizzing)) return draw_quiz(session, width, height);
    if (teaches(teaching) && teaching.blank) return; // all eyes on the teacher
    if (session.welcome.open) return draw_welcome(session, width, height);
    if (teaches(teaching) && !teaching.paused) return draw_lesson(session, width, height);
    const auto [top, left, right, below, scene_width, scene_height] =
        laid_out(session, session.mode, width, height, px(1));
    const bool pop = session.mode == Mode::pop, strain = session.mode == Mode::strain;

    const Area middle{.x = left, .y = top, .width = scene_width, .height = scene_height};
    top_bar(session, {.x = 0, .y = 0, .width = width, .height = top});
    if (left > 0) structure_panel(session, {.x = 0, .y = top, .width = left, .height = scene_height});
    scene_panel(session, middle);
    view_tools(session, middle);
    float beside = 0; // of the scene's foot, what the close-up takes
    if (pop) {
        beside = close_up_in(session, middle, {.widest = px(330), .slimmest = 1.43f, .margin = px(16)});
        sound_view(session, {.x = 0, .y = top, .width = width - right, .height = middle.height},
                   {.x = left, .y = top, .width = middle.width - beside, .height = middle.height});
        timeline_panel(session, {.x = 0, .y = height - below, .width = width - right, .height = below});
    }
    if (strain)
        strain_timeline(session, {.x = 0, .y = height - below, .width = width - right, .height = below});
    if (right > 0)
        side_panel(session, {.x = width - right, .y = top, .width = right, .height = height - top});
    presenter_panel(session, middle);
    if (teaches(teaching)) lesson_waits(session, middle);
    hint_panel(session, middle, beside);
    lesson_cards(session, {.x = 0, .y = top, .width = width, .height = height - top});
    quiz_cards(session, {.x = 0, .y = top, .width = width, .height = height - top});
    help_panel(session, {.x = 0, .y = top, .width = width, .height = height - top});
    settings_panel(session, {.x = 0, .y = top, .width = width, .height = height - top});
    take_home_panel(session, {.x = 0, .y = top, .width = width, .height = height - top});
    notice_panel(session, middle);
    finder_panel(session, {.x = 0, .y = 0, .width = width, .height = height});
}

} // namespace

void draw_interface(Session& session, float width, float height) {
    move_focus(session);
    draw_panels(session, width, height);
    focus_ring(session);
}

void write_labels(render::Image& image, Labelling& labelling, const scene::Camera& camera,
                  render::Theme theme) {
    const glm::vec2 size(image.width, image.height);
    const float scale = std::max(0.6f, size.y / 800);
    const render::Image words = OffscreenInterface(image.width, image.height, scale).picture([&] {
        const glm::vec2 label = label_size(labelling);
        place_names(labelling, camera, size, label.x, label.y);
        draw_labels(*ImGui::GetBackgroundDrawList(), labelling, {0, 0}, theme);
    });
    lay_over(image, words);
}

void write_caption(render::Image& image, const std::string& caption, render::Theme theme) {
    const float scale = std::max(0.6f, float(image.height) / 640);
    const float width = float(image.width), height = float(image.height);
    lay_over(image, OffscreenInterface(image.width, image.height, scale).picture([&] {
        use_theme(theme);
        const std::string lines = wrapped(type().title, caption, width - px(40));
        const ImVec2 size = type().title->CalcTextSizeA(type().title->FontSize, FLT_MAX, 0, lines.c_str());
        const float top = height - size.y - px(28);
        ImDrawList& draw = *ImGui::GetBackgroundDrawList();
        draw.AddRectFilled({0, top}, {width, height}, palette::now().panel);
        draw.AddText(type().title, type().title->FontSize, {px(20), top + px(14)}, palette::now().text,
                     lines.c_str());
    }));
}

void write_close_up_names(render::Image& image, const CloseUp& close, const scene::Camera& camera,
                          render::Theme theme) {
    const float scale = std::max(0.6f, float(image.height) / 480);
    const Area all{.width = float(image.width), .height = float(image.height)};
    lay_over(image, OffscreenInterface(image.width, image.height, scale).picture([&] {
        use_theme(theme);
        draw_close_up_names(*ImGui::GetBackgroundDrawList(), close, camera, all);
    }));
}

void write_heat_legend(render::Image& image, const scene::HeatMap& map, const Stage& stage,
                       const anatomy::Posture& posture, const scene::Camera& camera, render::Theme theme) {
    const float scale = std::max(0.6f, float(image.height) / 800);
    const Area all{.width = float(image.width), .height = float(image.height)};
    lay_over(image, OffscreenInterface(image.width, image.height, scale).picture([&] {
        use_theme(theme);
        ImDrawList& draw = *ImGui::GetBackgroundDrawList();
        draw_mobility(draw, map, stage, posture, camera, all);
        draw_heat_legend(draw, map, all);
    }));
}

render::Image interface_picture(Session& session, int width, int height, float scale) {
    constexpr int frames = 3; // the first ones settle sizes that depend on their own contents
    return OffscreenInterface(width, height, scale)
        .picture([&] { draw_interface(session, float(width), float(height)); }, frames);
}

} // namespace spinescope::app
