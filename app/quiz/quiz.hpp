#pragma once

#include "app/quiz/quiz_set.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace spinescope::app {

/// A question as the seed made it.
struct Asked {
    std::size_t question = 0; ///< of the set
    std::string structure;    ///< find and name: its id
    /// What can be answered: ids of structures (find: from top to bottom), places among the set's answers
    /// ("0" is the right one), "true" and "false".
    std::vector<std::string> choices;
    std::size_t right = 0; ///< of the choices
    bool operator==(const Asked&) const = default;
};

struct Given {
    std::string answer; ///< in words
    bool right = false;
    double seconds = 0; ///< from asked to answered
};

struct Quiz {
    QuizSet set;
    std::uint64_t seed = 0;
    std::vector<Asked> asked;
    std::vector<Given> given; ///< as far as it has gone
};

/// The same quiz for the same set, model and seed, on every machine. Throws Failure where a structure has too
/// few neighbours to choose from.
[[nodiscard]] Quiz make_quiz(QuizSet set, const scene::Model& model, std::uint64_t seed);

[[nodiscard]] const QuizQuestion& question_of(const Quiz& quiz, const Asked& asked);
/// What is asked, and one of the choices, in words.
[[nodiscard]] std::string told(const Quiz& quiz, const Asked& asked, const scene::Model& model);
[[nodiscard]] std::string told_choice(const Quiz& quiz, const Asked& asked, std::size_t choice,
                                      const scene::Model& model);
/// Why the right answer is right.
[[nodiscard]] std::string told_reason(const Quiz& quiz, const Asked& asked, const scene::Model& model);

/// Notes an answer to the next question; `words` as given ("Axis (C2)"). Past the end nothing is noted.
void answer(Quiz& quiz, bool right, const std::string& words, double seconds);
[[nodiscard]] std::size_t score(const Quiz& quiz);
/// Places of the questions to look at again.
[[nodiscard]] std::vector<std::size_t> missed(const Quiz& quiz);

/// RFC 4180: set, seed, question, asked, given, right, seconds, pupil; one row a question answered.
[[nodiscard]] std::string results_csv(const Quiz& quiz, const scene::Model& model, const std::string& pupil);
/// The quiz on paper, with its answers: as text, or as CSV.
[[nodiscard]] std::string paper(const Quiz& quiz, const scene::Model& model,
                                const files::Citations& citations);
[[nodiscard]] std::string paper_csv(const Quiz& quiz, const scene::Model& model);

/// A file that is not there yet, in the person's documents, else their home, else the working folder.
[[nodiscard]] std::filesystem::path results_file(const Quiz& quiz);

} // namespace spinescope::app
