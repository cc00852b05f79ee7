// The left panel: a tree of structures with search, and the opacity of each layer.
#include "app/panels/panels.hpp"
#include "app/panels/tooltip.hpp"
#include "app/structure_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/folded.hpp"
#include "language/language.hpp"

#include <imgui_stdlib.h>

#include <algorithm>

namespace spinescope::app {

using language::say;

namespace {

bool matches(const scene::Structure& structure, const std::string& search) {
    return language::folded(structure.id).find(search) != std::string::npos ||
           language::folded(structure.description.name).find(search) != std::string::npos ||
           language::folded(structure.description.latin).find(search) != std::string::npos;
}

/// A ring at the right edge: filled when shown, half when faded, empty when hidden. Pressing it hides or
/// shows.
void eye(Session& session, std::span<const std::size_t> structures, const char* id) {
    if (structures.empty()) return;
    const scene::Showing showing = session.visibility[structures.front()];
    const float size = ImGui::GetTextLineHeight();
    ImGui::SameLine(ImGui::GetContentRegionMax().x - size);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton(id, {size, size}))
        show(session, structures,
             showing == scene::Showing::hidden ? scene::Showing::shown : scene::Showing::hidden);
    const ImU32 colour = ImGui::IsItemHovered() ? palette::now().accent : palette::now().muted;
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", showing == scene::Showing::hidden ? say("window.structures.show")
                                                                  : say("window.structures.hide"));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 middle{at.x + size / 2, at.y + size / 2};
    if (showing == scene::Showing::shown) draw->AddCircleFilled(middle, px(3.5f), colour);
    draw->AddCircle(middle, px(4.5f), colour, 0, px(1.2f));
}

void row(Session& session, std::size_t index) {
    const scene::Structure& structure = session.stage.model.structures[index];
    ImGui::PushID(int(index));
    ImGui::Indent(px(12));
    const bool shown = session.visibility[index] != scene::Showing::hidden;
    ImGui::PushStyleColor(ImGuiCol_Text, shown ? palette::now().text : palette::now().muted);
    const std::string& name = structure.description.name.empty() ? structure.id : structure.description.name;
    // Up to the mark that shows and hides it.
    const std::string fits = shortened(name, ImGui::GetContentRegionAvail().x - px(26));
    if (ImGui::Selectable((fits + "###name").c_str(), session.selected == index,
                          ImGuiSelectableFlags_AllowItemOverlap | ImGuiSelectableFlags_AllowDoubleClick)) {
        select(session, index);
        if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
            const scene::Bounds box = scene::bounds(session.stage.model, std::span(&index, 1));
            centre_on(session, (box.low + box.high) * 0.5f);
        }
    }
    if (ImGui::IsItemHovered()) session.hovered = index;
    if (fits != name) tooltip(name);
    ImGui::PopStyleColor();
    ImGui::Unindent(px(12));
    eye(session, std::span(&index, 1), "eye");
    ImGui::PopID();
}

void group(Session& session, const scene::Group& heading) {
    const std::vector<std::size_t> inside = structures_in(session.stage.model, heading.id);
    if (inside.empty()) return;
    const ImGuiTreeNodeFlags open =
        heading.parent.empty() || heading.id == "lumbar" ? ImGuiTreeNodeFlags_DefaultOpen : 0;
    const std::string fits =
        shortened(heading.description.name,
                  ImGui::GetContentRegionAvail().x - ImGui::GetTreeNodeToLabelSpacing() - px(26));
    const bool opened =
        ImGui::TreeNodeEx(heading.id.c_str(), open | ImGuiTreeNodeFlags_AllowItemOverlap, "%s", fits.c_str());
    if (fits != heading.description.name) tooltip(heading.description.name);
    eye(session, inside, ("eye." + heading.id).c_str());
    if (!opened) return;
    for (const scene::Group& child : session.stage.model.groups)
        if (child.parent == heading.id) group(session, child);
    for (const std::size_t i : inside)
        if (session.stage.model.structures[i].parent == heading.id) row(session, i);
    ImGui::TreePop();
}

void tree(Session& session) {
    const std::string search = language::folded(session.search);
    const scene::Model& model = session.stage.model;
    if (!search.empty()) {
        bool any = false;
        for (std::size_t i = 0; i < model.structures.size(); ++i)
            if (matches(model.structures[i], search)) {
                row(session, i);
                any = true;
            }
        if (!any) fine_print(say("window.structures.none"));
        return;
    }
    for (const scene::Group& heading : model.groups)
        if (heading.parent.empty()) group(session, heading);
    for (std::size_t i = 0; i < model.structures.size(); ++i)
        if (model.structures[i].parent.empty()) row(session, i);
}

