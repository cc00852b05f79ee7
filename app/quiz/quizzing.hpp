#pragma once

#include "app/lessons/solutions.hpp"
#include "app/playback.hpp"
#include "app/quiz/quiz.hpp"
#include "app/saved_view.hpp"
#include "app/session_mode.hpp"
#include "app/stopwatch.hpp"
#include "timeline/scenario.hpp"

#include <array>
#include <memory>
#include <optional>

namespace spinescope::app {

struct Session;

/// A quiz on its way through the window.
struct Quizzing {
    bool choosing = false;     ///< the sets are laid out to choose from
    std::vector<QuizSet> sets; ///< read when first asked for
    std::size_t card = 0;      ///< the one that the keys are at

    std::optional<Quiz> quiz;          ///< the one that runs; empty: none
    std::size_t at = 0;                ///< the question that stands; behind the last: the score
    bool told = false;                 ///< it is answered, and the right answer stands
    Stopwatch since_asked;             ///< since it could be answered
    std::optional<std::size_t> marked; ///< of its choices, by the keys
    std::optional<std::size_t> given;  ///< of its choices; empty: something else was clicked
    std::optional<std::size_t> looked; ///< on the score: the missed question that shows

    // of the question that shows
    std::vector<std::size_t> highlighted;    ///< structures
    std::optional<std::size_t> right, wrong; ///< structures, as far as they are told
    bool awaiting = false;                   ///< its simulation is not there yet
    double plays_until = 0;                  ///< on the ruler, once it is answered
    float aimed_width = 0, aimed_height = 0; ///< the scene's size that it was aimed for
    std::unique_ptr<Solutions> solutions = std::make_unique<Solutions>();

    std::array<char, 64> pupil{}; ///< a name, if the person wishes
    std::string saved;            ///< where the results are; empty: not saved

    struct Wish {
        std::string set;
        std::uint64_t seed = 0;
    };
    std::optional<Wish> awaited; ///< opened when the whole spine is there

    /// What was on screen before, which comes back in the end.
    struct Before {
        SavedView view;
        Mode mode = Mode::explore;
        timeline::Scenario tried;
        timeline::Trace trace;
        Playback playback;
        std::optional<Lesson> lesson;
        std::size_t step = 0;
    };
    std::optional<Before> before;
};

[[nodiscard]] inline bool quizzes(const Quizzing& quizzing) {
    return quizzing.quiz.has_value();
}
/// Whether a question stands that is not answered yet: nothing may tell names now.
[[nodiscard]] inline bool asks(const Quizzing& quizzing) {
    return quizzes(quizzing) && !quizzing.told && quizzing.at < quizzing.quiz->asked.size();
}
/// The question that shows; null on the score.
[[nodiscard]] const Asked* shown_question(const Quizzing& quizzing);

/// The sets to choose from, laid out or put away; a quiz that runs is left.
void choose_quiz(Session& session);
void open_quiz(Session& session, const std::string& set, std::uint64_t seed);
/// A number for a quiz that was not asked for by one.
[[nodiscard]] std::uint64_t any_seed();
/// Answers with a choice, or, finding, with the structure that was clicked (none: the background, which is no
/// answer).
void give(Session& session, std::size_t choice);
void give_structure(Session& session, std::optional<std::size_t> structure);
/// The keys' mark: one on (+1) or back (-1), round and round.
void mark(Session& session, int direction);
/// On to the next question, and in the end to the score.
void next_question(Session& session);
/// On the score: shows a missed question again, with its answer.
void look_again(Session& session, std::size_t place);
/// Leaves the quiz for the step of the lesson that teaches it.
void to_lesson(Session& session, std::size_t place);
/// Writes the results, whole or not at all, and tells where.
void save_results(Session& session);
/// Ends the quiz; what was on screen before comes back.
void leave_quiz(Session& session);
/// From where the question is looked at, for the scene's present size.
void aim_question(Session& session);

/// Counts the seconds, stops what plays, takes what was solved. Whether anything is being worked out.
bool pass_time_in_quiz(Session& session);

} // namespace spinescope::app
