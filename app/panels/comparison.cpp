// Two scenarios beside each other: both outcomes in two short columns.
#include "app/panels/panels.hpp"
#include "app/panels/tooltip.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"
#include "timeline/why.hpp"

namespace spinescope::app {

using language::say;

namespace {

void choose(Session& session) {
    if (link(say("window.compare.with"))) ImGui::OpenPopup("##compare");
    tooltip(say("window.compare.hint"), "keys.try.compare");
    if (!ImGui::BeginPopup("##compare")) return;
    for (const timeline::Scenario& scenario : session.scenarios) {
        const bool own = scenario.name == session.trace.scenario;
        const std::string words =
            own ? say("window.compare.own", {{"scenario", scenario.title.str()}}) : scenario.title.str();
        if (ImGui::Selectable(words.c_str())) compare_with(session, scenario.name);
    }
    ImGui::EndPopup();
}

void cell(const std::string& words, ImU32 colour, ImFont* font) {
    ImGui::TableNextColumn();
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::TextUnformatted(wrapped(font, words, ImGui::GetContentRegionAvail().x).c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

/// The clock of one of the two, counted from its own pop.
std::string its_pop(const timeline::Trace& trace, double time_s) {
    if (!trace.outcome.time_of_pop_s) return say("window.compare.no_pop");
    const double since = time_s - *trace.outcome.time_of_pop_s;
    return since < 0 ? say("window.compare.in", {{"time", clock_words(-since)}})
                     : say("window.compare.ago", {{"time", clock_words(since)}});
}

std::string ready(const timeline::Trace& trace) {
    if (!trace.outcome.gas_gone_s)
        return trace.outcome.popped ? say("window.compare.not_yet") : say("window.compare.no_gas");
    if (!trace.outcome.ready_s) return say("window.compare.not_yet");
    return timeline::told_duration(*trace.outcome.ready_s);
}

} // namespace

void comparison(Session& session) {
    if (!session.other) {
        choose(session);
        return;
    }
    const timeline::Trace* both[] = {&session.trace, &*session.other};
    subheading(say("window.compare.title"));
    if (ImGui::BeginTable("##sides", 3, ImGuiTableFlags_SizingStretchProp)) {
        ImGui::TableSetupColumn("", 0, 0.8f);
        ImGui::TableSetupColumn("", 0, 1);
        ImGui::TableSetupColumn("", 0, 1);
        const auto row = [&](const char* name, auto words) {
            cell(name, palette::now().muted, type().small);
            for (const timeline::Trace* trace : both) cell(words(*trace), palette::now().text, type().small);
        };
        using timeline::told;
        using timeline::Trace;
        cell("", 0, type().small);
        cell(session.trace.title, palette::now().text, type().strong);
        cell(session.other->title, palette::now().text, type().strong);
        row(say("window.compare.line"), [&](const Trace& trace) {
            return std::string(&trace == both[0] ? say("window.compare.full") : say("window.compare.dashed"));
        });
        row(say("window.compare.outcome"), [](const Trace& trace) {
            return std::string(trace.outcome.popped ? say("window.compare.pops")
                                                    : say("window.compare.quiet"));
        });
        row(say("window.compare.its_pop"),
            [&](const Trace& trace) { return its_pop(trace, clock_s(session)); });
        row(say("window.compare.tension"), [](const Trace& trace) {
            return say("window.compare.of", {{"value", told(trace.outcome.peak_tension_kPa)},
                                             {"whole", told(trace.outcome.threshold_kPa) + " kPa"}});
        });
        row(say("window.compare.gap"), [](const Trace& trace) {
            return timeline::told_length(trace.outcome.gap_before_mm * 1e-3) + " → " +
                   timeline::told_length(trace.outcome.gap_after_mm * 1e-3);
        });
        row(say("window.compare.cavity"),
            [](const Trace& trace) { return told(trace.outcome.peak_cavity_mm3) + " mm³"; });
        row(say("window.compare.sound"), [](const Trace& trace) {
            return trace.outcome.popped ? say("window.compare.at_most",
                                              {{"figure", told(trace.outcome.peak_sound_dB) + " dB"}})
                                        : std::string(say("window.compare.no_sound"));
        });
        row(say("window.compare.ready"), ready);
        ImGui::EndTable();
    }
    if (link(say("window.compare.stop"))) stop_comparing(session);
    tooltip(say("keys.try.compare"), "keys.try.compare");
}

} // namespace spinescope::app
