#include "app/take_home/handout.hpp"
#include "app/sources.hpp"

#include "app/take_home/frame.hpp"
#include "app/take_home/handout_page.hpp"
#include "app/window/offscreen_interface.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace spinescope::app {

namespace {

using language::say;

constexpr int shot_width = 1240, shot_height = 800; // 375 dots an inch in their place on the page
constexpr float letters = 1.9f;                     // names in a picture, read on paper

/// The words around the steps.
Handout about(const Session& session, const Lesson& lesson) {
    const Professional& professional = session.guidance.professional;
    Handout handout{.title = title_of(lesson), .summary = summary_of(lesson), .steps = {}, .sources = {}};
    handout.advice_head = professional.title.str();
    handout.advice = professional.gist.str() + " " + professional.disclaimer.str();
    handout.made_with = say("take_home.handout.made_with", {{"version", SPINESCOPE_VERSION}});
    handout.answers_head = say("take_home.handout.answers");
    handout.sources_head = say("take_home.handout.sources");
    handout.page_of = say("take_home.handout.page");
    return handout;
}

class HandoutMaking : public Making {
public:
    HandoutMaking(Session& session, Lesson lesson, const std::filesystem::path& file)
        : session_(session), lesson_(std::move(lesson)), before_(session), file_(file),
          handout_(about(session, lesson_)), drawing_(shot_width, shot_height, letters) {
        const files::StagedFile checked(file); // a place that cannot be written is told before the work
        if (teaches(session.teaching)) leave_lesson(session);
        session.shot = Session::Shot::still;
        session.theme = render::Theme::light;
        session.preferences.reduced_motion = true; // every picture stands at its step's end
        session.teaching.solutions->prepare(lesson_);
    }
    ~HandoutMaking() override {
        if (teaches(session_.teaching)) leave_lesson(session_);
        before_.put_back(session_);
        if (before_.lesson) open_lesson(session_, *before_.lesson, before_.step);
    }

    bool go_on() override {
        const std::size_t at = handout_.steps.size();
        if (at == 0) session_.teaching.solutions->finish();
        if (at == lesson_.steps.size()) {
            files::write_whole(file_, pdf(handout_));
            return false;
        }
        handout_.steps.push_back(step(at));
        return true;
    }
    [[nodiscard]] double share() const override {
        return double(handout_.steps.size()) / double(lesson_.steps.size() + 1);
    }
    [[nodiscard]] std::string told() const override {
        return say("take_home.saved", {{"file", file_.string()}});
    }

private:
    /// How the person likes it, which the pictures do not follow.
    struct Before {
        explicit Before(const Session& s)
            : camera(s.flight ? s.flight->to : s.camera), lesson(s.teaching.lesson), step(s.teaching.step),
              theme(s.theme), reduced_motion(s.preferences.reduced_motion), last(s.teaching.last),
              last_step(s.teaching.last_step) {}
        void put_back(Session& s) const {
            s.camera = camera;
            s.flight.reset();
            s.shot = Session::Shot::none;
            s.theme = theme;
            s.preferences.reduced_motion = reduced_motion;
            s.teaching.last = last;
            s.teaching.last_step = last_step;
        }
        scene::Camera camera;
        std::optional<Lesson> lesson; ///< that was open
        std::size_t step;
        render::Theme theme;
        bool reduced_motion;
        std::string last;
        std::size_t last_step;
    };

    HandoutStep step(std::size_t at) {
        const LessonStep& step = lesson_.steps[at];
        session_.viewport_width = shot_width;
        session_.viewport_height = shot_height;
        open_lesson(session_, lesson_, at);
        session_.teaching.paused = false;
        aim_step(session_);
        (void)pass_time(session_, Flight::duration_s);
        session_.playback.playing = session_.strain.playback.playing = session_.exercise.playing = false;
        const auto draw = [&] { draw_bare_frame(session_, shot_width, shot_height); };
        HandoutStep set{.picture = drawing_.picture(draw, 2),
                        .title = title_of(lesson_, step),
                        .text = text_of(lesson_, step),
                        .question = question_of(lesson_, step),
                        .answer = answer_of(lesson_, step),
                        .sources = {}};
        for (const std::string& key : step.sources) set.sources.push_back(place_of(key));
        return set;
    }

    /// A source's place in the list, at the end of which it is put when it is new.
    std::size_t place_of(const std::string& key) {
        const std::string citation = cited(session_.guidance.citation, key);
        std::vector<std::string>& all = handout_.sources;
        const auto known = std::ranges::find(all, citation);
        const auto place = std::size_t(known - all.begin());
        if (known == all.end()) all.push_back(citation);
        return place;
    }

    Session& session_;
    Lesson lesson_;
    Before before_;
    std::filesystem::path file_;
    Handout handout_;
    OffscreenInterface drawing_;
};

} // namespace

std::unique_ptr<Making> begin_handout(Session& session, const Lesson& lesson,
                                      const std::filesystem::path& file) {
    return std::make_unique<HandoutMaking>(session, lesson, file);
}

} // namespace spinescope::app
