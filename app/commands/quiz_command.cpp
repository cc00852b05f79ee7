#include "app/commands/commands.hpp"
#include "app/quiz/quiz.hpp"
#include "app/stage.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/staged_file.hpp"

namespace spinescope::app {

namespace {

void list() {
    std::vector<std::string> trouble;
    std::string lines;
    for (const QuizSet& set : load_quizzes(trouble))
        lines += set.name + "  " + title_of(set) + ", " + std::to_string(set.questions.size()) + "\n";
    print(lines);
    if (!trouble.empty()) throw Failure("quizzes", trouble.front(), "mend that file; the others are listed");
}

} // namespace

void quiz_command(const QuizOptions& options) {
    if (options.list) return list();
    if (options.check.empty() && options.set.empty())
        throw UsageError{"quiz: write --list, --check FILE or --set NAME"};
    const bool checks = !options.check.empty();
    QuizSet set = load_quiz(checks ? options.check : options.set);
    const files::Citations citations = files::Citations::load(files::asset("sources.json"));
    const scene::Model model = whole_spine();
    check_quiz(set, model, citations, set.file);
    if (checks) {
        (void)make_quiz(set, model, 1);
        return print(set.file + ": " + std::to_string(set.questions.size()) + " questions, all well\n");
    }
    const Quiz quiz = make_quiz(std::move(set), model, options.seed);
    const std::string text = options.format == "csv" ? paper_csv(quiz, model) : paper(quiz, model, citations);
    if (options.output.empty() || options.output == "-") return print(text);
    files::write_whole(options.output, text);
}

} // namespace spinescope::app
