// The tools over the scene: names, cut, exploded view, bending, background, and views that are kept.
#include "app/panels/panels.hpp"
#include "app/panels/tooltip.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <imgui_stdlib.h>

#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace spinescope::app {

using language::say;

namespace {

bool slider(const char* label, float& value, float low, float high, const char* unit) {
    ImGui::TextUnformatted(label);
    ImGui::SameLine(px(96));
    ImGui::SetNextItemWidth(-px(60));
    ImGui::PushID(label);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(6), px(3)});
    const bool changed = ImGui::SliderFloat("##value", &value, low, high, "", ImGuiSliderFlags_AlwaysClamp);
    ImGui::PopStyleVar();
    ImGui::PopID();
    ImGui::SameLine();
    ImGui::TextUnformatted((language::number(double(value), 0) + unit).c_str());
    return changed;
}

struct Direction {
    const char* name; ///< of its words
    glm::vec3 normal;
};
constexpr std::array<Direction, 3> directions{
    {{"sagittal", {0, 0, 1}}, {"frontal", {1, 0, 0}}, {"transverse", {0, 1, 0}}}};

void cut_controls(Session& session) {
    if (!session.cut) return;
    scene::CuttingPlane& cut = *session.cut;
    for (const Direction& direction : directions) {
        const bool on = std::abs(glm::dot(direction.normal, cut.normal)) > 0.95f;
        const std::string key = std::string("window.cut.") + direction.name;
        if (button(say(key + ".name"), on) && !on) {
            const scene::Bounds box = scene::bounds(session.stage.model);
            cut = {direction.normal, glm::dot(direction.normal, (box.low + box.high) / 2.0f)};
            session.log(std::string("cut ") + direction.name);
        }
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", say(key + ".hint"));
        ImGui::SameLine(0, px(4));
    }
    ImGui::NewLine();
    const scene::Bounds box = scene::bounds(session.stage.model);
    float low = 1e9f, high = -1e9f;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 p(corner & 1 ? box.low.x : box.high.x, corner & 2 ? box.low.y : box.high.y,
                          corner & 4 ? box.low.z : box.high.z);
        low = std::min(low, glm::dot(p, cut.normal));
        high = std::max(high, glm::dot(p, cut.normal));
    }
    float mm = cut.offset_m * 1e3f;
    if (slider(say("window.cut.position"), mm, low * 1e3f, high * 1e3f, " mm")) cut.offset_m = mm * 1e-3f;
    if (button(say("window.cut.other_side"))) {
        cut.normal = -cut.normal;
        cut.offset_m = -cut.offset_m;
        session.log("cut from the other side");
    }
    ImGui::SameLine();
    if (session.selected && button(say("window.cut.through"))) {
        const scene::Structure& structure = session.stage.model.structures[*session.selected];
        const std::size_t index = *session.selected;
        const scene::Bounds around = scene::bounds(session.stage.model, std::span(&index, 1));
        const bool framed = structure.place != glm::mat4(1);
        if (framed && std::abs(cut.normal.y) > 0.7f)
            cut.normal = glm::vec3(structure.place[1]) * (cut.normal.y < 0 ? -1.0f : 1.0f);
        cut.offset_m =
            glm::dot(cut.normal, framed ? glm::vec3(structure.place[3]) : (around.low + around.high) / 2.0f);
        session.log("cut through " + structure.id);
    }
    ImGui::SameLine();
    if (button(say("window.cut.whole"))) toggle_cut(session);
}

void bend_controls(Session& session) {
    if (!session.bender) bend(session, session.bend);
    Bend wish = session.bend;
    for (const auto& [words, region] : {std::pair{say("window.bend.whole"), mechanics::whole_spine},
                                        {say("window.bend.neck"), mechanics::cervical},
                                        {say("window.bend.chest"), mechanics::thoracic},
                                        {say("window.bend.low_back"), mechanics::lumbar}}) {
        if (button(words, wish.region == region)) {
            wish.region = region;
            session.log("bends " + std::string(region.name));
        }
        if (ImGui::IsItemHovered())
            ImGui::SetTooltip("%s",
                              say("window.bend.from_to", {{"first", mechanics::segment_name(region.first)},
                                                          {"last", mechanics::segment_name(region.last)}})
                                  .c_str());
        ImGui::SameLine(0, px(2));
    }
    ImGui::NewLine();
    const mechanics::Range most = range_of(spine_in_use(), wish.region);
    const auto angle = [&](const char* words, double& value, double low, double high) {
        auto shown = float(value);
        if (slider(words, shown, float(low), float(high), "°")) value = double(shown);
    };
    angle(say("window.bend.flexion"), wish.turn.flexion_deg, -most.extension_deg, most.flexion_deg);
    angle(say("window.bend.side"), wish.turn.side_bend_deg, -most.side_bend_deg, most.side_bend_deg);
    angle(say("window.bend.turn"), wish.turn.rotation_deg, -most.rotation_deg, most.rotation_deg);
    auto guard = float(100 * wish.guarding);
    if (slider(say("window.bend.guarding"), guard, 0, 100, " %")) wish.guarding = double(guard) / 100;
    if (button(say("window.bend.stand"))) {
        wish = {.region = wish.region};
        session.log("standing");
    }
    session.bending = ImGui::IsAnyItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
    if (wish != session.bend) bend(session, wish);
    fine_print(say("window.bend.hint"));
}

