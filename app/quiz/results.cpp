// A quiz as files: what was answered, and the questions on paper.
#include "app/quiz/quiz.hpp"
#include "app/sources.hpp"
#include "app/take_home/destination.hpp"
#include "files/failure.hpp"
#include "language/language.hpp"

#include <cstdio>
#include <initializer_list>

namespace spinescope::app {

using language::say;

namespace {

std::string quoted(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string text = "\"";
    for (const char c : cell) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

std::string row(std::initializer_list<std::string> cells) {
    std::string line;
    for (const std::string& cell : cells) line += (line.empty() ? "" : ",") + quoted(cell);
    return line + "\r\n";
}

/// Latin beside the name, where it has one.
std::string latin_of(const scene::Model& model, const std::string& id) {
    const auto found = model.find(id);
    return found ? model.structures[*found].description.latin : std::string();
}

} // namespace

std::string results_csv(const Quiz& quiz, const scene::Model& model, const std::string& pupil) {
    std::string text = row({"set", "seed", "question", "asked", "given", "right", "seconds", "pupil"});
    for (std::size_t i = 0; i < quiz.given.size(); ++i) {
        const Asked& asked = quiz.asked[i];
        const Given& given = quiz.given[i];
        char seconds[32];
        std::snprintf(seconds, sizeof seconds, "%.1f", given.seconds);
        text += row({quiz.set.name, std::to_string(quiz.seed), question_of(quiz, asked).id,
                     told(quiz, asked, model), given.answer, given.right ? "yes" : "no", seconds, pupil});
    }
    return text;
}

std::string paper(const Quiz& quiz, const scene::Model& model, const files::Citations& citations) {
    std::string text = title_of(quiz.set) + " (" + std::to_string(quiz.seed) + ")\n";
    std::string answers = "\n" + std::string(say("quiz.answers")) + "\n";
    for (std::size_t i = 0; i < quiz.asked.size(); ++i) {
        const Asked& asked = quiz.asked[i];
        const QuizQuestion& question = question_of(quiz, asked);
        const bool finds = question.kind == QuestionKind::find, names = question.kind == QuestionKind::name;
        const std::string number = std::to_string(i + 1) + ". ";
        text += "\n" + number + told(quiz, asked, model) +
                (names ? " [" + asked.structure + "]" : std::string()) + "\n";
        if (!finds)
            for (std::size_t c = 0; c < asked.choices.size(); ++c)
                text +=
                    "   " + std::string(1, char('A' + c)) + "  " + told_choice(quiz, asked, c, model) + "\n";
        answers += number + (finds ? asked.structure
                                   : std::string(1, char('A' + asked.right)) + "  " +
                                         told_choice(quiz, asked, asked.right, model));
        const std::string latin = latin_of(model, asked.structure);
        answers += (latin.empty() ? "" : " (" + latin + ")") + "\n";
        if (!finds && !names) answers += "   " + told_reason(quiz, asked, model) + "\n";
        for (const std::string& source : question.sources)
            answers += "   " + cited(citations, source).str() + "\n";
    }
    return text + answers;
}

std::string paper_csv(const Quiz& quiz, const scene::Model& model) {
    std::string text = row({"set", "seed", "question", "asked", "structure", "right", "a", "b", "c", "d"});
    for (const Asked& asked : quiz.asked) {
        const QuizQuestion& question = question_of(quiz, asked);
        const auto choice = [&](std::size_t c) {
            return question.kind == QuestionKind::find || c >= asked.choices.size()
                       ? std::string()
                       : told_choice(quiz, asked, c, model);
        };
        text += row({quiz.set.name, std::to_string(quiz.seed), question.id, told(quiz, asked, model),
                     asked.structure, told_choice(quiz, asked, asked.right, model), choice(0), choice(1),
                     choice(2), choice(3)});
    }
    return text;
}

std::filesystem::path results_file(const Quiz& quiz) {
    return new_file("spinescope-quiz-" + quiz.set.name + "-" + std::to_string(quiz.seed), ".csv");
}

} // namespace spinescope::app
