// The close-up of the joint that pops, over the scene's lower right corner; an MRI cine of it beside that.
#include "app/close_up.hpp"
#include "app/panels/panels.hpp"
#include "app/panels/picture.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"
#include "scene/dissolved_gas.hpp"

#include <algorithm>
#include <cmath>
#include <glm/trigonometric.hpp>

namespace spinescope::app {

using language::say;

namespace {

constexpr ImU32 soft_ground(ImU32 colour, unsigned alpha = 190) {
    return (colour & ~IM_COL32_A_MASK) | alpha << IM_COL32_A_SHIFT;
}

/// Words that can be read over any picture.
ImVec2 words_at(ImDrawList& draw, ImVec2 at, const std::string& words) {
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    draw.AddRectFilled({at.x - px(5), at.y - px(2)}, {at.x + size.x + px(5), at.y + size.y + px(2)},
                       soft_ground(palette::now().ground), px(5));
    draw.AddText(at, palette::now().text, words.c_str());
    return size;
}

ImVec2 projected(const scene::Camera& camera, glm::vec3 point, const Area& area) {
    const glm::vec4 clip = camera.projection(area.width / area.height) * camera.view() * glm::vec4(point, 1);
    return {area.x + area.width * (clip.x / clip.w + 1) / 2,
            area.y + area.height * (1 - clip.y / clip.w) / 2};
}

float pixels_per_mm(const scene::Camera& camera, const Area& area) {
    const float tangent = std::tan(glm::radians(camera.field_of_view_deg * 0.5f));
    return area.height / (2 * camera.distance_m * tangent) * 1e-3f;
}

/// Its left edge.
float scale_bar(ImDrawList& draw, const scene::Camera& camera, const Area& area) {
    const float length = 5 * pixels_per_mm(camera, area);
    const ImVec2 end{area.x + area.width - px(14), area.y + area.height - px(14)};
    const ImVec2 size = ImGui::CalcTextSize("5 mm");
    const float left = end.x - std::max(length, size.x) - px(7);
    draw.AddRectFilled({left, end.y - size.y - px(8)}, {end.x + px(7), end.y + px(6)},
                       soft_ground(palette::now().ground), px(5));
    draw.AddLine({end.x - length, end.y}, end, palette::now().text, px(1.6f));
    draw.AddText({end.x - length / 2 - size.x / 2, end.y - size.y - px(4)}, palette::now().text, "5 mm");
    return left;
}

/// What a dot of each gas looks like, from `at` to the right; how much gas it is where there is room for
/// that.
void legend(ImDrawList& draw, ImVec2 at, float right) {
    const float line = ImGui::GetTextLineHeight();
    char figure[32];
    std::snprintf(figure, sizeof figure, "%.2g nmol", scene::moles_a_dot * 1e9);
    const std::string words = say("window.close_up.dot", {{"amount", language::number(std::string(figure))}});
    constexpr const char* names[] = {"CO2", "N2", "O2"};
    float x = at.x;
    constexpr float of_gases = 122;
    float width = px(of_gases) + px(4) + ImGui::CalcTextSize(words.c_str()).x;
    const bool fits = at.x + width + px(4) < right;
    if (!fits) width = px(of_gases);
    draw.AddRectFilled({at.x - px(5), at.y - px(2)}, {at.x + width, at.y + line + px(2)},
                       soft_ground(palette::now().ground), px(5));
    for (std::size_t gas = 0; gas < 3; ++gas) {
        const glm::vec3& c = gas_colours().at(gas);
        draw.AddCircleFilled({x + px(4), at.y + line / 2}, px(3.4f), palette::rgb(0x20242A));
        draw.AddCircleFilled({x + px(4), at.y + line / 2}, px(2.6f),
                             ImGui::ColorConvertFloat4ToU32({c.r, c.g, c.b, 1}));
        draw.AddText({x + px(11), at.y}, palette::now().text, names[gas]);
        x += px(15) + ImGui::CalcTextSize(names[gas]).x + px(4);
    }
    if (fits) draw.AddText({x + px(2), at.y}, palette::now().muted, words.c_str());
}

std::string figures(const cavitation::Sample& now) {
    const std::string gap = now.gap_m < 1e-4 ? language::number(now.gap_m * 1e6, 1) + " µm"
                                             : language::number(now.gap_m * 1e3, 2) + " mm";
    if (!(now.cavity_m3 > 0)) return say("window.close_up.gap", {{"gap", gap}});
    if (now.cavity_m3 < 1e-12)
        return say("window.close_up.small_cavity",
                   {{"gap", gap}, {"cavity", language::number(0.001, 3) + " mm³"}});
    char cavity[32];
    std::snprintf(cavity, sizeof cavity, "%.3g mm³", now.cavity_m3 * 1e9);
    return say("window.close_up.cavity", {{"gap", gap}, {"cavity", language::number(std::string(cavity))}});
}

/// Turned and brought nearer by hand; a double click looks as at first.
void pointer(Session& session, const Area& area) {
    CloseUpLook& look = session.stage.close_up_look;
    const ImGuiIO& io = ImGui::GetIO();
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::InvisibleButton("##turn", {area.width, area.height});
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(3)))
        look.turned_deg += 0.35f * glm::vec2(io.MouseDelta.x, io.MouseDelta.y);
    if (!ImGui::IsItemHovered()) return;
    if (io.MouseWheel != 0)
        look.nearer = std::clamp(look.nearer * std::pow(1.15f, io.MouseWheel), 0.4f, 8.0f);
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        look.turned_deg = {};
        look.nearer = 1;
    }
}

