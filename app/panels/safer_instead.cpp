#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <cstdio>

namespace spinescope::app {

namespace {

/// Words on a card.
void words(ImFont* font, ImU32 colour, const std::string& text, float width) {
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::TextUnformatted(wrapped(font, text, width).c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

/// A bar that compares the load on the disc with standing, with the figure below it.
void load_bar(const Approach& approach, const QuotedLoad& standing, float width) {
    if (!approach.compression)
        return words(type().small, palette::now().muted, "Load on the disc: none to speak of", width);
    constexpr double whole_bar_N = 3433; // NIOSH action limit: what a lifting task should stay below
    const float height = px(5);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const auto along = [&](double newtons) {
        return at.x + width * float(std::min(1.0, newtons / whole_bar_N));
    };
    draw->AddRectFilled(at, {at.x + width, at.y + height}, palette::now().raised_hover, height / 2);
    draw->AddRectFilled(at, {along(approach.compression->newtons), at.y + height}, palette::now().accent,
                        height / 2);
    draw->AddLine({along(standing.newtons), at.y - px(3)}, {along(standing.newtons), at.y + height + px(3)},
                  palette::now().text, px(1.5f));
    ImGui::Dummy({width, height + px(3)});
    char figure[160];
    std::snprintf(figure, sizeof figure,
                  "%s%.0f N on the L4–L5 disc (%s); the mark is standing, about %.0f N",
                  approach.compression->about ? "about " : "", approach.compression->newtons,
                  approach.compression->source.c_str(), standing.newtons);
    words(type().small, palette::now().muted, figure, width);
}

/// What an open card tells beyond its title.
void details(const Approach& approach, const QuotedLoad& standing, float width) {
    ImGui::Spacing();
    words(type().body, palette::now().text, approach.why, width);
    ImGui::Spacing();
    for (std::size_t i = 0; i < approach.how.size(); ++i)
        words(type().body, palette::now().text, std::to_string(i + 1) + ".  " + approach.how[i], width);
    ImGui::Spacing();
    words(type().body, palette::now().accent, "How often: " + approach.dose + ".", width);
    words(type().body, palette::now().warm, approach.stop, width);
    ImGui::Spacing();
    load_bar(approach, standing, width);
    words(type().small, palette::now().muted, "Dose: " + approach.source, width);
}

void card(Session& session, const Approach& approach, const QuotedLoad& standing) {
    const bool opened = session.opened_approach == approach.id;
    ImGui::PushID(approach.id.c_str());
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->ChannelsSplit(2);
    draw->ChannelsSetCurrent(1);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, pad = px(12);
    ImGui::SetCursorScreenPos({from.x + pad, from.y + px(10)});
    ImGui::BeginGroup();
    words(type().strong, palette::now().text, approach.title, width - 2 * pad);
    words(type().small, palette::now().muted, approach.gist, width - 2 * pad);
    if (opened) details(approach, standing, width - 2 * pad);
    ImGui::EndGroup();
    const ImVec2 to{from.x + width, ImGui::GetItemRectMax().y + px(10)};
    ImGui::SetCursorScreenPos(from);
    if (ImGui::InvisibleButton("##card", {width, to.y - from.y})) {
        session.opened_approach = opened ? "" : approach.id;
        session.log("approach " + (opened ? std::string("closed") : approach.id));
    }
    draw->ChannelsSetCurrent(0);
    draw->AddRectFilled(from, to,
                        ImGui::IsItemHovered() ? palette::now().raised_hover : palette::now().raised, px(9));
    draw->ChannelsMerge();
    ImGui::PopID();
}

} // namespace

void safer_instead(Session& session) {
    const SaferInstead& safer = session.guidance.safer;
    heading(safer.title);
    body(safer.lead);
    space(2);
    for (const Approach& approach : safer.approaches) card(session, approach, safer.standing);
}

} // namespace spinescope::app
