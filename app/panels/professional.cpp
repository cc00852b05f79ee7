// When to see a professional: a callout that is always there, and the full list behind it.
#include "app/panels/panels.hpp"
#include "app/panels/tooltip.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <span>

namespace spinescope::app {

using language::say;

namespace {

constexpr float padding = 12;

/// The words of the callout, broken into lines.
struct Callout {
    std::string title, gist;
    const char* way; ///< its link
    float height;
};

/// With the full list open only the way back is left of the callout; where it would take the room of what it
/// stands under, its title is the way to the list.
Callout callout(const Session& session, float width) {
    const Professional& professional = session.guidance.professional;
    const float inside = width - 2 * px(padding), gap = ImGui::GetStyle().ItemSpacing.y;
    const auto height_of = [](ImFont* font, const std::string& words) {
        return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, words.c_str()).y;
    };
    const auto with = [&](std::string title, std::string gist, const char* way) {
        float height = 2 * px(padding) + height_of(type().body, wrapped(type().body, way, inside));
        if (!title.empty())
            height += height_of(type().strong, title) + height_of(type().body, gist) + 2 * gap;
        return Callout{std::move(title), std::move(gist), way, height};
    };
    if (session.professional_open) return with("", "", say("window.professional.back"));
    Callout whole = with(wrapped(type().strong, professional.title, inside),
                         wrapped(type().body, professional.gist, inside), say("window.professional.open"));
    constexpr float share = 0.36f; // of the panel's height
    if (whole.height < share * ImGui::GetWindowHeight()) return whole;
    return with("", "", professional.title.c_str());
}

} // namespace

float professional_callout_height(const Session& session, float width) {
    return callout(session, width).height;
}

void professional_callout(Session& session) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const Callout callout = app::callout(session, width);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 to{from.x + width, from.y + callout.height};
    draw->AddRectFilled(from, to, palette::now().warning_ground, px(10));
    draw->AddRect(from, to, palette::now().warning_line, px(10));
    ImGui::SetCursorScreenPos({from.x + px(padding), from.y + px(padding)});
    ImGui::BeginGroup();
    if (!callout.title.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, palette::now().warning_text);
        ImGui::PushFont(type().strong);
        ImGui::TextUnformatted(callout.title.c_str());
        ImGui::PopFont();
        ImGui::TextUnformatted(callout.gist.c_str());
        ImGui::PopStyleColor();
    }
    if (link(callout.way)) {
        session.professional_open = !session.professional_open;
        session.log(session.professional_open ? "professional" : "professional closed");
    }
    tooltip(say("keys.window.professional"), "keys.window.professional");
    ImGui::EndGroup();
}

namespace {

ImU32 colour_of(Urgency urgency) {
    return urgency == Urgency::emergency ? palette::rgb(palette::is_light() ? 0xA3301C : 0xFF9C8A)
           : urgency == Urgency::urgent  ? palette::now().warm
                                         : palette::now().text;
}

void signs_of(const WarningSigns& group, ImFont* font) {
    const ImU32 colour = colour_of(group.urgency);
    const float width = ImGui::GetContentRegionAvail().x;
    words(type().strong, colour, group.title, width);
    for (const language::Text& sign : group.signs) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddCircleFilled({at.x + px(4), at.y + font->FontSize / 2}, px(2.2f),
                                                    colour);
        ImGui::Indent(px(14));
        words(font, palette::now().text, sign, width - px(14));
        ImGui::Unindent(px(14));
    }
}

float height_of_signs(const WarningSigns& group, ImFont* font, float width) {
    const float gap = ImGui::GetStyle().ItemSpacing.y;
    float height = type().strong->FontSize + gap;
    for (const language::Text& sign : group.signs) {
        const std::string broken = wrapped(font, sign, width - px(14));
        height += font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, broken.c_str()).y + gap;
    }
    return height;
}

/// Emergencies stand above what scrolls, so that nothing leads past them; in small windows smaller, then in
/// short, but always there.
void pinned(const WarningSigns& emergencies) {
    const float width = ImGui::GetContentRegionAvail().x, room = 0.62f * ImGui::GetContentRegionAvail().y;
    if (height_of_signs(emergencies, type().body, width) < room) return signs_of(emergencies, type().body);
    if (height_of_signs(emergencies, type().small, width) < room || emergencies.in_short.empty())
        return signs_of(emergencies, type().small);
    words(type().strong, colour_of(emergencies.urgency), emergencies.title, width);
    words(type().small, palette::now().text, emergencies.in_short, width);
}

} // namespace

void when_to_see_a_professional(Session& session) {
    const Professional& professional = session.guidance.professional;
    heading(professional.title);
    pinned(professional.groups.front());
    space(2);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    hairline(at.x, at.y, at.x + ImGui::GetContentRegionAvail().x, at.y);
    ImGui::BeginChild("##less-urgent", {0, std::max(px(48), ImGui::GetContentRegionAvail().y)}, false,
                      ImGuiWindowFlags_NavFlattened);
    for (const WarningSigns& group : std::span(professional.groups).subspan(1)) {
        space(4);
        signs_of(group, type().body);
    }
    space(8);
    body(professional.disclaimer);
    for (const language::Text& source : professional.sources) fine_print(source);
    ImGui::EndChild();
}

} // namespace spinescope::app
