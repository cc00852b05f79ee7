// Sliders that change the joint and the pull, and answer while they are dragged.
#include "app/panels/panels.hpp"
#include "app/panels/slider_line.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <cctype>

namespace spinescope::app {

namespace {

const char* origin_words(cavitation::Origin origin) {
    switch (origin) {
    case cavitation::Origin::measured:
        return "measured";
    case cavitation::Origin::recalled:
        return "from the literature, about";
    case cavitation::Origin::estimated:
        return "estimated";
    case cavitation::Origin::calibrated:
        return "calibrated: set so that the model matches a publication";
    }
    return "";
}

void says_who(const Slider& slider, std::optional<double> own) {
    const cavitation::ParameterKey& row = cavitation::parameter_key(slider.key);
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(px(330));
    std::string meaning(row.meaning);
    meaning[0] = char(std::toupper(static_cast<unsigned char>(meaning[0])));
    ImGui::TextUnformatted((meaning + ".").c_str());
    ImGui::PushStyleColor(ImGuiCol_Text, palette::now().muted);
    if (own) ImGui::TextUnformatted(("This scenario's own: " + value_words(slider, *own)).c_str());
    std::string who = std::string("Its value is ") + origin_words(row.origin);
    if (!row.source.empty()) who += ". " + std::string(row.source);
    ImGui::TextUnformatted((who + ".").c_str());
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
    const char* words = popped ? "It pops" : "It stays quiet";
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
    subheading("Try it");
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
        const std::string words = "This could not be worked out; the last answer stays. " + session.refused;
        ImGui::TextUnformatted(wrapped(type().small, words, ImGui::GetContentRegionAvail().x).c_str());
        ImGui::PopStyleColor();
    }
    if (changed && link("Back to the scenario's own values")) reset_tried(session);
    if (changed && ImGui::IsItemHovered())
        ImGui::SetTooltip("Backspace; a double click sets one slider back");
}

} // namespace spinescope::app
