#include "app/quiz/quiz.hpp"

#include "app/structure_words.hpp"
#include "files/failure.hpp"
#include "files/nearest_word.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

namespace spinescope::app {

using language::say;

namespace {

/// Chance that is the same with every library: the engine is standard, its distributions are not.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}
    /// From 0 to below `n`, each as likely.
    std::size_t below(std::size_t n) {
        const std::uint64_t most = std::mt19937_64::max() - std::mt19937_64::max() % n;
        std::uint64_t drawn = engine_();
        while (drawn >= most) drawn = engine_();
        return std::size_t(drawn % n);
    }
    template <typename Value>
    void shuffle(std::vector<Value>& values) {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
    }

private:
    std::mt19937_64 engine_;
};

/// Its id without its side.
std::string pair_of(const std::string& id) {
    for (const char* side : {".right", ".left"})
        if (id.ends_with(side)) return id.substr(0, id.size() - std::char_traits<char>::length(side));
    return id;
}

/// mm above the spine's origin: whole numbers, so that every machine sorts alike.
long height(const scene::Model& model, std::size_t structure) {
    const scene::Bounds box = scene::bounds(model, std::vector{structure});
    return std::lround(500 * (double(box.low.y) + double(box.high.y)));
}

/// The others that it could be taken for: as the file says, else those of its layer and group, or of its
/// layer where the group has too few.
std::vector<std::size_t> others(const QuizQuestion& question, const scene::Model& model, std::size_t asked) {
    std::vector<std::size_t> found;
    const scene::Structure& own = model.structures[asked];
    const auto collect = [&](auto fits) {
        found.clear();
        for (std::size_t i = 0; i < model.structures.size(); ++i)
            if (i != asked && fits(model.structures[i])) found.push_back(i);
    };
    if (!question.among.empty()) {
        found = structures_named(model, question.among);
        std::erase(found, asked);
        return found;
    }
    collect([&](const scene::Structure& other) {
        return other.layer == own.layer && other.parent == own.parent;
    });
    if (found.size() < 3) collect([&](const scene::Structure& other) { return other.layer == own.layer; });
    return found;
}

/// Three wrong names out of the six nearest.
std::vector<std::string> wrong_names(const scene::Model& model, const std::vector<std::size_t>& candidates,
                                     std::size_t asked, Chance& chance) {
    const long own = height(model, asked);
    std::vector<std::pair<long, std::string>> near;
    near.reserve(candidates.size());
    for (const std::size_t i : candidates)
        near.emplace_back(std::abs(height(model, i) - own), model.structures[i].id);
    std::ranges::sort(near);
    std::set<std::string> pairs{pair_of(model.structures[asked].id)};
    std::vector<std::string> names;
    for (const auto& [far, id] : near)
        if (names.size() < 6 && pairs.insert(pair_of(id)).second) names.push_back(id);
    chance.shuffle(names);
    names.resize(std::min<std::size_t>(3, names.size()));
    return names;
}

Asked ask_structure(const QuizQuestion& question, const scene::Model& model, Chance& chance,
                    std::set<std::string>& used) {
    std::vector<std::string> ids;
    for (const std::size_t i : structures_named(model, question.structures))
        ids.push_back(model.structures[i].id);
    std::ranges::sort(ids);
    std::vector<std::string> fresh;
    std::ranges::copy_if(ids, std::back_inserter(fresh),
                         [&](const std::string& id) { return !used.contains(id); });
    if (!fresh.empty()) ids = fresh;
    Asked asked;
    asked.structure = ids[chance.below(ids.size())];
    used.insert(asked.structure);
    const std::size_t own = *model.find(asked.structure);
    std::vector<std::size_t> candidates = others(question, model, own);
    if (question.kind == QuestionKind::find) {
        candidates.push_back(own);
        std::vector<std::pair<long, std::string>> from_top;
        from_top.reserve(candidates.size());
        for (const std::size_t i : candidates)
            from_top.emplace_back(-height(model, i), model.structures[i].id);
        std::ranges::sort(from_top);
        for (auto& [down, id] : from_top) asked.choices.push_back(std::move(id));
    } else {
        asked.choices = wrong_names(model, candidates, own, chance);
        if (asked.choices.size() < 3)
            throw Failure("question " + files::shown(question.id),
                          "has too few neighbours of " + asked.structure, "name them under \"among\"");
        asked.choices.push_back(asked.structure);
        chance.shuffle(asked.choices);
    }
    asked.right = std::size_t(std::ranges::find(asked.choices, asked.structure) - asked.choices.begin());
    return asked;
}

} // namespace

