#include "app/commands/commands.hpp"
#include "app/commands/scenario_settings.hpp"
#include "audio/player.hpp"
#include "audio/spectrum.hpp"
#include "files/staged_file.hpp"
#include "timeline/sound.hpp"

#include <cmath>
#include <cstdio>

namespace spinescope::app {

namespace {

constexpr double hearing_threshold_Pa = 20e-6;

std::string report(const timeline::Sound& sound, const audio::Spectrum& spectrum) {
    std::string text;
    const auto row = [&](const char* name, const char* format, double value) {
        char line[128];
        std::snprintf(line, sizeof line, format, name, value);
        text += line;
    };
    row("length", "%-14s %.4g s\n", double(sound.samples.size()) / sound.rate_Hz);
    if (sound.peak_Pa > 0)
        row("peak", "%-14s %.1f dB (re 20 uPa at 0.5 m, an upper bound)\n",
            20 * std::log10(sound.peak_Pa / hearing_threshold_Pa));
    else
        text += "peak           silence\n";
    if (const auto peak = audio::peak_Hz(spectrum)) row("spectral peak", "%-14s %.0f Hz\n", *peak);
    return text;
}

} // namespace

void sound_command(const SoundOptions& options) {
    timeline::Scenario scenario = timeline::load_scenario(options.scenario);
    apply(scenario, options.settings);
    if (options.output != "-") files::StagedFile checked(options.output);
    const auto explanation = options.explanation == "inception"
                                 ? timeline::SoundExplanation::inception
                                 : timeline::SoundExplanation::partial_collapse;
    timeline::Sound sound = timeline::sound_of(timeline::solve(scenario), explanation);
    if (options.slow > 1) sound = timeline::slowed(sound, options.slow);
    const audio::Clip clip{.rate_Hz = sound.rate_Hz, .samples = sound.samples};
    if (options.output == "-") return print(audio::wav(clip));
    files::write_whole(options.output, audio::wav(clip));
    print(report(sound, audio::spectrum(clip)));
}

} // namespace spinescope::app
