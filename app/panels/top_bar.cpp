#include "app/panels/panels.hpp"
#include "app/panels/tooltip.hpp"
#include "app/take_home/take_home.hpp"
#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

namespace spinescope::app {

using language::say;

void begin_panel(const char* name, const Area& area, ImU32 ground, Level level) {
    ImGui::SetNextWindowPos({area.x, area.y});
    ImGui::SetNextWindowSize({area.width, area.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
    ImGuiWindowFlags flags =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    // Dear ImGui puts a window with this flag behind all others when it is made.
    if (level == Level::ground) flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
    if (level == Level::page) flags &= ~ImGuiWindowFlags_NoScrollbar;
    ImGui::Begin(name, nullptr, flags);
    ImGui::PopStyleColor();
}

void hairline(float x1, float y1, float x2, float y2) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->PushClipRectFullScreen();
    draw->AddLine({x1, y1}, {x2, y2}, palette::now().hairline);
    draw->PopClipRect();
}

namespace {

/// On the right, as far as there is room: what finds everything, and the help.
void help_and_finder(Session& session, const Area& area) {
    const std::string help = key_label("keys.window.help") + "  " + say("window.help.button"),
                      find = key_label("keys.window.find") + "  " + say("find.button");
    const auto wide = [](const std::string& words) {
        return ImGui::CalcTextSize(words.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
    };
    const float used = ImGui::GetItemRectMax().x - area.x, left = area.width - px(20) - wide(help);
    if (used + px(16) + wide(find) < left) {
        ImGui::SameLine(left - wide(find) - px(4));
        if (button(find.c_str(), session.finder.open)) open_finder(session);
        tooltip(say("keys.window.find"), "keys.window.find");
    }
    ImGui::SameLine(left);
    if (button(help.c_str(), session.help)) session.help = !session.help;
    tooltip(say("keys.window.help"), "keys.window.help");
}

/// Where there is room beside the help; it has a key, too.
void take_home_button(Session& session, const Area& area) {
    const char* words = say("keys.window.take_home");
    const float wide = ImGui::CalcTextSize(words).x + 2 * ImGui::GetStyle().FramePadding.x;
    if (ImGui::GetItemRectMax().x - area.x + wide + px(150) > area.width) return;
    ImGui::SameLine(0, px(4));
    if (button(words, session.take_home.open)) {
        leave_welcome(session);
        choose_take_home(session);
    }
    tooltip(say("take_home.hint"), "keys.window.take_home");
}

} // namespace

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
        const char* name; ///< of its words
        const char* action;
    } modes[] = {{Mode::explore, "explore", "keys.window.explore"},
                 {Mode::pop, "pop", "keys.window.pop"},
                 {Mode::strain, "strain", "keys.window.strain"},
                 {Mode::safer, "safer", "keys.window.safer"}};
    for (const auto& mode : modes) {
        const std::string key = std::string("window.mode.") + mode.name;
        if (button(say(key + ".name"), session.mode == mode.mode)) {
            leave_welcome(session);
            open_mode(session, mode.mode);
        }
        tooltip(say(key + ".hint"), mode.action);
        ImGui::SameLine(0, px(4));
    }
    if (session.whole_spine &&
        button(say("window.mode.lessons.name"), teaches(session.teaching) || session.teaching.choosing)) {
        leave_welcome(session);
        choose_lesson(session);
    }
    if (session.whole_spine) tooltip(say("window.mode.lessons.hint"), "keys.window.lessons");
    take_home_button(session, area);
    help_and_finder(session, area);
    hairline(area.x, area.y + area.height - 1, area.x + area.width, area.y + area.height - 1);
    ImGui::End();
}

} // namespace spinescope::app
