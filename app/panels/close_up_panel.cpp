// The close-up of the joint that pops, over the scene's lower right corner.
#include "app/panels/panels.hpp"
#include "app/panels/picture.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <cmath>

namespace spinescope::app {

void close_up_panel(Session& session, const Area& area) {
    if (!session.stage.joint || session.trace.samples.empty()) return;
    const CloseUp close = close_up(session.stage, session.renderer);
    const render::Picture picture{.width = int(area.width),
                                  .height = int(area.height),
                                  .scale = scale_now(session),
                                  .camera = close.camera,
                                  .posture = close.posture,
                                  .theme = session.theme,
                                  .tier = session.tier,
                                  .cut = close.cut};
    session.renderer.draw(render::Renderer::Canvas::inset, close.drawings, picture);
    const cavitation::Sample now = instant(session);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    begin_panel("##close-up", area, palette::rgb(0, 0), Level::above);
    ImGui::PopStyleVar();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 from{area.x, area.y}, to{area.x + area.width, area.y + area.height};
    draw->AddImageRounded(texture_id(session.renderer.texture(render::Renderer::Canvas::inset)), from, to,
                          {0, 1}, {1, 0}, IM_COL32_WHITE, px(10));
    draw->AddRect(from, to, palette::rgb(0xFFFFFF, 48), px(10), 0, px(1));
    ImGui::PushFont(type().small);
    const float line = ImGui::GetTextLineHeight();
    const auto caption = [&](float y, const std::string& words) {
        draw->AddText({area.x + px(13), y + 1}, palette::rgb(0, 200), words.c_str());
        draw->AddText({area.x + px(12), y}, palette::now().text, words.c_str());
    };
    caption(area.y + px(10), "Joint " + joint_name(session.stage.joint->space.joint) + ", cut across");
    char words[128];
    std::snprintf(words, sizeof words, now.gap_m < 1e-4 ? "gap %.1f µm" : "gap %.2f mm",
                  now.gap_m * (now.gap_m < 1e-4 ? 1e6 : 1e3));
    std::string figures = words;
    std::snprintf(words, sizeof words, " · pressure %.0f kPa", now.pressure_Pa / 1e3);
    figures += words;
    if (now.cavity_m3 > 0) {
        std::snprintf(words, sizeof words, " · cavity %.3g mm³", now.cavity_m3 * 1e9);
        figures += words;
    }
    caption(area.y + px(12) + line, wrapped(type().small, figures, area.width - px(24)));
    if (now.gap_m < scene::thinnest_film_drawn_m)
        caption(area.y + area.height - px(10) - line, "film drawn thicker than it is");
    // A scale bar: the inset's camera is perspective, but the cut lies in one plane across its target.
    const float tangent = std::tan(close.camera.field_of_view_deg * 0.5f * 3.14159265f / 180);
    const float pixels_per_mm = area.height / (2 * close.camera.distance_m * tangent) * 1e-3f;
    const float length = 5 * pixels_per_mm;
    const ImVec2 end{to.x - px(14), to.y - px(14)};
    draw->AddLine({end.x - length, end.y}, end, palette::now().text, px(1.6f));
    draw->AddText({end.x - length / 2 - ImGui::CalcTextSize("5 mm").x / 2, end.y - line - px(3)},
                  palette::now().text, "5 mm");
    ImGui::PopFont();
    ImGui::End();
}

} // namespace spinescope::app
