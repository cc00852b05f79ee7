#include "app/quiz/quizzing.hpp"

#include "app/session.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <chrono>

namespace spinescope::app {

// show_question.cpp
void show_question(Session& session);
void show_answer(Session& session, bool plays);

using language::say;

namespace {

/// The scenarios of a set, as a lesson that needs them solved.
Lesson needs_of(const QuizSet& set) {
    Lesson lesson;
    for (const QuizQuestion& question : set.questions)
        if (!question.scenario.empty()) {
            lesson.steps.emplace_back();
            lesson.steps.back().scenario = question.scenario;
        }
    return lesson;
}

void show(Session& session) {
    try {
        show_question(session);
    } catch (const std::exception& failure) { // the words stand, and the quiz goes on
        report(session, failure);
    }
}

void restore(Session& session, const Quizzing::Before& before) {
    session.tried = before.tried;
    if (!before.trace.samples.empty() && session.trace.scenario != before.trace.scenario)
        take_trace(session, before.trace);
    open_mode(session, before.mode);
    go_to_view(session, before.view);
    session.playback = before.playback;
    if (before.lesson) open_lesson(session, *before.lesson, before.step);
}

} // namespace

const Asked* shown_question(const Quizzing& quizzing) {
    if (!quizzes(quizzing)) return nullptr;
    if (quizzing.at < quizzing.quiz->asked.size()) return &quizzing.quiz->asked[quizzing.at];
    return quizzing.looked ? &quizzing.quiz->asked[*quizzing.looked] : nullptr;
}

std::uint64_t any_seed() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::uint64_t(std::chrono::duration_cast<std::chrono::milliseconds>(now).count()) % 9999 + 1;
}

void choose_quiz(Session& session) {
    Quizzing& quizzing = session.quizzing;
    if (!session.whole_spine) {
        session.notice = say("quiz.needs_spine");
        return;
    }
    if (quizzes(quizzing)) return leave_quiz(session);
    quizzing.choosing = !quizzing.choosing;
    session.teaching.choosing = false;
    session.log(quizzing.choosing ? "quizzes" : "quizzes put away");
    if (!quizzing.choosing) return;
    std::vector<std::string> trouble;
    quizzing.sets = load_quizzes(trouble);
    for (const std::string& words : trouble) session.notice += (session.notice.empty() ? "" : "\n") + words;
    if (quizzing.sets.empty() && session.notice.empty()) session.notice = say("quiz.none");
    quizzing.card = std::min(quizzing.card, quizzing.sets.empty() ? 0 : quizzing.sets.size() - 1);
}

void open_quiz(Session& session, const std::string& set, std::uint64_t seed) {
    Quizzing& quizzing = session.quizzing;
    quizzing.choosing = session.teaching.choosing = false;
    if (session.reading.valid()) {
        quizzing.awaited = {.set = set, .seed = seed};
        return;
    }
    QuizSet loaded = load_quiz(set);
    check_quiz(loaded, session.stage.model, session.guidance.citation, set);
    Quiz quiz = make_quiz(std::move(loaded), session.stage.model, seed);
    quiz.set.name = quiz.set.name.empty() ? set : quiz.set.name;
    if (!quizzing.before) {
        const Teaching& teaching = session.teaching;
        const std::optional<Lesson> lesson = teaching.lesson;
        const std::size_t step = teaching.step;
        if (lesson) leave_lesson(session);
        quizzing.before = {.view = view_now(session, ""),
                           .mode = session.mode,
                           .tried = session.tried,
                           .trace = session.trace,
                           .playback = session.playback,
                           .lesson = lesson,
                           .step = step};
        quizzing.before->playback.playing = false;
    }
    quizzing.solutions->prepare(needs_of(quiz.set));
    quizzing.quiz = std::move(quiz);
    quizzing.at = 0;
    quizzing.saved.clear();
    session.log("quiz " + set + " " + std::to_string(seed));
    show(session);
}

void give(Session& session, std::size_t choice) {
    Quizzing& quizzing = session.quizzing;
    if (!asks(quizzing) || quizzing.awaiting) return;
    const Asked& asked = quizzing.quiz->asked[quizzing.at];
    if (choice >= asked.choices.size()) return;
    quizzing.given = choice;
    const bool right = choice == asked.right;
    answer(*quizzing.quiz, right, told_choice(*quizzing.quiz, asked, choice, session.stage.model),
           quizzing.since_asked.seconds());
    quizzing.told = true;
    quizzing.marked.reset();
    session.log(right ? "right" : "wrong");
    show_answer(session, true);
}

void give_structure(Session& session, std::optional<std::size_t> structure) {
    Quizzing& quizzing = session.quizzing;
    if (!asks(quizzing) || !structure) return;
    const Asked& asked = quizzing.quiz->asked[quizzing.at];
    if (question_of(*quizzing.quiz, asked).kind != QuestionKind::find) return;
    const scene::Structure& clicked = session.stage.model.structures[*structure];
    const auto found = std::ranges::find(asked.choices, clicked.id);
    if (found != asked.choices.end()) return give(session, std::size_t(found - asked.choices.begin()));
    const std::string& name = clicked.description.name;
    answer(*quizzing.quiz, false, name.empty() ? clicked.id : name, quizzing.since_asked.seconds());
    quizzing.given.reset();
    quizzing.told = true;
    quizzing.marked.reset();
    session.log("wrong");
    show_answer(session, true);
    quizzing.wrong = structure;
}

