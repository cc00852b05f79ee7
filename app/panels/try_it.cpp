// Sliders that change the joint and the pull, and answer while they are dragged.
#include "app/panels/panels.hpp"
#include "app/panels/slider_line.hpp"
#include "app/panels/tooltip.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/failure_words.hpp"
#include "language/language.hpp"

namespace spinescope::app {

using language::say;

namespace {

const char* origin_words(cavitation::Origin origin) {
    switch (origin) {
    case cavitation::Origin::measured:
        return say("parameters.origin.measured");
    case cavitation::Origin::recalled:
        return say("parameters.origin.recalled");
    case cavitation::Origin::estimated:
        return say("parameters.origin.estimated");
    case cavitation::Origin::calibrated:
        return say("parameters.origin.calibrated");
    }
    return "";
}

void says_who(const Slider& slider, std::optional<double> own) {
    const std::string words = "parameters." + std::string(slider.key);
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(px(330));
    ImGui::TextUnformatted(say(words + ".meaning"));
    ImGui::PushStyleColor(ImGuiCol_Text, palette::now().muted);
    if (own) ImGui::TextUnformatted(say("parameters.own", {{"value", value_words(slider, *own)}}).c_str());
    std::string who = origin_words(cavitation::parameter_key(slider.key).origin);
    if (language::has(words + ".source")) who += std::string(" ") + say(words + ".source");
    ImGui::TextUnformatted(who.c_str());
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

void line(Session& session, std::size_t index, std::optional<double> own) {
    const Slider& slider = sliders()[index];
    const SliderPress press =
        slider_line(slider, value_in(session.tried, slider.key), own, session.slider == index);
    if (press.held) session.slider = index;
    if (press.wanted) try_value(session, slider.key, *press.wanted);
    if (press.released)
        session.log(std::string("tried ") + slider.key + " " +
                    std::to_string(value_in(session.tried, slider.key)));
    if (press.hovered && !press.held) says_who(slider, own);
}

/// Whether it pops, as a word and a sign: a full ring, or an empty one.
void outcome(const Session& session) {
    const bool popped = session.trace.outcome.popped;
    const char* words = popped ? say("window.try.pops") : say("window.try.quiet");
    ImGui::PushFont(type().strong);
    const float width = ImGui::CalcTextSize(words).x, line_height = ImGui::GetTextLineHeight();
    ImGui::SameLine(ImGui::GetContentRegionMax().x - width - px(20));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 middle{at.x + px(6), at.y + line_height / 2};
    draw->AddCircle(middle, px(5), palette::now().text, 0, px(1.5f));
    if (popped) draw->AddCircleFilled(middle, px(5), palette::now().text);
    ImGui::SetCursorScreenPos({at.x + px(18), at.y});
    ImGui::TextUnformatted(words);
    ImGui::PopFont();
}

} // namespace

void try_it(Session& session) {
    subheading(say("window.try.title"));
    outcome(session);
    if (session.tried.name.empty()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(1)});
    const timeline::Scenario* scenario = own_scenario(session);
    bool changed = false;
    for (std::size_t i = 0; i < sliders().size(); ++i) {
        const char* key = sliders()[i].key;
        const std::optional<double> value = scenario ? std::optional(value_in(*scenario, key)) : std::nullopt;
        line(session, i, value);
        changed = changed || (value && value_in(session.tried, key) != *value);
    }
    ImGui::PopStyleVar();
    if (!session.refused.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, palette::now().warm);
        const std::string words = say("window.try.refused", {{"why", language::in_words(session.refused)}});
        ImGui::TextUnformatted(wrapped(type().small, words, ImGui::GetContentRegionAvail().x).c_str());
        ImGui::PopStyleColor();
    }
    if (!changed) return;
    if (link(say("window.try.reset"))) reset_tried(session);
    tooltip(say("window.try.reset_hint"), "keys.try.reset");
}

} // namespace spinescope::app
