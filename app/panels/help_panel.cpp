// Every key, grouped by what it is for, in columns over everything; what goes on now stands first.
#include "app/panels/panels.hpp"
#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <utility>

namespace spinescope::app {

using language::say;

namespace {

/// Keys that do the same stand in one line.
struct Line {
    std::string labels;
    const char* what = "";
};
struct Group {
    const char* title = "";
    std::vector<Line> lines;
};

Group group_of(const KeyGroup& keys) {
    Group group{.title = say(keys.title), .lines = {}};
    for (const Key& key : keys.keys) {
        const std::string label = label_of(key);
        const auto line = std::ranges::find(group.lines, say(key.action), &Line::what);
        if (line == group.lines.end())
            group.lines.push_back({label, say(key.action)});
        else if (!line->labels.ends_with(label)) // Enter, and that of the keypad
            line->labels += ", " + label;
    }
    return group;
}

/// Those of what goes on now, and behind them all the others.
std::vector<Group> groups(const Session& session) {
    const Teaching& teaching = session.teaching;
    std::vector<Group> groups;
    if (quizzes(session.quizzing)) groups.push_back(group_of(quiz_keys()));
    if (session.welcome.open) groups.push_back(group_of(welcome_keys()));
    if (session.take_home.open) groups.push_back(group_of(take_home_keys()));
    if (session.quizzing.choosing) groups.push_back(group_of(quiz_card_keys()));
    if (teaching.choosing) groups.push_back(group_of(lesson_card_keys()));
    if (teaches(teaching)) groups.push_back(group_of(teaching.paused ? waiting_keys() : lesson_keys()));
    for (const KeyGroup& keys : everyday_keys()) groups.push_back(group_of(keys));
    if (!teaches(teaching) || teaching.paused) groups.push_back(group_of(lesson_keys()));
    if (!quizzes(session.quizzing)) groups.push_back(group_of(quiz_keys()));
    return groups;
}

float height_of_line() {
    return type().small->FontSize + px(5);
}
float height_of(const Group& group) {
    return type().strong->FontSize + px(20) + float(group.lines.size()) * height_of_line();
}

/// How high the columns become when groups are put into them in their order; `use` is told where each
/// stands.
template <typename Use>
float fill_columns(std::span<const Group> groups, int columns, float most, Use use) {
    float y = 0, highest = 0;
    int column = 0;
    for (const Group& group : groups) {
        const float high = height_of(group);
        if (y > 0 && y + high > most && column + 1 < columns) {
            ++column;
            y = 0;
        }
        use(group, column, y);
        y += high;
        highest = std::max(highest, y);
    }
    return highest;
}

/// The lowest height in which they fit the columns.
float evened(std::span<const Group> groups, int columns) {
    const auto nothing = [](const Group&, int, float) {};
    float best = fill_columns(groups, columns, 1e9f, nothing);
    for (float most = best; most > 0; most -= height_of_line())
        best = std::min(best, fill_columns(groups, columns, most, nothing));
    return best;
}

void draw_group(const Group& group, ImVec2 at, float width) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const palette::Palette& colours = palette::now();
    draw->AddText(type().strong, type().strong->FontSize, at, colours.accent, group.title);
    float y = at.y + type().strong->FontSize + px(5);
    for (const Line& line : group.lines) {
        ImFont* font = type().small;
        const float size = font->FontSize;
        const float wide = font->CalcTextSizeA(size, FLT_MAX, 0, line.labels.c_str()).x;
        const ImVec4 clip{at.x, y, at.x + width - wide - px(8), y + height_of_line()};
        draw->AddText(font, size, {at.x, y}, colours.text, line.what, nullptr, 0, &clip);
        draw->AddText(font, size, {at.x + width - wide, y}, colours.muted, line.labels.c_str());
        y += height_of_line();
    }
}

void draw_groups(std::span<const Group> groups) {
    constexpr float least = 276, gap = 34;
    const float room = ImGui::GetContentRegionAvail().x;
    const int columns = std::clamp(int((room + px(gap)) / px(least + gap)), 1, 4);
    const float width = (room - px(gap) * float(columns - 1)) / float(columns);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float high =
        fill_columns(groups, columns, evened(groups, columns), [&](const Group& group, int column, float y) {
            const float x = from.x + float(column) * (width + px(gap));
            draw_group(group, {x, from.y + y}, width);
        });
    ImGui::Dummy({room, high});
}

} // namespace

void help_panel(Session& session, const Area& area) {
    if (!session.help) return;
    const float width = std::min(px(1248), area.width - px(24));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(12));
    ImGui::SetNextWindowPos({area.x + area.width / 2, area.y + area.height / 2}, ImGuiCond_Always,
                            {0.5f, 0.5f});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, area.height - px(24)});
    ImGui::SetNextWindowFocus();
    ImGui::PushStyleColor(ImGuiCol_WindowBg, palette::now().raised);
    ImGui::Begin("##help", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings);
    heading(say("window.help.title"));
    fine_print(say("window.help.pointer"));
    space(6);
    draw_groups(groups(session));
    ImGui::SetScrollY(ImGui::GetScrollY() +
                      float(std::exchange(session.help_scrolled, 0)) * height_of_line());
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
}

} // namespace spinescope::app
