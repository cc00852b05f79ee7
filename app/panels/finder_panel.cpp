// One box to write in that finds everything: actions with their keys, structures, scenarios, lessons.
#include "app/panels/panels.hpp"
#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::app {

using language::say;

namespace {

const char* words_of(Findable::Kind kind) {
    using enum Findable::Kind;
    switch (kind) {
    case action:
        return say("find.kind.action");
    case structure:
        return say("find.kind.structure");
    case scenario:
        return say("find.kind.scenario");
    case regimen:
        return say("find.kind.regimen");
    case exercise:
        return say("find.kind.exercise");
    case lesson:
        return say("find.kind.lesson");
    case quiz:
        return say("find.kind.quiz");
    }
    return "";
}

/// What is typed, its end in sight.
void box(const Finder& finder, ImVec2 at, ImVec2 size) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    draw->AddRectFilled(at, end, palette::now().panel, px(7));
    ImFont* font = type().large;
    const float high = font->FontSize, pad = px(10), room = size.x - 2 * pad;
    const float wide = font->CalcTextSizeA(high, FLT_MAX, 0, finder.typed.c_str()).x;
    const float x = at.x + pad + std::min(0.0f, room - wide), y = at.y + (size.y - high) / 2;
    draw->PushClipRect({at.x + px(4), at.y}, {end.x - px(4), end.y}, true);
    if (finder.typed.empty())
        draw->AddText(font, high, {x + px(5), y}, palette::now().muted, say("find.prompt"));
    draw->AddText(font, high, {x, y}, palette::now().text, finder.typed.c_str());
    draw->AddLine({x + wide + px(1), y}, {x + wide + px(1), y + high}, palette::now().accent, px(1.6f));
    draw->PopClipRect();
}

/// `words` cut with dots where it is wider.
std::string cut(const std::string& words, float width) {
    const ImFont* font = ImGui::GetFont();
    const float size = font->FontSize;
    const auto wide = [&](const std::string& text) {
        return font->CalcTextSizeA(size, FLT_MAX, 0, text.c_str()).x;
    };
    if (wide(words) <= width) return words;
    const char* rest = nullptr;
    font->CalcTextSizeA(size, std::max(1.0f, width - wide("…")), 0, words.c_str(), nullptr, &rest);
    return words.substr(0, std::size_t(rest - words.c_str())) + "…";
}

/// Its name, the Latin one, and on the right its kind and key. Returns whether it was pressed.
bool row(const Findable& one, bool chosen, float height) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, pad = px(12);
    const bool pressed = ImGui::InvisibleButton("##row", {width, height});
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const palette::Palette& colours = palette::now();
    const ImVec2 end{at.x + width, at.y + height};
    if (chosen)
        draw->AddRectFilled(at, end, colours.accent_soft, px(7));
    else if (ImGui::IsItemHovered())
        draw->AddRectFilled(at, end, colours.raised_hover, px(7));
    const float small = type().small->FontSize, body = type().body->FontSize;
    const float y = at.y + (height - body) / 2, small_y = at.y + (height - small) / 2 + px(0.5f);
    const auto right_of = [&](float x, ImU32 colour, const char* text) {
        const float wide = type().small->CalcTextSizeA(small, FLT_MAX, 0, text).x;
        draw->AddText(type().small, small, {x - wide, small_y}, colour, text);
        return x - wide - px(14);
    };
    float right = right_of(end.x - pad, colours.muted, words_of(one.kind));
    if (!one.key.empty()) right = right_of(right, colours.accent, one.key.c_str());
    const std::string name = cut(one.words, right - at.x - pad);
    draw->AddText(type().body, body, {at.x + pad, y}, colours.text, name.c_str());
    const float behind = at.x + pad + ImGui::CalcTextSize(name.c_str()).x + px(12);
    if (one.other.empty() || one.other == one.words || right - behind < px(60)) return pressed;
    ImGui::PushFont(type().small);
    draw->AddText(type().small, small, {behind, small_y}, colours.muted,
                  cut(one.other, right - behind).c_str());
    ImGui::PopFont();
    return pressed;
}

/// Only the rows in sight are drawn. Returns whether one was pressed.
bool rows(Finder& finder, float height) {
    bool pressed = false;
    if (finder.moved) { // brought into sight with as little scrolling as it takes
        const float top = float(finder.chosen) * height, low = top + height - ImGui::GetWindowHeight();
        if (ImGui::GetScrollY() > top) ImGui::SetScrollY(top);
        if (ImGui::GetScrollY() < low) ImGui::SetScrollY(low);
        finder.moved = false;
    }
    ImGuiListClipper clipper;
    clipper.Begin(int(finder.found.size()), height);
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            ImGui::PushID(i);
            if (row(finder.all[finder.found[std::size_t(i)]], finder.chosen == std::size_t(i), height)) {
                finder.chosen = std::size_t(i);
                pressed = true;
            }
            ImGui::PopID();
        }
    clipper.End();
    return pressed;
}

} // namespace

void finder_panel(Session& session, const Area& area) {
    Finder& finder = session.finder;
    if (!finder.open) return;
    // Over everything, so that a press beside it puts it away and does nothing else.
    ImGui::SetNextWindowFocus();
    begin_panel("##finder", area, (palette::now().ground & ~IM_COL32_A_MASK) | 150u << IM_COL32_A_SHIFT,
                Level::page);
    const float height = px(34), head = px(64), foot = px(34);
    const float width = std::min(px(680), area.width - px(32));
    const float most = std::min(px(560), area.height - px(48)), wanted = float(finder.found.size()) * height;
    const float room = height * std::max(1.0f, std::floor((most - head - foot) / height)); // whole rows
    const float list = std::min(std::max(wanted, height), room);
    const ImVec2 at{area.x + (area.width - width) / 2, area.y + std::min(px(72), (area.height - most) / 2)};
    const ImVec2 end{at.x + width, at.y + head + list + foot};
    ImGui::GetWindowDrawList()->AddRectFilled(at, end, palette::now().raised, px(12));
    ImGui::GetWindowDrawList()->AddRect(at, end, palette::now().hairline, px(12));
    box(finder, {at.x + px(12), at.y + px(12)}, {width - px(24), px(38)});
    ImGui::SetCursorScreenPos({at.x + px(12), at.y + head});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGui::BeginChild("##found", {width - px(24), list});
    const bool pressed = rows(finder, height);
    if (finder.found.empty()) {
        ImGui::SetCursorPos({px(12), px(10)});
        fine_print(say("find.none"));
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    ImGui::SetCursorScreenPos({at.x + px(24), end.y - foot + px(8)});
    ImGui::PushFont(type().small);
    ImGui::TextDisabled("%s", say("find.foot"));
    ImGui::PopFont();
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool beside = mouse.x < at.x || mouse.x > end.x || mouse.y < at.y || mouse.y > end.y;
    const bool away = beside && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    ImGui::End();
    if (pressed)
        choose_found(session);
    else if (away)
        close_finder(session);
}

} // namespace spinescope::app
