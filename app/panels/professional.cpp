// When to see a professional: a callout that is always there, and the full list behind it.
#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <algorithm>
#include <span>

namespace spinescope::app {

namespace {

constexpr float padding = 12;
/// With the full list open only the way back is left of the callout.
const std::string& callout_words(const Session& session) {
    static const std::string none;
    return session.professional_open ? none : session.guidance.professional.gist;
}

constexpr const char* open_words = "All warning signs";
constexpr const char* close_words = "Back";

} // namespace

float professional_callout_height(const Session& session, float width) {
    const ImVec2 words = type().body->CalcTextSizeA(type().body->FontSize, FLT_MAX, width - 2 * px(padding),
                                                    callout_words(session).c_str());
    const float line = ImGui::GetTextLineHeight();
    return session.professional_open ? line + 2 * px(padding) : words.y + line * 2 + 2 * px(padding) + px(12);
}

void professional_callout(Session& session) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = professional_callout_height(session, width);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(from, {from.x + width, from.y + height}, palette::now().warning_ground, px(10));
    draw->AddRect(from, {from.x + width, from.y + height}, palette::now().warning_line, px(10));
    ImGui::SetCursorScreenPos({from.x + px(padding), from.y + px(padding)});
    ImGui::BeginGroup();
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width - 2 * px(padding));
    ImGui::PushStyleColor(ImGuiCol_Text, palette::now().warning_text);
    if (!session.professional_open) {
        ImGui::PushFont(type().strong);
        ImGui::TextUnformatted(session.guidance.professional.title.c_str());
        ImGui::PopFont();
        ImGui::TextUnformatted(callout_words(session).c_str());
    }
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    if (link(session.professional_open ? close_words : open_words)) {
        session.professional_open = !session.professional_open;
        session.log(session.professional_open ? "professional" : "professional closed");
    }
    ImGui::EndGroup();
}

namespace {

ImU32 colour_of(Urgency urgency) {
    return urgency == Urgency::emergency
               ? palette::rgb(palette::in_use == &palette::light ? 0xA3301C : 0xFF9C8A)
           : urgency == Urgency::urgent ? palette::now().warm
                                        : palette::now().text;
}

void signs_of(const WarningSigns& group, ImFont* font) {
    const ImU32 colour = colour_of(group.urgency);
    const float width = ImGui::GetContentRegionAvail().x;
    words(type().strong, colour, group.title, width);
    for (const std::string& sign : group.signs) {
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
    for (const std::string& sign : group.signs) {
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
    ImGui::BeginChild("##less-urgent", {0, std::max(px(48), ImGui::GetContentRegionAvail().y)});
    for (const WarningSigns& group : std::span(professional.groups).subspan(1)) {
        space(4);
        signs_of(group, type().body);
    }
    space(8);
    body(professional.disclaimer);
    for (const std::string& source : professional.sources) fine_print(source);
    ImGui::EndChild();
}

} // namespace spinescope::app
