#include "app/take_home/clip.hpp"

#include "app/take_home/film.hpp"
#include "app/take_home/frame.hpp"
#include "app/window/offscreen_interface.hpp"
#include "language/language.hpp"
#include "timeline/sound.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::app {

namespace {

using language::say;

/// Where in the film the pop is heard, 0 to 1; nothing where there is none.
std::optional<double> place_of_pop(const Session& session) {
    const auto& pop = session.trace.outcome.time_of_pop_s;
    if (session.mode != Mode::pop || !pop) return std::nullopt;
    return timeline::ruler_position(session.trace, *pop);
}

timeline::Sound wanted_sound(Session& session, ClipSound kind) {
    const timeline::Sound& heard_now = heard(session).sound;
    const double slowness = slowness_of_picture(session);
    return kind == ClipSound::slowed && slowness > 1 ? timeline::slowed(heard_now, slowness) : heard_now;
}

/// The film's sound from its first picture to its last: still, but for the pop. A sound's loudest instant is
/// where the film has the pop.
audio::Clip sound_track(Session& session, const ClipWish& wish, std::optional<double> pop) {
    if (wish.sound == ClipSound::none || !pop) return {};
    const timeline::Sound sound = wanted_sound(session, wish.sound);
    audio::Clip track{.rate_Hz = sound.rate_Hz, .samples = {}};
    track.samples.resize(std::size_t(wish.seconds * sound.rate_Hz));
    const double lead_s = (*session.trace.outcome.time_of_pop_s - sound.begin_s) * sound.slowness;
    const auto first = std::llround((*pop * wish.seconds - lead_s) * sound.rate_Hz);
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        const auto at = first + std::ptrdiff_t(i);
        if (at >= 0 && std::size_t(at) < track.samples.size())
            track.samples[std::size_t(at)] = sound.samples[i];
    }
    return track;
}

class Clip : public Making {
public:
    Clip(Session& session, const ClipWish& wish)
        : session_(session), wish_(wish), before_(session), pop_(place_of_pop(session)),
          drawing_(wish.width, wish.height, float(wish.height) / 640),
          frames_(std::max(1, int(std::lround(wish.seconds * wish.frames_per_s)))) {
        session.playback.speed = session.strain.playback.speed = Playback::whole_ruler_s / wish.seconds;
        session.playback.playing = session.strain.playback.playing = session.exercise.playing = false;
        session.caption = {};
        session.shot = Session::Shot::film;
        if (session.flight) session.camera = session.flight->to;
        session.flight.reset();
        film_ = begin_film(wish.file, {.width = wish.width,
                                       .height = wish.height,
                                       .frames_per_s = wish.frames_per_s,
                                       .sound = sound_track(session, wish, pop_)});
    }
    ~Clip() override { before_.put_back(session_); }

    bool go_on() override {
        if (frame_ == frames_) {
            lies_ = film_->finish();
            return false;
        }
        put_at(frames_ > 1 ? double(frame_) / (frames_ - 1) : 0);
        film_->add(drawing_.picture([&] { draw_frame(session_, float(wish_.width), float(wish_.height)); },
                                    frame_ == 0 ? 2 : 1));
        ++frame_;
        return true;
    }
    [[nodiscard]] double share() const override { return double(frame_) / frames_; }
    [[nodiscard]] std::string told() const override {
        const bool loose = lies_ != wish_.file;
        return say(loose && !wish_.file.extension().empty() ? "take_home.clip.saved_pictures"
                                                            : "take_home.saved",
                   {{"file", lies_.string()}});
    }

private:
    /// What the film moves, as it was.
    struct Before {
        explicit Before(const Session& s)
            : camera(s.camera), playback(s.playback), strain(s.strain.playback),
              exercise_s(s.exercise.time_s), exercise_playing(s.exercise.playing) {}
        void put_back(Session& s) const {
            s.camera = camera;
            s.playback = playback;
            s.strain.playback = strain;
            s.exercise.time_s = exercise_s;
            s.exercise.playing = exercise_playing;
            s.caption = {};
            s.shot = Session::Shot::none;
            pose_exercise(s);
        }
        scene::Camera camera;
        Playback playback, strain;
        double exercise_s;
        bool exercise_playing;
    };

    void put_at(double share) {
        const double step_s = 1.0 / wish_.frames_per_s;
        switch (session_.mode) {
        case Mode::explore:
            session_.camera.azimuth_deg = before_.camera.azimuth_deg + float(360 * share);
            break;
        case Mode::pop:
            session_.playback.position = share;
            break;
        case Mode::strain:
            session_.strain.playback.position = share;
            break;
        case Mode::safer:
            session_.exercise.time_s = share * wish_.seconds;
            pose_exercise(session_);
            break;
        }
        (void)pass_time(session_, step_s);
        if (pop_ && !cracked_ && share >= *pop_) {
            cracked_ = true;
            session_.caption = {
                say(wish_.sound == ClipSound::slowed ? "teach.caption.slowed" : "teach.caption.crack"),
                Caption::stays_s};
        }
    }

    Session& session_;
    ClipWish wish_;
    Before before_;
    std::optional<double> pop_;
    OffscreenInterface drawing_;
    std::unique_ptr<Film> film_;
    std::filesystem::path lies_;
    int frames_, frame_ = 0;
    bool cracked_ = false;
};

} // namespace

std::unique_ptr<Making> begin_clip(Session& session, const ClipWish& wish) {
    return std::make_unique<Clip>(session, wish);
}

} // namespace spinescope::app
