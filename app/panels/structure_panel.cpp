// The left panel: a tree of structures with search, and the opacity of each layer.
#include "app/panels/panels.hpp"
#include "app/structure_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cctype>

namespace spinescope::app {

namespace {

std::string lower(std::string words) {
    std::ranges::transform(words, words.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return words;
}

bool matches(const scene::Structure& structure, const std::string& search) {
    return lower(structure.id).find(search) != std::string::npos ||
           lower(structure.description.english).find(search) != std::string::npos ||
           lower(structure.description.latin).find(search) != std::string::npos;
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
    if (ImGui::IsItemHovered()) ImGui::SetTooltip(showing == scene::Showing::hidden ? "Show" : "Hide");
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
    const std::string& name =
        structure.description.english.empty() ? structure.id : structure.description.english;
    if (ImGui::Selectable(name.c_str(), session.selected == index,
                          ImGuiSelectableFlags_AllowItemOverlap | ImGuiSelectableFlags_AllowDoubleClick)) {
        select(session, index);
        if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
            const scene::Bounds box = scene::bounds(session.stage.model, std::span(&index, 1));
            centre_on(session, (box.low + box.high) * 0.5f);
        }
    }
    if (ImGui::IsItemHovered()) session.hovered = index;
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
    const bool opened = ImGui::TreeNodeEx(heading.id.c_str(), open | ImGuiTreeNodeFlags_AllowItemOverlap,
                                          "%s", heading.description.english.c_str());
    eye(session, inside, ("eye." + heading.id).c_str());
    if (!opened) return;
    for (const scene::Group& child : session.stage.model.groups)
        if (child.parent == heading.id) group(session, child);
    for (const std::size_t i : inside)
        if (session.stage.model.structures[i].parent == heading.id) row(session, i);
    ImGui::TreePop();
}

void tree(Session& session) {
    const std::string search = lower(session.search);
    const scene::Model& model = session.stage.model;
    if (!search.empty()) {
        bool any = false;
        for (std::size_t i = 0; i < model.structures.size(); ++i)
            if (matches(model.structures[i], search)) {
                row(session, i);
                any = true;
            }
        if (!any) fine_print("Nothing by that name. Try a number such as L4, or disc.");
        return;
    }
    for (const scene::Group& heading : model.groups)
        if (heading.parent.empty()) group(session, heading);
    for (std::size_t i = 0; i < model.structures.size(); ++i)
        if (model.structures[i].parent.empty()) row(session, i);
}

void layers(Session& session) {
    constexpr struct {
        scene::Layer layer;
        const char* words;
    } known[] = {{scene::Layer::bone, "Bone"},           {scene::Layer::disc, "Discs"},
                 {scene::Layer::cartilage, "Cartilage"}, {scene::Layer::ligament, "Ligaments"},
                 {scene::Layer::nerve, "Nerves"},        {scene::Layer::vessel, "Vessels"},
                 {scene::Layer::muscle, "Muscles"},      {scene::Layer::context, "Around it"},
                 {scene::Layer::other, "Model"}};
    for (const auto& entry : known) {
        const scene::Layer layer = entry.layer;
        const char* words = entry.words;
        const bool there = std::ranges::any_of(session.stage.model.structures,
                                               [&](const auto& s) { return s.layer == layer; });
        if (!there) continue;
        scene::Opacities opacities = session.visibility.opacities();
        float& opacity = opacities[static_cast<std::size_t>(layer)];
        float percent = opacity * 100;
        ImGui::TextUnformatted(words);
        ImGui::SameLine(px(84));
        ImGui::SetNextItemWidth(-1);
        ImGui::PushID(words);
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
    constexpr const char* stops[] = {"Muscle", "Ligament", "Bone", "Nerve"};
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
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("From the muscles through the bones to the nerves");
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
    ImGui::InputTextWithHint("##search", "Search structures…", &session.search);
    space(4);
    const float foot = px(session.layers_open ? 330 : 128);
    ImGui::BeginChild("##tree", {0, ImGui::GetContentRegionAvail().y - foot});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(8), px(6)});
    tree(session);
    ImGui::PopStyleVar();
    ImGui::EndChild();
    ImGui::Separator();
    space(2);
    if (session.whole_spine) depth(session);
    if (button(session.layers_open ? "Layers  –" : "Layers  +", session.layers_open))
        session.layers_open = !session.layers_open;
    if (session.layers_open) layers(session);
    if (button("As at first")) show_all(session);
    ImGui::SameLine();
    ImGui::BeginDisabled(!session.visibility.can_undo());
    if (button("Undo")) undo(session);
    ImGui::EndDisabled();
    ImGui::End();
}

} // namespace spinescope::app
