// What a person prefers: the size of everything, the language, and what eyes and ears need.
#include "app/panels/panels.hpp"
#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::app {

namespace {

using language::say;

void switch_row(Session& session, const char* key, bool& value) {
    ImGui::PushStyleColor(ImGuiCol_FrameBg, palette::now().raised_hover);
    const bool changed = ImGui::Checkbox(say("presenter.settings." + std::string(key)), &value);
    ImGui::PopStyleColor();
    if (changed) session.log(std::string(key) + (value ? " on" : " off"));
    fine_print(say("presenter.settings." + std::string(key) + "_hint"));
    space(4);
}

/// Steps of a quarter; the window takes the new size in its next frame.
void scale_row(Session& session) {
    float& scale = session.preferences.interface_scale;
    subheading(say("presenter.settings.scale"));
    const auto change = [&](float by) {
        scale = std::clamp(std::round((scale + by) * 4) / 4, Preferences::smallest_scale,
                           Preferences::largest_scale);
        session.log("scale " + std::to_string(int(std::lround(scale * 100))));
    };
    if (ImGui::Button("-##scale", {px(40), 0})) change(-0.25f);
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::Text("%d %%", int(std::lround(scale * 100)));
    ImGui::SameLine();
    if (ImGui::Button("+##scale", {px(40), 0})) change(0.25f);
    space(6);
}

void language_row(Session& session) {
    subheading(say("presenter.settings.language"));
    bool first = true;
    for (const std::string& code : language::codes()) {
        if (!first) ImGui::SameLine(0, px(4));
        first = false;
        if (!button(language::own_name(code).c_str(), language::in_use() == code)) continue;
        try {
            speak(session, code);
        } catch (const std::exception& failure) {
            report(session, failure);
        }
    }
    space(6);
}

} // namespace

void settings_panel(Session& session, const Area& area) {
    if (!session.settings_open) return;
    const float width = std::min(px(480), area.width - px(24));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(12));
    ImGui::SetNextWindowPos({area.x + area.width / 2, area.y + area.height / 2}, ImGuiCond_Always,
                            {0.5f, 0.5f});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, area.height - px(24)});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, palette::now().raised);
    ImGui::Begin("##settings", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings);
    heading(say("presenter.settings.title"));
    space(4);
    scale_row(session);
    language_row(session);
    switch_row(session, "high_contrast", session.preferences.high_contrast);
    switch_row(session, "reduced_motion", session.preferences.reduced_motion);
    switch_row(session, "captions", session.preferences.captions);
    if (!session.preferences.hints_seen.empty() && link(say("hints.again"))) show_hints_again(session);
    if (button(with_key(say("presenter.settings.close"), "keys.window.settings").c_str(), true))
        session.settings_open = false;
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
}

} // namespace spinescope::app
