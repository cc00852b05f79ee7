// What is done, how often, to which spine; and how sure one can be of what comes of it.
#include "app/panels/choice.hpp"
#include "app/panels/slider_line.hpp"
#include "app/panels/strain_parts.hpp"
#include "app/panels/tooltip.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/failure_words.hpp"
#include "language/language.hpp"
#include "timeline/course_story.hpp"

#include <array>

namespace spinescope::app {

using language::say;

namespace {

void says_what(const Slider& slider, double own) {
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(px(330));
    ImGui::TextUnformatted(say("parameters." + std::string(slider.key) + ".meaning"));
    ImGui::TextDisabled("%s",
                        say("parameters.own_of_regimen", {{"value", value_words(slider, own)}}).c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

/// The segment that a thrust would be meant for: the one that it is, else the stiff one, else the chosen.
std::size_t aim_of(const Strain& strain) {
    for (const timeline::Phase& phase : strain.tried.phases)
        if (phase.manoeuvre.target) return *phase.manoeuvre.target;
    for (const auto& [segment, makeup] : strain.tried.makeup)
        if (timeline::build_of(strain.tried, segment) == timeline::Build::stiff) return segment;
    return strain.segment;
}

void aim_choice(Session& session) {
    const Strain& strain = session.strain;
    if (strain.tried.phases.empty()) return;
    const bool aimed = strain.tried.phases.front().manoeuvre.target.has_value();
    const std::size_t aim = aim_of(strain);
    const std::array choices{
        Choice{say("window.aim.unguided"), say("window.aim.unguided_hint"), !aimed, "keys.try.aim"},
        Choice{say("window.aim.at", {{"segment", mechanics::segment_name(aim)}}), say("window.aim.at_hint"),
               aimed, "keys.try.aim"}};
    if (const auto pressed = pressed_of(choices))
        aim_at(session, *pressed == 1 ? std::optional(aim) : std::nullopt);
}

} // namespace

void toggle_aim(Session& session) {
    const Strain& strain = session.strain;
    if (strain.tried.phases.empty()) return;
    const bool aimed = strain.tried.phases.front().manoeuvre.target.has_value();
    aim_at(session, aimed ? std::nullopt : std::optional(aim_of(strain)));
}

void try_regimen(Session& session) {
    Strain& strain = session.strain;
    subheading(say("window.try.title"));
    aim_choice(session);
    const timeline::Regimen* own = own_regimen(session);
    bool changed =
        own != nullptr && (strain.tried.makeup != own->makeup || strain.tried.phases != own->phases);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, px(1)});
    for (std::size_t i = 0; i < regimen_sliders().size(); ++i) {
        const Slider& slider = regimen_sliders()[i];
        const double value = timeline::value_of(strain.tried, slider.key);
        const std::optional<double> its_own =
            own != nullptr ? std::optional(timeline::value_of(*own, slider.key)) : std::nullopt;
        const SliderPress press = slider_line(slider, value, its_own, strain.slider == i);
        if (press.held) strain.slider = i;
        if (press.wanted && *press.wanted != value) try_in_regimen(session, slider.key, *press.wanted);
        if (press.released)
            session.log(std::string("tried ") + slider.key + " " +
                        std::to_string(timeline::value_of(strain.tried, slider.key)));
        if (press.hovered && !press.held && its_own) says_what(slider, *its_own);
        changed = changed || (its_own && value != *its_own);
    }
    ImGui::PopStyleVar();
    if (!strain.refused.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, palette::now().warm);
        const std::string words =
            say("window.try.refused_regimen", {{"why", language::in_words(strain.refused)}});
        ImGui::TextUnformatted(wrapped(type().small, words, ImGui::GetContentRegionAvail().x).c_str());
        ImGui::PopStyleColor();
    }
    if (!changed) return;
    if (link(say("window.try.reset_regimen"))) reset_regimen(session);
    tooltip(say("window.try.reset_hint"), "keys.try.reset");
}

void evidence(Session& session) {
    Strain& strain = session.strain;
    if (!strain.evidence) return;
    subheading(strain.evidence->title);
    body(strain.evidence->lead);
    const Firmness* last = nullptr;
    for (const Statement& statement : strain.evidence->statements) {
        if (last == nullptr || *last != statement.firmness) {
            space(3);
            ImGui::PushFont(type().strong);
            ImGui::TextUnformatted(
                wrapped(type().strong, words_of(statement.firmness), ImGui::GetContentRegionAvail().x)
                    .c_str());
            ImGui::PopFont();
        }
        last = &statement.firmness;
        body(statement.text);
        if (!strain.sources) continue;
        std::string who;
        for (const language::Text& source : statement.sources)
            who += (who.empty() ? "" : "; ") + source.str();
        if (!who.empty())
            fine_print(statement.recalled ? say("window.evidence.recalled", {{"source", who}}) : who);
    }
    space(2);
    if (link(strain.sources ? say("window.evidence.close") : say("window.evidence.open")))
        toggle_sources(session);
    tooltip(say("keys.show.sources"), "keys.show.sources");
}

} // namespace spinescope::app
