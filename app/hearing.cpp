// The pop as sound.
#include "app/session.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace spinescope::app {

void toggle_sound_view(Session& session) {
    if (session.mode != Mode::pop || session.trace.samples.empty()) return;
    session.sound_open = !session.sound_open;
    session.log(session.sound_open ? "sound on screen" : "sound closed");
}

const Heard& heard(Session& session) {
    Heard& heard = session.heard;
    if (heard.of == session.trace_version && heard.explanation == session.explanation) return heard;
    heard.of = session.trace_version;
    heard.explanation = session.explanation;
    heard.sound = timeline::sound_of(session.trace, session.explanation);
    heard.spectrum = audio::spectrum({.rate_Hz = heard.sound.rate_Hz, .samples = heard.sound.samples});
    return heard;
}

namespace {

const char* words_for(audio::Silence silence) {
    switch (silence) {
    case audio::Silence::none:
        break;
    case audio::Silence::no_device:
        return "window.notice.silent.no_device";
    case audio::Silence::unusable_device:
        return "window.notice.silent.unusable_device";
    case audio::Silence::busy_device:
        return "window.notice.silent.busy_device";
    case audio::Silence::refused:
        return "window.notice.silent.refused";
    }
    return nullptr;
}

} // namespace

void swap_explanation(Session& session) {
    using enum timeline::SoundExplanation;
    session.explanation = session.explanation == inception ? partial_collapse : inception;
    session.log(session.explanation == inception ? "sound by inception" : "sound by partial collapse");
}

void play(Session& session, const timeline::Sound& sound) {
    const double long_s = double(sound.samples.size()) / sound.rate_Hz;
    session.caption = {long_s > 1 ? language::say("teach.caption.slowed")
                                  : language::say("teach.caption.crack"),
                       long_s + Caption::stays_s};
    if (!session.player) session.player = std::make_unique<audio::Player>();
    session.player->play({.rate_Hz = sound.rate_Hz, .samples = sound.samples});
    if (const char* why = words_for(session.player->silence())) session.notice = language::say(why);
}

void play_sound(Session& session) {
    if (!session.trace.outcome.popped) return;
    play(session, heard(session).sound);
    session.log("pop heard");
}

double slowness_of_picture(const Session& session) {
    if (!session.trace.outcome.time_of_pop_s) return 1;
    // Over the first milliseconds of the cavity, in which the sound arises.
    const double pop_s = *session.trace.outcome.time_of_pop_s, sounding_s = 0.01;
    const double from = timeline::ruler_position(session.trace, pop_s),
                 to = timeline::ruler_position(session.trace, pop_s + sounding_s);
    const double viewer_s = (to - from) * Playback::whole_ruler_s / session.playback.speed;
    return std::clamp(viewer_s / sounding_s, 1.0, 10000.0);
}

void play_slowed(Session& session) {
    if (!session.trace.outcome.popped) return;
    session.slowing.wish({heard(session).sound, slowness_of_picture(session)});
    session.log("slowing the sound");
}

} // namespace spinescope::app
