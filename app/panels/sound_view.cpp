// The pop's sound on screen: waveform, spectrum, and the two explanations between which it is argued.
#include "app/panels/panels.hpp"
#include "app/panels/tooltip.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"
#include "timeline/why.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace spinescope::app {

using language::say;

namespace {

// Reggars 1996: spectral peaks of pops at C3/4.
constexpr double reported_low_Hz = 86, reported_high_Hz = 1830, reported_median_Hz = 215;
constexpr double lowest_Hz = 40, highest_Hz = 4000, quietest_dB = -40;

void small_text(ImVec2 at, ImU32 colour, const std::string& words, float align = 0) {
    const float width = ImGui::CalcTextSize(words.c_str()).x;
    ImGui::GetWindowDrawList()->AddText({at.x - width * align, at.y}, colour, words.c_str());
}

/// Room for a plot with words above, left and below; returns the plot itself.
Area plot_area(float width, float height) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float line = ImGui::GetTextLineHeight();
    ImGui::Dummy({width, height});
    return {.x = at.x + px(44),
            .y = at.y + line + px(4),
            .width = width - px(56),
            .height = height - 2 * line - px(8)};
}

/// How long the sound lasts until it is under a hundredth of its peak, rounded up to 10 ms.
double sounding_ms(const timeline::Sound& sound) {
    float peak = 0;
    for (const float sample : sound.samples) peak = std::max(peak, std::abs(sample));
    const auto last = std::find_if(sound.samples.rbegin(), sound.samples.rend(),
                                   [&](float sample) { return std::abs(sample) > peak * 0.01f; });
    const double end_s = double(sound.samples.rend() - last) / sound.rate_Hz;
    return std::max(20.0, std::ceil(end_s * 100) * 10);
}

void waveform(const timeline::Sound& sound, std::optional<double> pop_s, float width) {
    const Area plot = plot_area(width, px(136));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const double length_ms = sounding_ms(sound);
    const double begin_ms = pop_s ? (sound.begin_s - *pop_s) * 1e3 : 0;
    const float zero = plot.y + plot.height / 2, right = plot.x + plot.width;
    const double full_mPa = std::max(sound.peak_Pa * 1e3, 0.5);
    const auto x_of = [&](double ms) { return plot.x + plot.width * float((ms - begin_ms) / length_ms); };
    const float line = ImGui::GetTextLineHeight();
    draw->AddLine({plot.x, zero}, {right, zero}, palette::now().hairline);
    const double step = length_ms > 120 ? 50 : length_ms > 50 ? 20 : 10;
    for (double ms = std::ceil(begin_ms / step) * step; ms <= begin_ms + length_ms; ms += step) {
        char words[32];
        std::snprintf(words, sizeof words, "%.0f", std::abs(ms) < 0.5 ? 0.0 : ms);
        const bool last = ms + step > begin_ms + length_ms;
        draw->AddLine({x_of(ms), plot.y}, {x_of(ms), plot.y + plot.height}, palette::now().hairline);
        small_text({x_of(ms), plot.y + plot.height + px(3)}, palette::now().muted,
                   last ? std::string(words) + " ms" : words, last ? 0.8f : 0.5f);
    }
    char scale[32];
    std::snprintf(scale, sizeof scale, "%.2g", full_mPa);
    small_text({plot.x - px(6), plot.y - line * 0.3f}, palette::now().muted,
               language::number(std::string(scale)), 1);
    small_text({plot.x - px(6), plot.y + line * 0.6f}, palette::now().muted, "mPa", 1);
    small_text({plot.x - px(6), zero - line / 2}, palette::now().muted, "0", 1);
    if (pop_s && begin_ms <= 0) {
        draw->AddLine({x_of(0), plot.y}, {x_of(0), plot.y + plot.height}, palette::now().accent);
        small_text({x_of(0) - px(4), plot.y - ImGui::GetTextLineHeight() - px(2)}, palette::now().accent,
                   say("window.sound.nucleus"));
    }
    // Each column from its lowest to its highest sample.
    const auto shown = std::min(sound.samples.size(), std::size_t(length_ms * 1e-3 * sound.rate_Hz));
    const float columns = std::max(1.0f, plot.width);
    const double full = full_mPa * 1e-3 / timeline::sound_full_scale_Pa;
    ImVec2 before{plot.x, zero};
    for (float column = 0; column < columns; ++column) {
        const auto from = std::size_t(double(column) / double(columns) * double(shown)),
                   to = std::max(from + 1, std::size_t(double(column + 1) / double(columns) * double(shown)));
        if (to > shown) break;
        const auto [low, high] = std::ranges::minmax(std::span(sound.samples).subspan(from, to - from));
        const auto y_of = [&](float v) {
            return zero - plot.height / 2 * float(std::clamp(double(v) / full, -1.0, 1.0));
        };
        const float x = plot.x + column;
        const ImVec2 now{x, (y_of(low) + y_of(high)) / 2};
        draw->AddLine(before, now, palette::now().sound, px(1.5f));
        if (y_of(low) - y_of(high) > 1)
            draw->AddLine({x, y_of(low)}, {x, y_of(high)}, palette::now().sound, px(1.2f));
        before = now;
    }
}

