// When to see a professional: a callout that is always there, and the full list behind it.
#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

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

void when_to_see_a_professional(Session& session) {
    const Professional& professional = session.guidance.professional;
    heading(professional.title);
    for (const WarningSigns& group : professional.groups) {
        space(6);
        const ImU32 colour = group.urgency == Urgency::emergency ? palette::rgb(0xFF9C8A)
                             : group.urgency == Urgency::urgent  ? palette::now().warm
                                                                 : palette::now().text;
        ImGui::PushFont(type().strong);
        ImGui::PushStyleColor(ImGuiCol_Text, colour);
        ImGui::TextUnformatted(group.title.c_str());
        ImGui::PopStyleColor();
        ImGui::PopFont();
        for (const std::string& sign : group.signs) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGui::GetWindowDrawList()->AddCircleFilled({at.x + px(4), at.y + ImGui::GetTextLineHeight() / 2},
                                                        px(2.2f), colour);
            ImGui::Indent(px(14));
            body(sign);
            ImGui::Unindent(px(14));
        }
    }
    space(8);
    body(professional.disclaimer);
    for (const std::string& source : professional.sources) fine_print(source);
}

} // namespace spinescope::app