void mark(Session& session, int direction) {
    Quizzing& quizzing = session.quizzing;
    if (!quizzes(quizzing)) return;
    if (quizzing.at >= quizzing.quiz->asked.size()) { // the score: through what was missed
        const std::vector<std::size_t> places = missed(*quizzing.quiz);
        if (places.empty()) return;
        const auto here = quizzing.looked ? std::ranges::find(places, *quizzing.looked) : places.end();
        const int count = int(places.size());
        const int place = here == places.end() ? (direction > 0 ? 0 : count - 1)
                                               : (int(here - places.begin()) + direction + count) % count;
        return look_again(session, places[std::size_t(place)]);
    }
    if (quizzing.told) return;
    const Asked& asked = quizzing.quiz->asked[quizzing.at];
    const int count = int(asked.choices.size());
    const int place = quizzing.marked ? (int(*quizzing.marked) + direction + count) % count
                                      : (direction > 0 ? 0 : count - 1);
    quizzing.marked = std::size_t(place);
    if (question_of(*quizzing.quiz, asked).kind == QuestionKind::find)
        session.selected = session.stage.model.find(asked.choices[*quizzing.marked]);
}

void next_question(Session& session) {
    Quizzing& quizzing = session.quizzing;
    if (!quizzes(quizzing) || !quizzing.told || quizzing.at >= quizzing.quiz->asked.size()) return;
    ++quizzing.at;
    quizzing.looked.reset();
    if (quizzing.at < quizzing.quiz->asked.size()) return show(session);
    session.playback.playing = false;
    const std::string words = "score " + std::to_string(score(*quizzing.quiz)) + " of " +
                              std::to_string(quizzing.quiz->asked.size());
    session.log(words);
}

void look_again(Session& session, std::size_t place) {
    Quizzing& quizzing = session.quizzing;
    if (!quizzes(quizzing) || place >= quizzing.quiz->given.size()) return;
    quizzing.looked = place;
    show(session);
    quizzing.told = true;
    show_answer(session, true);
    session.log("looked again");
}

void to_lesson(Session& session, std::size_t place) {
    const Quiz quiz = *session.quizzing.quiz;
    const std::string step = question_of(quiz, quiz.asked[place]).step;
    Lesson lesson = load_lesson(quiz.set.lesson);
    const auto found = std::ranges::find(lesson.steps, step, &LessonStep::id);
    const std::size_t at = found == lesson.steps.end() ? 0 : std::size_t(found - lesson.steps.begin());
    leave_quiz(session);
    open_lesson(session, std::move(lesson), at);
}

void save_results(Session& session) {
    Quizzing& quizzing = session.quizzing;
    if (!quizzes(quizzing) || quizzing.quiz->given.empty()) return;
    try {
        const std::filesystem::path file = results_file(*quizzing.quiz);
        files::write_whole(file, results_csv(*quizzing.quiz, session.stage.model, quizzing.pupil.data()));
        quizzing.saved = file.string();
        session.log("results in " + quizzing.saved);
    } catch (const std::exception& failure) {
        report(session, failure);
    }
}

void leave_quiz(Session& session) {
    Quizzing& quizzing = session.quizzing;
    if (!quizzes(quizzing)) return;
    quizzing.quiz.reset();
    quizzing.highlighted.clear();
    quizzing.right.reset();
    quizzing.wrong.reset();
    quizzing.told = false;
    quizzing.pupil = {}; // the next one at this desk is another
    select(session, std::nullopt);
    session.playback.playing = false;
    if (quizzing.before) {
        const Quizzing::Before before = std::move(*quizzing.before);
        quizzing.before.reset();
        try {
            restore(session, before);
        } catch (const std::exception& failure) {
            report(session, failure);
        }
    }
    session.log("quiz left");
}

bool pass_time_in_quiz(Session& session) {
    Quizzing& quizzing = session.quizzing;
    try {
        if (quizzing.awaited && !session.reading.valid()) {
            const Quizzing::Wish wish = *quizzing.awaited;
            quizzing.awaited.reset();
            open_quiz(session, wish.set, wish.seed);
        }
        if (!quizzes(quizzing)) return false;
        if (session.playback.playing && session.playback.position >= quizzing.plays_until)
            session.playback.playing = false;
        quizzing.solutions->take();
        if (const Asked* asked = shown_question(quizzing); asked != nullptr && quizzing.awaiting)
            if (quizzing.solutions->trace(question_of(*quizzing.quiz, *asked).scenario)) show(session);
    } catch (const std::exception& failure) {
        report(session, failure);
    }
    return quizzing.solutions->busy();
}

} // namespace spinescope::app