void spectrum(const audio::Spectrum& spectrum, bool popped, float width) {
    const Area plot = plot_area(width, px(136));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float line = ImGui::GetTextLineHeight(), bottom = plot.y + plot.height;
    const auto x_of = [&](double Hz) {
        return plot.x + plot.width * float(std::log(Hz / lowest_Hz) / std::log(highest_Hz / lowest_Hz));
    };
    // What was reported, behind the curve.
    const float from = x_of(reported_low_Hz), to = x_of(reported_high_Hz), median = x_of(reported_median_Hz);
    draw->AddRectFilled({from, plot.y}, {to, bottom}, palette::now().raised_hover, px(3));
    for (float y = plot.y; y < bottom; y += px(7))
        draw->AddLine({median, y}, {median, std::min(bottom, y + px(4))}, palette::now().text, px(1.2f));
    small_text({median + px(5), bottom - 2 * line - px(2)}, palette::now().text,
               say("window.sound.reported"));
    small_text({median + px(5), bottom - line - px(2)}, palette::now().text, say("window.sound.median"));

    for (const double Hz : {50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 4000.0}) {
        if (Hz == 2000 && plot.width < px(300)) continue; // no room for its name
        char words[16];
        std::snprintf(words, sizeof words, Hz >= 1000 ? "%g kHz" : "%g", Hz >= 1000 ? Hz / 1000 : Hz);
        draw->AddLine({x_of(Hz), bottom - px(4)}, {x_of(Hz), bottom}, palette::now().muted);
        small_text({x_of(Hz), bottom + px(3)}, palette::now().muted, words, Hz > 3000 ? 0.8f : 0.5f);
    }
    draw->AddLine({plot.x, bottom}, {plot.x + plot.width, bottom}, palette::now().hairline);
    small_text({plot.x - px(6), plot.y - line * 0.3f}, palette::now().muted, "0", 1);
    small_text({plot.x - px(6), plot.y + line * 0.6f}, palette::now().muted, "dB", 1);
    small_text({plot.x - px(6), bottom - line * 0.8f}, palette::now().muted, "−40", 1);
    const std::optional<double> peak = audio::peak_Hz(spectrum);
    if (!popped || !peak || spectrum.step_Hz <= 0) return;
    const auto level = [&](double Hz) {
        const double place = Hz / spectrum.step_Hz;
        const auto i = std::min(std::size_t(place), spectrum.level_dB.size() - 2);
        return std::lerp(double(spectrum.level_dB[i]), double(spectrum.level_dB[i + 1]),
                         std::clamp(place - double(i), 0.0, 1.0));
    };
    const double top_dB = level(*peak);
    const auto y_of = [&](double dB) {
        return plot.y + plot.height * float(std::clamp((dB - top_dB) / quietest_dB, 0.0, 1.0));
    };
    std::vector<ImVec2> points;
    constexpr int steps = 300;
    for (int i = 0; i <= steps; ++i) {
        const double Hz = lowest_Hz * std::pow(highest_Hz / lowest_Hz, double(i) / steps);
        points.push_back({x_of(Hz), y_of(level(Hz))});
    }
    draw->AddPolyline(points.data(), int(points.size()), palette::now().sound, 0, px(2));
    const ImVec2 dot{x_of(std::clamp(*peak, lowest_Hz, highest_Hz)), y_of(top_dB)};
    draw->AddCircleFilled(dot, px(4), palette::now().sound);
    small_text({dot.x, dot.y - line - px(5)}, palette::now().sound,
               say("window.sound.this_pop", {{"Hz", language::number(*peak, 0)}}), 0.5f);
}

