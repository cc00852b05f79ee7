#include "app/lessons/lesson.hpp"
#include "language/language.hpp"

namespace spinescope::app {

namespace {

/// A person's own words, or those that the language has for this place; empty when there are none.
std::string words(const std::string& own, const std::string& key) {
    return !own.empty() ? own : language::has(key) ? language::say(key) : "";
}

std::string place(const Lesson& lesson, const LessonStep& step, const char* which) {
    return "lessons." + lesson.name + "." + step.id + "." + which;
}

} // namespace

std::string title_of(const Lesson& lesson) {
    const std::string title = words(lesson.title, "lessons." + lesson.name + ".title");
    return title.empty() ? lesson.name : title;
}

std::string summary_of(const Lesson& lesson) {
    return words(lesson.summary, "lessons." + lesson.name + ".summary");
}

std::string title_of(const Lesson& lesson, const LessonStep& step) {
    return words(step.title, place(lesson, step, "title"));
}

std::string text_of(const Lesson& lesson, const LessonStep& step) {
    return words(step.text, place(lesson, step, "text"));
}

std::string question_of(const Lesson& lesson, const LessonStep& step) {
    return words(step.question, place(lesson, step, "question"));
}

std::string answer_of(const Lesson& lesson, const LessonStep& step) {
    return words(step.answer, place(lesson, step, "answer"));
}

} // namespace spinescope::app