Quiz make_quiz(QuizSet set, const scene::Model& model, std::uint64_t seed) {
    Chance chance(seed);
    Quiz quiz{.set = std::move(set), .seed = seed};
    std::set<std::string> used;
    for (std::size_t i = 0; i < quiz.set.questions.size(); ++i) {
        const QuizQuestion& question = quiz.set.questions[i];
        Asked asked;
        switch (question.kind) {
        case QuestionKind::find:
        case QuestionKind::name:
            asked = ask_structure(question, model, chance, used);
            break;
        case QuestionKind::next:
            asked.choices = {"0", "1", "2", "3"};
            chance.shuffle(asked.choices);
            asked.right = std::size_t(std::ranges::find(asked.choices, "0") - asked.choices.begin());
            break;
        case QuestionKind::true_false:
            asked.choices = {"true", "false"};
            asked.right = question.truth ? 0 : 1;
            break;
        }
        asked.question = i;
        quiz.asked.push_back(std::move(asked));
    }
    chance.shuffle(quiz.asked);
    return quiz;
}

const QuizQuestion& question_of(const Quiz& quiz, const Asked& asked) {
    return quiz.set.questions[asked.question];
}

namespace {

std::string name_of(const scene::Model& model, const std::string& id) {
    const auto found = model.find(id);
    if (!found) return id;
    const scene::Description& described = model.structures[*found].description;
    return described.name.empty() ? id : described.name;
}

} // namespace

std::string told(const Quiz& quiz, const Asked& asked, const scene::Model& model) {
    const QuizQuestion& question = question_of(quiz, asked);
    if (question.kind == QuestionKind::find)
        return say("quiz.find", {{"name", name_of(model, asked.structure)}});
    if (question.kind == QuestionKind::name) return say("quiz.name");
    return question_of(quiz.set, question);
}

std::string told_choice(const Quiz& quiz, const Asked& asked, std::size_t choice, const scene::Model& model) {
    const QuizQuestion& question = question_of(quiz, asked);
    const std::string& chosen = asked.choices[choice];
    if (question.kind == QuestionKind::true_false) return say(choice == 0 ? "quiz.true" : "quiz.false");
    if (question.kind != QuestionKind::next) return name_of(model, chosen);
    const std::vector<std::string> answers = answers_of(quiz.set, question);
    const auto place = std::size_t(chosen.front() - '0');
    return place < answers.size() ? answers[place] : chosen;
}

std::string told_reason(const Quiz& quiz, const Asked& asked, const scene::Model& model) {
    const std::string reason = reason_of(quiz.set, question_of(quiz, asked));
    const auto structure = model.find(asked.structure);
    return reason.empty() && structure ? model.structures[*structure].description.text : reason;
}

void answer(Quiz& quiz, bool right, const std::string& words, double seconds) {
    if (quiz.given.size() < quiz.asked.size())
        quiz.given.push_back({.answer = words, .right = right, .seconds = seconds});
}

std::size_t score(const Quiz& quiz) {
    return std::size_t(std::ranges::count(quiz.given, true, &Given::right));
}

std::vector<std::size_t> missed(const Quiz& quiz) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < quiz.given.size(); ++i)
        if (!quiz.given[i].right) places.push_back(i);
    return places;
}

} // namespace spinescope::app