/// Whether names, legend and all switches have room beside the joint.
bool roomy(const Area& area) {
    return area.width >= px(250);
}

void switches(CloseUpLook& look, const Area& area) {
    ImGui::SetCursorScreenPos({area.x + px(6), area.y + px(5)});
    if (!roomy(area)) { // one button for both ways to look; the scan waits for a larger window
        if (button(look.face ? say("window.close_up.face") : say("window.close_up.cut"), true))
            look = {.face = !look.face};
        return;
    }
    // They are to be read over any tissue.
    float wide = px(2 * 2);
    for (const char* key : {"window.close_up.cut", "window.close_up.face", "window.close_up.mri"})
        wide += ImGui::CalcTextSize(say(key)).x + 2 * ImGui::GetStyle().FramePadding.x;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(from, {from.x + wide, from.y + ImGui::GetFrameHeight()},
                                              soft_ground(palette::now().ground),
                                              ImGui::GetStyle().FrameRounding);
    const auto choice = [&](const char* words, bool on, const char* hint) {
        const bool pressed = button(words, on);
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", hint);
        ImGui::SameLine(0, px(2));
        return pressed;
    };
    const auto look_at = [&](bool face) { look = {.face = face, .scan = look.scan}; };
    if (choice(say("window.close_up.cut"), !look.face, say("window.close_up.cut_hint"))) look_at(false);
    if (choice(say("window.close_up.face"), look.face, say("window.close_up.face_hint"))) look_at(true);
    if (choice(say("window.close_up.mri"), look.scan, say("window.close_up.mri_hint")))
        look.scan = !look.scan;
}

/// Draws the joint into a panel of its own and opens it.
CloseUp picture(Session& session, const char* panel, const Area& area, CloseUpView view) {
    CloseUp close = close_up(session.stage, session.renderer, view, area.width / area.height);
    const bool scan = view == CloseUpView::mri;
    if (!scan) {
        const CloseUpLook& look = session.stage.close_up_look;
        close.camera = scene::orbited(close.camera, look.turned_deg);
        close.camera.distance_m /= look.nearer;
    }
    render::Picture picture = close_up_picture(close, view, int(area.width), int(area.height));
    if (!scan) picture.scale = scale_now(session);
    picture.theme = session.theme;
    picture.tier = session.tier;
    const auto canvas = scan ? render::Renderer::Canvas::scan : render::Renderer::Canvas::inset;
    session.renderer.draw(canvas, close.drawings, picture);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    begin_panel(panel, area, palette::rgb(0, 0), Level::above);
    ImGui::PopStyleVar();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 from{area.x, area.y}, to{area.x + area.width, area.y + area.height};
    draw->AddImageRounded(texture_id(session.renderer.texture(canvas)), from, to, {0, 1}, {1, 0},
                          IM_COL32_WHITE, px(10));
    draw->AddRect(from, to, palette::rgb(0xFFFFFF, 48), px(10), 0, px(1));
    return close;
}

void scan_panel(Session& session, const Area& area) {
    const CloseUp close = picture(session, "##scan", area, CloseUpView::mri);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImGui::PushFont(type().small);
    const std::string words = wrapped(type().small, say("window.close_up.mri_source"), area.width - px(24));
    words_at(*draw, {area.x + px(12), area.y + area.height - px(10) - ImGui::CalcTextSize(words.c_str()).y},
             words);
    ImGui::PopFont();
    ImGui::End();
}

} // namespace

