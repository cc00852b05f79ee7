#include "app/window/interface.hpp"

#include "app/panels/heat_legend.hpp"
#include "app/panels/labels.hpp"
#include "app/panels/panels.hpp"
#include "app/window/layout.hpp"
#include "app/window/typography.hpp"
#include "render/screen.hpp"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <functional>

namespace spinescope::app {

void draw_interface(Session& session, float width, float height) {
    use_theme(session.theme);
    const auto [top, left, right, below, scene_width, scene_height] =
        laid_out(session, session.mode, width, height, px(1));
    const bool pop = session.mode == Mode::pop, strain = session.mode == Mode::strain;

    const Area middle{.x = left, .y = top, .width = scene_width, .height = scene_height};
    top_bar(session, {.x = 0, .y = 0, .width = width, .height = top});
    if (left > 0) structure_panel(session, {.x = 0, .y = top, .width = left, .height = scene_height});
    scene_panel(session, middle);
    view_tools(session, middle);
    if (pop) {
        constexpr float tall = 1.43f;
        const float side = std::min({px(330), middle.width * 0.45f, (middle.height - px(70)) / tall});
        close_up_panel(session, {.x = middle.x + middle.width - side - px(16),
                                 .y = middle.y + middle.height - side * tall - px(16),
                                 .width = side,
                                 .height = side * tall});
        sound_view(session, {.x = 0, .y = top, .width = width - right, .height = middle.height},
                   {.x = left, .y = top, .width = middle.width - side - px(16), .height = middle.height});
        timeline_panel(session, {.x = 0, .y = height - below, .width = width - right, .height = below});
    }
    if (strain)
        strain_timeline(session, {.x = 0, .y = height - below, .width = width - right, .height = below});
    if (right > 0)
        side_panel(session, {.x = width - right, .y = top, .width = right, .height = height - top});
    help_panel(session, {.x = 0, .y = top, .width = width, .height = height - top});
    notice_panel(session, middle);
}

namespace {

/// Draws with Dear ImGui into a picture, without a window: `frames` times, the last of which is kept.
render::Image drawn_offscreen(int width, int height, float scale, int frames,
                              const std::function<void()>& draw) {
    const Typefaces typefaces = load_typefaces(scale);
    ImGui::CreateContext(typefaces.atlas.get());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {float(width), float(height)};
    set_up_style(typefaces);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    render::OffscreenSurface surface(width, height);
    for (int frame = 0; frame < frames; ++frame) {
        io.DeltaTime = 1.0f / 60;
        ImGui_ImplOpenGL3_NewFrame();
        ImGui::NewFrame();
        draw();
        ImGui::Render();
    }
    surface.bind();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    render::Image image = surface.read();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
    return image;
}

} // namespace

void write_labels(render::Image& image, Labelling& labelling, const scene::Camera& camera,
                  render::Theme theme) {
    const glm::vec2 size(image.width, image.height);
    const float scale = std::max(0.6f, size.y / 800);
    const render::Image words = drawn_offscreen(image.width, image.height, scale, 1, [&] {
        const glm::vec2 label = label_size(labelling);
        place_names(labelling, camera, size, label.x, label.y);
        draw_labels(*ImGui::GetBackgroundDrawList(), labelling, {0, 0}, theme);
    });
    lay_over(image, words);
}

void write_close_up_names(render::Image& image, const CloseUp& close, const scene::Camera& camera,
                          render::Theme theme) {
    const float scale = std::max(0.6f, float(image.height) / 480);
    const Area all{.width = float(image.width), .height = float(image.height)};
    lay_over(image, drawn_offscreen(image.width, image.height, scale, 1, [&] {
                 use_theme(theme);
                 draw_close_up_names(*ImGui::GetBackgroundDrawList(), close, camera, all);
             }));
}

void write_heat_legend(render::Image& image, const scene::HeatMap& map, const Stage& stage,
                       const anatomy::Posture& posture, const scene::Camera& camera, render::Theme theme) {
    const float scale = std::max(0.6f, float(image.height) / 800);
    const Area all{.width = float(image.width), .height = float(image.height)};
    lay_over(image, drawn_offscreen(image.width, image.height, scale, 1, [&] {
                 use_theme(theme);
                 ImDrawList& draw = *ImGui::GetBackgroundDrawList();
                 draw_mobility(draw, map, stage, posture, camera, all);
                 draw_heat_legend(draw, map, all);
             }));
}

render::Image interface_picture(Session& session, int width, int height, float scale) {
    constexpr int frames = 3; // the first ones settle sizes that depend on their own contents
    return drawn_offscreen(width, height, scale, frames,
                           [&] { draw_interface(session, float(width), float(height)); });
}

} // namespace spinescope::app
