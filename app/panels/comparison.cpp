// Two scenarios beside each other: both outcomes in two short columns.
#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "timeline/why.hpp"

namespace spinescope::app {

namespace {

void choose(Session& session) {
    if (link("Compare with another…")) ImGui::OpenPopup("##compare");
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("Its curves beside these, dashed  (K)");
    if (!ImGui::BeginPopup("##compare")) return;
    for (const timeline::Scenario& scenario : session.scenarios) {
        const bool own = scenario.name == session.trace.scenario;
        const std::string words = own ? scenario.title + ", its own values" : scenario.title;
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
    if (!trace.outcome.time_of_pop_s) return "none";
    const double since = time_s - *trace.outcome.time_of_pop_s;
    return since < 0 ? "in " + clock_words(-since) : clock_words(since) + " ago";
}

std::string ready(const timeline::Trace& trace) {
    if (!trace.outcome.gas_gone_s) return trace.outcome.popped ? "not in this time" : "no gas to lose";
    if (!trace.outcome.ready_s) return "not in this time";
    return timeline::told_duration(*trace.outcome.ready_s);
}

} // namespace

void comparison(Session& session) {
    if (!session.other) {
        choose(session);
        return;
    }
    const timeline::Trace* both[] = {&session.trace, &*session.other};
    subheading("Side by side");
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
        row("Line", [&](const Trace& trace) { return std::string(&trace == both[0] ? "full" : "dashed"); });
        row("Outcome",
            [](const Trace& trace) { return std::string(trace.outcome.popped ? "pops" : "stays quiet"); });
        row("Its pop", [&](const Trace& trace) { return its_pop(trace, clock_s(session)); });
        row("Tension", [](const Trace& trace) {
            return told(trace.outcome.peak_tension_kPa) + " of " + told(trace.outcome.threshold_kPa) + " kPa";
        });
        row("Gap", [](const Trace& trace) {
            return timeline::told_length(trace.outcome.gap_before_mm * 1e-3) + " → " +
                   timeline::told_length(trace.outcome.gap_after_mm * 1e-3);
        });
        row("Cavity", [](const Trace& trace) { return told(trace.outcome.peak_cavity_mm3) + " mm³"; });
        row("Its sound", [](const Trace& trace) {
            return trace.outcome.popped ? told(trace.outcome.peak_sound_dB) + " dB at most"
                                        : std::string("none to hear");
        });
        row("Ready after", ready);
        ImGui::EndTable();
    }
    if (link("Stop comparing")) stop_comparing(session);
}

} // namespace spinescope::app