void layers(Session& session) {
    using enum scene::Layer;
    for (const scene::Layer layer :
         {bone, disc, cartilage, ligament, nerve, vessel, muscle, context, other}) {
        const char* words = say("window.layer." + std::string(word(layer)));
        const bool there = std::ranges::any_of(session.stage.model.structures,
                                               [&](const auto& s) { return s.layer == layer; });
        if (!there) continue;
        scene::Opacities opacities = session.visibility.opacities();
        float& opacity = opacities[static_cast<std::size_t>(layer)];
        float percent = opacity * 100;
        ImGui::TextUnformatted(words);
        ImGui::SameLine(px(84));
        ImGui::SetNextItemWidth(-1);
        ImGui::PushID(int(layer));
        ImGui::PushFont(type().small);
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(6), px(2)});
        if (ImGui::SliderFloat("##opacity", &percent, 0, 100, "%.0f %%", ImGuiSliderFlags_AlwaysClamp)) {
            opacity = percent / 100;
            session.visibility.set_opacities(opacities);
        }
        if (ImGui::IsItemDeactivatedAfterEdit())
            session.log("layer " + std::string(word(layer)) + " " + std::to_string(int(percent)) + " %");
        ImGui::PopStyleVar();
        ImGui::PopFont();
        ImGui::PopID();
    }
}

/// From the skin inward in one stretch.
void depth(Session& session) {
    ImGui::PushFont(type().small);
    const float y = ImGui::GetCursorPosY(), width = ImGui::GetContentRegionAvail().x;
    float x = ImGui::GetCursorPosX();
    const char* const stops[] = {say("window.depth.muscle"), say("window.depth.ligament"),
                                 say("window.depth.bone"), say("window.depth.nerve")};
    constexpr float at[] = {0, scene::depth_of_bones / 2, scene::depth_of_bones, 1};
    for (std::size_t i = 0; i < std::size(stops); ++i) {
        const float wide = ImGui::CalcTextSize(stops[i]).x;
        ImGui::SetCursorPos({x + std::clamp(at[i] * width - wide / 2, 0.0f, width - wide), y});
        ImGui::PushStyleColor(ImGuiCol_Text, palette::now().muted);
        ImGui::TextUnformatted(stops[i]);
        ImGui::PopStyleColor();
    }
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(6), px(3)});
    ImGui::SetNextItemWidth(-1);
    if (ImGui::SliderFloat("##depth", &session.depth, 0, 1, "", ImGuiSliderFlags_AlwaysClamp))
        session.visibility.set_opacities(scene::opacities_at_depth(session.depth));
    if (ImGui::IsItemDeactivatedAfterEdit()) session.log("depth " + std::to_string(session.depth));
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", say("window.depth.hint"));
    ImGui::PopStyleVar();
    ImGui::PopFont();
}

} // namespace

void structure_panel(Session& session, const Area& area) {
    begin_panel("##structures", area, palette::now().panel);
    ImGui::SetNextItemWidth(-1);
    if (session.search_wanted) {
        ImGui::SetKeyboardFocusHere();
        session.search_wanted = false;
    }
    ImGui::InputTextWithHint("##search", say("window.structures.search"), &session.search);
    tooltip(say("keys.show.search"), "keys.show.search");
    space(4);
    const float foot = px(session.layers_open ? 340 : 138);
    ImGui::BeginChild("##tree", {0, ImGui::GetContentRegionAvail().y - foot}, false,
                      ImGuiWindowFlags_NavFlattened);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(8), px(6)});
    tree(session);
    ImGui::PopStyleVar();
    ImGui::EndChild();
    ImGui::Separator();
    space(2);
    if (session.whole_spine) depth(session);
    const std::string layers_words =
        say("window.structures.layers") + std::string(session.layers_open ? "  –###layers" : "  +###layers");
    if (button(layers_words.c_str(), session.layers_open)) session.layers_open = !session.layers_open;
    if (session.layers_open) layers(session);
    if (button(say("window.structures.reset"))) show_all(session);
    tooltip(say("keys.show.all"), "keys.show.all");
    ImGui::SameLine();
    ImGui::BeginDisabled(!session.visibility.can_undo());
    if (button(say("window.structures.undo"))) undo(session);
    tooltip(say("keys.show.undo"), "keys.show.undo");
    ImGui::EndDisabled();
    ImGui::End();
}

} // namespace spinescope::app
