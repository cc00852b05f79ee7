#include "app/panels/tooltip.hpp"

#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

namespace spinescope::app {

namespace {

void line(std::string_view words, const char* action) {
    ImGui::TextUnformatted(wrapped(type().body, words, px(340)).c_str());
    if (action == nullptr) return;
    ImGui::SameLine(0, px(14));
    ImGui::PushStyleColor(ImGuiCol_Text, palette::now().accent);
    ImGui::TextUnformatted(key_label(action).c_str());
    ImGui::PopStyleColor();
}

} // namespace

void tooltip(std::string_view words, const char* action) {
    if (!ImGui::IsItemHovered()) return;
    ImGui::BeginTooltip();
    line(words, action);
    ImGui::EndTooltip();
}

void tooltip_of(std::initializer_list<const char*> actions) {
    if (!ImGui::IsItemHovered()) return;
    ImGui::BeginTooltip();
    for (const char* action : actions) line(language::say(action), action);
    ImGui::EndTooltip();
}

} // namespace spinescope::app
