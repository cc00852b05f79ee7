#pragma once

#include "files/citations.hpp"
#include "scene/camera.hpp"
#include "scene/model.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace spinescope::app {

/// What the person does: clicks a structure, names one, says what happens next, or judges a sentence.
enum class QuestionKind { find, name, next, true_false };

/// One question as its file has it (assets/quizzes/README.md).
struct QuizQuestion {
    std::string id;
    QuestionKind kind = QuestionKind::find;
    std::vector<std::string> structures; ///< find and name: the seed asks for one of them
    std::vector<std::string> among;      ///< the others to choose from; empty: those of its group
    std::string layers;                  ///< as opacities_named() reads them; empty: its own layer shows
    scene::StandardView view = scene::StandardView::oblique;
    std::string scenario, event; ///< next: stopped just before this event
    bool truth = false;
    std::vector<std::string> sources; ///< keys of assets/sources.json
    std::string step;                 ///< of the lesson, where the answer is taught; empty: none
    // Own words; empty: those of the language.
    std::string question, reason;
    std::vector<std::string> answers; ///< next: four, the right one first
};

struct QuizSet {
    std::string name;   ///< of its file
    std::string file;   ///< by which load_quiz() finds it again
    std::string title;  ///< own words; empty: those of the language
    std::string lesson; ///< the set belongs to; empty: none
    int order = 1000;   ///< among the sets
    std::vector<QuizQuestion> questions;
};

/// A file's text as a set. Throws Failure naming the file and the field of what is wrong.
[[nodiscard]] QuizSet parse_quiz(std::string_view text, const std::string& name, const std::string& where);
/// Throws the same for structures, events, sources and words that are not there, and for answers that are not
/// four different ones.
void check_quiz(const QuizSet& set, const scene::Model& model, const files::Citations& citations,
                const std::string& where);

/// One of the installation by its name, or a file of the person's own.
[[nodiscard]] QuizSet load_quiz(const std::string& name);
/// Whether the installation has one of that name: a lesson's.
[[nodiscard]] bool has_quiz(const std::string& name);
/// The installation's and those in the person's own folder "quizzes", in their order; what cannot be read is
/// left out and told in `trouble`.
[[nodiscard]] std::vector<QuizSet> load_quizzes(std::vector<std::string>& trouble);

// Its words in the language in use.
[[nodiscard]] std::string title_of(const QuizSet& set);
/// The question of `next`, the sentence of `true_false`; empty for the others.
[[nodiscard]] std::string question_of(const QuizSet& set, const QuizQuestion& question);
[[nodiscard]] std::vector<std::string> answers_of(const QuizSet& set, const QuizQuestion& question);
/// Empty for find and name: the structure tells of itself.
[[nodiscard]] std::string reason_of(const QuizSet& set, const QuizQuestion& question);

} // namespace spinescope::app
