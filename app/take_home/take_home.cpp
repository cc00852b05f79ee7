#include "app/take_home/take_home.hpp"

#include "app/take_home/clip.hpp"
#include "app/take_home/destination.hpp"
#include "app/take_home/handout.hpp"
#include "app/take_home/motion.hpp"
#include "app/take_home/picture.hpp"
#include "app/take_home/tissue_colours.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"
#include "scene/export_model.hpp"

#include <algorithm>

namespace spinescope::app {

namespace {

using language::say;

/// "spinescope-healthy-pop": after what is on screen.
std::string name_now(const Session& session) {
    const std::string begin = "spinescope-";
    if (teaches(session.teaching) && !session.teaching.paused)
        return begin + session.teaching.lesson->name + "-" + std::to_string(session.teaching.step + 1);
    if (session.mode == Mode::pop && !session.trace.samples.empty()) return begin + session.trace.scenario;
    if (session.mode == Mode::strain && has_course(session.strain)) return begin + session.strain.tried.name;
    if (session.mode == Mode::safer && session.exercise.performance)
        return begin + session.exercise.performance->exercise.name;
    return begin + "spine";
}

/// Does it; what goes wrong is told and stops nothing.
template <typename Act>
void trying_to(Session& session, Act act) {
    try {
        act();
    } catch (const std::exception& failure) {
        report(session, failure);
    }
}

void tell_saved(Session& session, const std::filesystem::path& file) {
    session.take_home.open = false;
    session.notice = say("take_home.saved", {{"file", file.string()}});
    session.log("saved " + file.string());
}

/// What shows, as structures of the model.
std::vector<std::size_t> shown_now(const Session& session) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < session.visibility.size(); ++i)
        if (session.visibility[i] != scene::Showing::hidden &&
            !session.stage.model.structures[i].mesh.indices.empty())
            shown.push_back(i);
    return shown;
}

} // namespace

void choose_take_home(Session& session) {
    TakeHome& wish = session.take_home;
    wish.open = !wish.open;
    session.log(wish.open ? "take home" : "take home closed");
    if (!wish.open) return;
    if (session.teaching.lessons.empty()) {
        std::vector<std::string> trouble;
        session.teaching.lessons = load_lessons(trouble);
        if (!trouble.empty()) session.notice = trouble.front();
    }
    const auto& lessons = session.teaching.lessons;
    const auto last = std::ranges::find(lessons, session.teaching.last, &Lesson::name);
    if (last != lessons.end()) wish.lesson = std::size_t(last - lessons.begin());
}

void save_picture(Session& session) {
    trying_to(session, [&] {
        const TakeHome& wish = session.take_home;
        const auto [width, height] = TakeHome::picture_sizes.at(wish.picture_size);
        const std::filesystem::path file = new_file(name_now(session), ".png");
        files::write_whole(file, render::png(take_picture(session, {.width = width,
                                                                    .height = height,
                                                                    .transparent = wish.transparent,
                                                                    .caption = wish.caption})));
        tell_saved(session, file);
    });
}

void make_clip(Session& session) {
    trying_to(session, [&] {
        const TakeHome& wish = session.take_home;
        const auto [width, height] = TakeHome::clip_sizes.at(wish.clip_size);
        session.making =
            begin_clip(session, {.file = new_file(name_now(session), TakeHome::clip_kinds.at(wish.clip_kind)),
                                 .width = width,
                                 .height = height,
                                 .seconds = double(TakeHome::clip_seconds.at(wish.clip_length)),
                                 .sound = wish.sound});
        session.take_home.open = false;
        session.log("making a clip");
    });
}

void make_handout(Session& session) {
    trying_to(session, [&] {
        const Lesson lesson = session.teaching.lessons.at(session.take_home.lesson);
        session.take_home.open = false;
        session.making = begin_handout(session, lesson, new_file("spinescope-" + lesson.name, ".pdf"));
        session.log("making a handout");
    });
}

void save_model(Session& session) {
    trying_to(session, [&] {
        const std::filesystem::path file = new_file(name_now(session), ".glb");
        Look as_it_stands = session.look;
        as_it_stands.explode = 0;
        const scene::TissueColours colours = tissue_colours();
        scene::export_file(scene::posed(session.stage.model, posture(session.stage, as_it_stands)),
                           shown_now(session), file, &colours);
        tell_saved(session, file);
    });
}

bool has_motion(const Session& session) {
    return (session.mode == Mode::safer && session.exercise.performance) ||
           (session.mode == Mode::pop && !session.trace.samples.empty());
}

void save_motion(Session& session) {
    if (!has_motion(session)) return;
    trying_to(session, [&] {
        const std::filesystem::path file = new_file(name_now(session) + "-moving", ".glb");
        const double seconds = TakeHome::clip_seconds.at(session.take_home.clip_length);
        scene::export_motion(session.stage.model, shown_now(session),
                             session.mode == Mode::safer
                                 ? motion_of(spine_in_use(), *session.exercise.performance)
                                 : motion_of(session.trace, session.stage.joints, seconds),
                             file, tissue_colours());
        tell_saved(session, file);
    });
}

void carry_on(Session& session) {
    if (!session.making) return;
    try {
        if (session.making->go_on()) return;
        const std::string told = session.making->told();
        session.making.reset();
        session.notice = told;
        session.log("made: " + told);
    } catch (const std::exception& failure) {
        session.making.reset();
        report(session, failure);
    }
}

void stop_making(Session& session) {
    session.making.reset();
    session.notice = say("take_home.stopped");
    session.log("stopped making");
}

} // namespace spinescope::app