void explanations(Session& session) {
    using enum timeline::SoundExplanation;
    const bool forms = session.explanation == inception;
    if (button(say("window.sound.forms"), forms) && !forms) swap_explanation(session);
    tooltip(say("keys.time.explanation"), "keys.time.explanation");
    ImGui::SameLine(0, px(4));
    if (button(say("window.sound.collapses"), !forms) && forms) swap_explanation(session);
    tooltip(say("keys.time.explanation"), "keys.time.explanation");
    fine_print(forms ? say("window.sound.forms_hint") : say("window.sound.collapses_hint"));
}

void listen(Session& session) {
    const Heard& sound = heard(session);
    if (button(say("window.sound.play"))) play_sound(session);
    tooltip(say("keys.time.hear"), "keys.time.hear");
    ImGui::SameLine(0, px(4));
    const double slowness = slowness_of_picture(session);
    const std::string slowed = say("window.sound.play_slowed", {{"times", timeline::told(slowness)}});
    if (button(slowed.c_str())) play_slowed(session);
    tooltip(say("window.sound.play_slowed_hint"), "keys.time.hear_slowed");
    const std::string ring =
        session.explanation == timeline::SoundExplanation::inception
            ? say("window.sound.cavity_alone", {{"dB", timeline::told(session.trace.outcome.peak_sound_dB)}})
            : say("window.sound.ringing");
    fine_print(say("window.sound.peak",
                   {{"dB", timeline::told(20 * std::log10(sound.sound.peak_Pa / 20e-6))}, {"ring", ring}}));
}

} // namespace

void sound_view(Session& session, const Area& area, const Area& beside_close_up) {
    if (!session.sound_open || session.trace.samples.empty()) return;
    const float top = px(44), edge = px(12), pad = px(16);
    // In a low window the two plots stand side by side, over what is there.
    const bool low = area.height < px(520);
    const Area& room = low ? area : beside_close_up;
    const float width =
        low ? std::min(px(760), room.width - 2 * edge) : std::clamp(room.width - 2 * edge, px(400), px(470));
    const float left = low ? room.x + room.width - edge - width : room.x + edge;
    ImGui::SetNextWindowPos({left, room.y + (low ? edge / 2 : top)});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, room.height - (low ? edge : top + edge)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {pad, px(12)});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, palette::now().raised);
    ImGui::Begin("##sound-view", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    heading(say("window.sound.title"));
    ImGui::SameLine(width - pad - ImGui::CalcTextSize(say("window.close")).x - px(10));
    if (link(say("window.close"))) toggle_sound_view(session);
    explanations(session);
    const bool popped = session.trace.outcome.popped;
    if (!popped) body(say("window.sound.silent"));
    const float whole = width - 2 * pad, each = low ? whole / 2 : whole;
    ImGui::PushFont(type().small);
    waveform(heard(session).sound, session.trace.outcome.time_of_pop_s, each);
    if (low)
        ImGui::SameLine(0, 0);
    else
        space(2);
    spectrum(heard(session).spectrum, popped, each);
    ImGui::PopFont();
    if (popped) listen(session);
    ImGui::End();
}

} // namespace spinescope::app