void draw_close_up_names(ImDrawList& draw, const CloseUp& close, const scene::Camera& camera,
                         const Area& area) {
    ImGui::PushFont(type().small);
    const float line = ImGui::GetTextLineHeight();
    struct Placed {
        const CloseUpName* name;
        ImVec2 at;
        float y;
    };
    std::vector<Placed> sides[2];
    const float middle = area.x + area.width / 2;
    for (const CloseUpName& name : close.names) {
        const ImVec2 at = projected(camera, name.point, area);
        if (at.x < area.x || at.y < area.y || at.x > area.x + area.width || at.y > area.y + area.height)
            continue;
        if (name.inside) {
            const ImVec2 size = ImGui::CalcTextSize(name.words.c_str());
            words_at(draw, {at.x - size.x / 2, at.y - size.y / 2}, name.words);
            continue;
        }
        // Beside the joint's middle on whichever side is emptier.
        const bool right =
            std::abs(at.x - middle) > 0.12f * area.width ? at.x > middle : sides[1].size() < sides[0].size();
        sides[right ? 1 : 0].push_back({&name, at, at.y - line / 2});
    }
    for (const int side : {0, 1}) {
        std::vector<Placed>& names = sides[side];
        std::ranges::sort(names, {}, &Placed::y);
        float free = area.y + px(64);
        for (Placed& placed : names) {
            placed.y = std::max(placed.y, free);
            free = placed.y + line + px(10);
        }
        for (const Placed& placed : names) {
            const ImVec2 size = ImGui::CalcTextSize(placed.name->words.c_str());
            const ImVec2 from{side == 1 ? area.x + area.width - size.x - px(14) : area.x + px(14), placed.y};
            const ImVec2 end{side == 1 ? from.x - px(6) : from.x + size.x + px(6), from.y + size.y / 2};
            draw.AddLine(end, placed.at, soft_ground(palette::now().ground, 150), px(3.2f));
            draw.AddLine(end, placed.at, palette::now().text, px(1.2f));
            draw.AddCircleFilled(placed.at, px(3), soft_ground(palette::now().ground, 200));
            draw.AddCircleFilled(placed.at, px(2.2f), palette::now().text);
            words_at(draw, from, placed.name->words);
        }
    }
    ImGui::PopFont();
}

void close_up_panel(Session& session, const Area& area) {
    if (!session.stage.joint || session.trace.samples.empty()) return;
    CloseUpLook& look = session.stage.close_up_look;
    if (look.scan && roomy(area)) {
        const float width = 0.62f * area.width;
        scan_panel(session, {.x = area.x - width - px(8),
                             .y = area.y + area.height - 1.25f * width,
                             .width = width,
                             .height = 1.25f * width});
    }
    const CloseUp close =
        picture(session, "##close-up", area, look.face ? CloseUpView::face : CloseUpView::section);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const cavitation::Sample now = instant(session);
    if (roomy(area)) draw_close_up_names(*draw, close, close.camera, area);
    const bool shot = session.shot != Session::Shot::none;
    if (!shot) switches(look, area);
    ImGui::PushFont(type().small);
    const float line = ImGui::GetTextLineHeight();
    const std::string told = wrapped(type().small, figures(now), area.width - px(24));
    const ImVec2 head{area.x + px(12), area.y + px(shot ? 12 : 38)};
    const float below_head = head.y + ImGui::CalcTextSize(told.c_str()).y + px(6);
    // Where there is no room for the legend its line belongs to the scale.
    const float foot = area.y + area.height - px(12) - line;
    const float scale_from = scale_bar(*draw, close.camera, area);
    if (roomy(area)) legend(*draw, {area.x + px(12), foot}, scale_from);
    // In a very small picture the timeline's figures have to do.
    if (below_head < foot - px(16)) words_at(*draw, head, told);
    const char* untrue = close.fingers                               ? say("window.close_up.fingers")
                         : now.gap_m >= scene::thinnest_film_drawn_m ? nullptr
                         : look.face && now.cavity_m3 < 1e-12
                             ? now.cavity_m3 > 0 ? say("window.close_up.larger") : nullptr
                         : look.face         ? nullptr
                         : now.cavity_m3 > 0 ? say("window.close_up.thicker_gas")
                                             : say("window.close_up.thicker");
    if (untrue != nullptr) {
        const std::string words = wrapped(type().small, untrue, area.width - px(24));
        const float y = foot - ImGui::CalcTextSize(words.c_str()).y - px(roomy(area) ? 6 : 14);
        if (y > below_head) words_at(*draw, {area.x + px(12), y}, words);
    }
    ImGui::PopFont();
    pointer(session, {area.x, area.y + px(34), area.width, area.height - px(34)});
    ImGui::End();
}

} // namespace spinescope::app
