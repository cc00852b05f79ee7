#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

namespace spinescope::app {

void begin_panel(const char* name, const Area& area, ImU32 ground, Level level) {
    ImGui::SetNextWindowPos({area.x, area.y});
    ImGui::SetNextWindowSize({area.width, area.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
    ImGuiWindowFlags flags =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    // Dear ImGui puts a window with this flag behind all others when it is made.
    if (level == Level::ground) flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
    ImGui::Begin(name, nullptr, flags);
    ImGui::PopStyleColor();
}

void hairline(float x1, float y1, float x2, float y2) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->PushClipRectFullScreen();
    draw->AddLine({x1, y1}, {x2, y2}, palette::now().hairline);
    draw->PopClipRect();
}

void top_bar(Session& session, const Area& area) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(16), px(5)});
    begin_panel("##top", area, palette::now().panel);
    ImGui::PopStyleVar();
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(type().strong);
    ImGui::TextUnformatted("Spinescope");
    ImGui::PopFont();
    ImGui::SameLine(0, px(26));
    constexpr struct {
        Mode mode;
        const char* words;
        const char* hint;
    } modes[] = {
        {Mode::explore, "Explore", "Turn the spine, point at a structure, take it apart  (F2)"},
        {Mode::pop, "Pop", "Scrub through one facet joint popping  (F3)"},
        {Mode::strain, "Strain", "What repetition does to joints and ligaments, day after day  (F4)"},
        {Mode::safer, "Safer", "What to do instead, and when to see a professional  (F5)"}};
    for (const auto& mode : modes) {
        if (button(mode.words, session.mode == mode.mode)) open_mode(session, mode.mode);
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", mode.hint);
        ImGui::SameLine(0, px(4));
    }
    const char* hint = "F1  help";
    ImGui::SameLine(area.width - px(30) - ImGui::CalcTextSize(hint).x - px(10));
    if (button(hint, session.help)) session.help = !session.help;
    hairline(area.x, area.y + area.height - 1, area.x + area.width, area.y + area.height - 1);
    ImGui::End();
}

} // namespace spinescope::app
