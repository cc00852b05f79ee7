// What stands over the scene in front of a class: the pen's strokes, the ring about the pointer, and sounds
// in words.
#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <algorithm>
#include <vector>

namespace spinescope::app {

namespace {

void take_strokes(Session& session, const Area& scene) {
    Presenter& presenter = session.presenter;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const glm::vec2 at((mouse.x - scene.x) / scene.width, (mouse.y - scene.y) / scene.height);
    ImGui::SetCursorScreenPos({scene.x, scene.y});
    ImGui::InvisibleButton("##pen", {scene.width, scene.height});
    if (ImGui::IsItemActivated()) {
        presenter.strokes.emplace_back();
        presenter.drawing = true;
    }
    if (presenter.drawing && ImGui::IsItemActive()) {
        std::vector<glm::vec2>& points = presenter.strokes.back().points;
        if (points.empty() || points.back() != at) points.push_back(at);
    } else if (presenter.drawing) {
        presenter.drawing = false;
        session.log("stroke of " + std::to_string(presenter.strokes.back().points.size()));
    }
}

/// A dark rim about a bright line is seen on bone as well as on the ground.
void draw_strokes(const Presenter& presenter, const Area& scene) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    for (const Stroke& stroke : presenter.strokes) {
        std::vector<ImVec2> line;
        for (const glm::vec2& point : stroke.points)
            line.emplace_back(scene.x + point.x * scene.width, scene.y + point.y * scene.height);
        const auto alpha = unsigned(255 * strength(presenter, stroke));
        if (line.size() == 1) draw.AddCircleFilled(line.front(), px(4), palette::rgb(0xFFD84D, alpha));
        draw.AddPolyline(line.data(), int(line.size()), palette::rgb(0x101216, alpha * 3 / 4), 0, px(8));
        draw.AddPolyline(line.data(), int(line.size()), palette::rgb(0xFFD84D, alpha), 0, px(4.5f));
    }
}

void draw_ring(const Area& scene) {
    const ImVec2 at = ImGui::GetIO().MousePos;
    if (at.x < scene.x || at.x > scene.x + scene.width || at.y < scene.y || at.y > scene.y + scene.height)
        return;
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    draw.AddCircle(at, px(26), palette::rgb(0x101216, 190), 0, px(7));
    draw.AddCircle(at, px(26), palette::rgb(0xFFD84D), 0, px(3.5f));
}

void draw_caption(const Session& session, const Area& scene) {
    if (!session.preferences.captions || session.caption.words.empty()) return;
    const char* words = session.caption.words.c_str();
    const float size = type().large->FontSize;
    const ImVec2 extent = type().large->CalcTextSizeA(size, scene.width, 0, words);
    const ImVec2 at{scene.x + (scene.width - extent.x) / 2, scene.y + scene.height - extent.y - px(22)};
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    draw.AddRectFilled({at.x - px(14), at.y - px(7)}, {at.x + extent.x + px(14), at.y + extent.y + px(7)},
                       palette::rgb(0x0B0D10, 225), px(8));
    draw.AddText(type().large, size, at, palette::rgb(0xFFFFFF), words);
}

} // namespace

void presenter_panel(Session& session, const Area& scene) {
    const Presenter& presenter = session.presenter;
    if (presenter.pen || !presenter.strokes.empty()) {
        ImGui::SetNextWindowPos({scene.x, scene.y});
        ImGui::SetNextWindowSize({scene.width, scene.height});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
        const ImGuiWindowFlags through = presenter.pen ? 0 : ImGuiWindowFlags_NoInputs;
        ImGui::Begin("##pen-over-scene", nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | through);
        ImGui::PopStyleVar();
        if (presenter.pen) take_strokes(session, scene);
        draw_strokes(presenter, scene);
        ImGui::End();
    }
    if (presenter.ring) draw_ring(scene);
    draw_caption(session, scene);
}

} // namespace spinescope::app