void views_controls(Session& session) {
    const std::vector<SavedView>& views = kept_views(session);
    if (views.empty()) fine_print(say("window.views.hint"));
    for (std::size_t i = 0; i < views.size(); ++i) {
        ImGui::PushID(int(i));
        if (link(views[i].name.c_str())) go_to_view(session, SavedView(views[i]));
        const char *copy = say("window.views.copy"), *forget = say("window.views.forget");
        ImGui::SameLine(ImGui::GetContentRegionMax().x - ImGui::CalcTextSize(copy).x -
                        ImGui::CalcTextSize(forget).x - 4 * ImGui::GetStyle().FramePadding.x - px(2));
        if (button(copy)) {
            ImGui::SetClipboardText(text_of(views[i]).c_str());
            session.log("copied view " + views[i].name);
        }
        ImGui::SameLine(0, px(2));
        const bool forgotten = button(forget);
        ImGui::PopID();
        if (!forgotten) continue;
        forget_view(session, i);
        break;
    }
    ImGui::SetNextItemWidth(px(150));
    const bool entered = ImGui::InputTextWithHint("##name", say("window.views.name"), &session.view_name,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    if (ImGui::IsItemActivated()) session.log("naming a view");
    ImGui::SameLine(0, px(4));
    if (button(say("window.views.keep")) || entered) keep_view(session);
    ImGui::SameLine(0, px(2));
    if (button(say("window.views.paste"))) {
        const char* text = ImGui::GetClipboardText();
        go_to_view(session, view_of(text != nullptr ? text : ""));
    }
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", say("window.views.paste_hint"));
}

} // namespace

void view_tools(Session& session, const Area& scene) {
    using Tool = Session::Tool;
    session.bending = false;
    const float height = px(38);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(8), px(3)});
    begin_panel("##tools", {.x = scene.x, .y = scene.y, .width = scene.width, .height = height},
                palette::rgb(0, 0), Level::above);
    ImGui::PopStyleVar();
    // Over a picture that comes so near the words still have to be read.
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->ChannelsSplit(2);
    draw->ChannelsSetCurrent(1);
    const auto tool = [&](const char* words, bool on, const char* hint, const char* action) {
        // What there is no room for has its key, and is found by Ctrl+K.
        const float wide = ImGui::CalcTextSize(words).x + 2 * ImGui::GetStyle().FramePadding.x;
        if (ImGui::GetCursorScreenPos().x + wide > scene.x + scene.width - px(8)) return false;
        const bool pressed = button(words, on);
        tooltip(hint, action);
        ImGui::SameLine(0, px(2));
        return pressed;
    };
    const auto toggle = [&](Tool which) { session.tool = session.tool == which ? Tool::none : which; };
    if (tool(say("window.tools.names"), session.labels, say("window.tools.names_hint"), "keys.show.names"))
        toggle_labels(session);
    if (tool(say("window.tools.cut"), session.cut.has_value(), say("window.tools.cut_hint"), "keys.show.cut"))
        toggle_cut(session);
    if (tool(say("window.tools.explode"), session.look.explode > 0, say("window.tools.explode_hint"),
             "keys.show.explode"))
        toggle_explode(session);
    if (bends_by_hand(session) && tool(say("window.tools.bend"), session.tool == Tool::bend,
                                       say("window.tools.bend_hint"), "keys.try.bend"))
        toggle(Tool::bend);
    if ((bends_by_hand(session) || session.mode == Mode::strain || session.stage.body) &&
        tool(say("window.tools.strain"), session.look.heat.has_value(), say("window.tools.strain_hint"),
             "keys.show.strain"))
        toggle_strain(session);
    if (tool(say("window.tools.views"), session.tool == Tool::views, say("window.tools.views_hint"),
             "keys.look.views"))
        toggle(Tool::views);
    if (tool(session.theme == render::Theme::dark ? say("window.tools.light") : say("window.tools.dark"),
             false, say("window.tools.theme_hint"), "keys.window.theme"))
        toggle_theme(session);
    draw->ChannelsSetCurrent(0);
    const ImVec2 end = ImGui::GetItemRectMax();
    draw->AddRectFilled({scene.x + px(4), scene.y + px(2)}, {end.x + px(4), end.y + px(2)},
                        (palette::now().ground & ~IM_COL32_A_MASK) | 190u << IM_COL32_A_SHIFT, px(8));
    draw->ChannelsMerge();
    ImGui::End();
    if (session.tool == Tool::bend && !bends_by_hand(session)) return;
    if (session.tool == Tool::none || (session.tool == Tool::cut && !session.cut)) return;

    const float width = std::min(px(330), scene.width - px(16));
    ImGui::SetNextWindowPos({scene.x + px(8), scene.y + height + px(4)});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(12), px(10)});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, palette::now().raised);
    ImGui::Begin("##tool", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_AlwaysAutoResize);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (session.tool == Tool::cut) cut_controls(session);
    if (session.tool == Tool::bend) bend_controls(session);
    if (session.tool == Tool::views) views_controls(session);
    ImGui::End();
}

} // namespace spinescope::app
