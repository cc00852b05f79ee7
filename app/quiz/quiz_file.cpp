// Quizzes as files: assets/quizzes/README.md tells the keys.
#include "app/quiz/quiz_set.hpp"
#include "app/structure_words.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "files/json.hpp"
#include "files/nearest_word.hpp"
#include "files/settings.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"
#include "timeline/scenario.hpp"

#include <algorithm>
#include <set>

namespace spinescope::app {

using language::say;

namespace {

using files::Json;

std::string optional_text(const Json& json, const char* key, const std::string& where) {
    return json.contains(key) ? files::text_in(json, key, where) : std::string();
}

/// One name or a list of them.
std::vector<std::string> names_in(const Json& json, const char* key, const std::string& where) {
    if (!json.contains(key)) return {};
    const Json& value = json[key];
    const Json list = value.is_string() ? Json::array({value}) : value;
    if (!list.is_array() || list.empty() || !std::ranges::all_of(list, [](const Json& name) {
            return name.is_string() && !name.get_ref<const std::string&>().empty();
        }))
        throw Failure(where + ": " + key, "is no list of texts", R"(write ["L4", "L5"])");
    return list.get<std::vector<std::string>>();
}

QuestionKind kind_in(const Json& json, const std::string& where) {
    const std::vector<std::string> words{"find", "name", "next", "true-false"};
    const std::string word = files::text_in(json, "kind", where);
    const auto found = std::ranges::find(words, word);
    if (found == words.end())
        throw Failure(where + ": kind", "there is no kind " + files::shown(word),
                      files::suggestion(word, words));
    return QuestionKind(found - words.begin());
}

void must_have(const Json& json, const std::vector<const char*>& keys, const std::string& where) {
    for (const char* key : keys)
        if (!json.contains(key))
            throw Failure(where + ": " + key, "is missing", "add it, as assets/quizzes/README.md tells");
}

QuizQuestion question_in(const Json& json, const std::string& where) {
    if (!json.is_object()) throw Failure(where, "is no question", "write {\"id\": ..., \"kind\": ...}");
    files::check_keys(json,
                      {"id", "kind", "structures", "among", "layers", "view", "scenario", "event", "true",
                       "sources", "step", "question", "answers", "reason"},
                      where);
    QuizQuestion question{.id = files::text_in(json, "id", where), .kind = kind_in(json, where)};
    question.structures = names_in(json, "structures", where);
    question.among = names_in(json, "among", where);
    question.layers = optional_text(json, "layers", where);
    question.scenario = optional_text(json, "scenario", where);
    question.event = optional_text(json, "event", where);
    question.sources = names_in(json, "sources", where);
    question.step = optional_text(json, "step", where);
    question.question = optional_text(json, "question", where);
    question.reason = optional_text(json, "reason", where);
    question.answers = names_in(json, "answers", where);
    if (json.contains("view")) {
        const std::string word = files::text_in(json, "view", where);
        const auto view = scene::standard_view(word);
        if (!view || view == scene::StandardView::joint)
            throw Failure(where + ": view", "there is no view " + files::shown(word),
                          "choose from: anterior, posterior, left, right, superior, inferior, oblique");
        question.view = *view;
    }
    if (!question.layers.empty()) {
        try {
            (void)opacities_named(question.layers);
        } catch (const Failure& failure) {
            throw Failure(where + ": layers", "are not known", failure.what());
        }
    }
    switch (question.kind) {
    case QuestionKind::find:
    case QuestionKind::name:
        must_have(json, {"structures"}, where);
        break;
    case QuestionKind::next:
        must_have(json, {"scenario", "event", "sources"}, where);
        if (!question.answers.empty() && question.answers.size() != 4)
            throw Failure(where + ": answers", "are not four", "write four, the right one first");
        break;
    case QuestionKind::true_false:
        must_have(json, {"true", "sources"}, where);
        if (!json["true"].is_boolean())
            throw Failure(where + ": true", "is no yes or no", "write true or false");
        question.truth = json["true"].get<bool>();
        break;
    }
    return question;
}

/// "tour.json: question find-atlas"
std::string place_of(const std::string& where, const QuizQuestion& question) {
    return where + ": question " + files::shown(question.id);
}

void check_structures(const QuizQuestion& question, const scene::Model& model, const std::string& where) {
    for (const auto& [names, key] : {std::pair(question.structures, "structures"), {question.among, "among"}})
        try {
            (void)structures_named(model, names);
        } catch (const Failure& failure) {
            throw Failure(where + ": " + key, "are not known", failure.what());
        }
}

void check_event(const QuizQuestion& question, const std::string& where) {
    timeline::Trace trace;
    try {
        trace = timeline::solve(timeline::load_scenario(question.scenario));
    } catch (const Failure& failure) {
        throw Failure(where + ": scenario", "cannot be used", failure.what());
    }
    std::vector<std::string> events;
    for (const timeline::Event& event : trace.events) events.push_back(event.id);
    if (std::ranges::find(events, question.event) == events.end())
        throw Failure(where + ": event", files::shown(question.event) + " does not happen in that scenario",
                      files::suggestion(question.event, events));
}

void check_words(const QuizSet& set, const QuizQuestion& question, const std::string& where) {
    const auto told = [&](const std::string& words, const char* key) {
        if (words.empty() || words.starts_with("quiz.sets."))
            throw Failure(where + ": " + key, "is missing", "write it there, or in languages/en/quiz.json");
    };
    told(question_of(set, question), "question");
    told(reason_of(set, question), "reason");
    if (question.kind != QuestionKind::next) return;
    const std::vector<std::string> answers = answers_of(set, question);
    if (answers.size() != 4 || std::set(answers.begin(), answers.end()).size() != 4)
        throw Failure(where + ": answers", "are not four different ones", "write four, the right one first");
}

std::string own_or_said(const std::string& own, const QuizSet& set, const QuizQuestion& question,
                        const char* which) {
    return own.empty() ? say("quiz.sets." + set.name + "." + question.id + "." + which) : own;
}

} // namespace

QuizSet parse_quiz(std::string_view text, const std::string& name, const std::string& where) {
    const Json json = files::parsed_object(text, where);
    files::check_keys(json, {"title", "lesson", "order", "questions"}, where);
    QuizSet set{.name = name,
                .title = optional_text(json, "title", where),
                .lesson = optional_text(json, "lesson", where),
                .order = int(std::clamp(files::number_in(json, "order", where, 1000), -1e6, 1e6))};
    if (!json.contains("questions") || !json["questions"].is_array() || json["questions"].empty())
        throw Failure(where + ": questions", "are missing", "write a list with at least one");
    std::set<std::string> ids;
    for (std::size_t i = 0; i < json["questions"].size(); ++i) {
        const std::string place = where + ": questions." + std::to_string(i);
        set.questions.push_back(question_in(json["questions"][i], place));
        if (!ids.insert(set.questions.back().id).second)
            throw Failure(place + ": id", "is there twice", "give every question its own");
    }
    return set;
}

void check_quiz(const QuizSet& set, const scene::Model& model, const files::Citations& citations,
                const std::string& where) {
    for (const QuizQuestion& question : set.questions) {
        const std::string place = place_of(where, question);
        for (const std::string& source : question.sources)
            if (!citations.knows(source))
                throw Failure(place + ": sources", "there is no source " + files::shown(source),
                              "choose one of assets/sources.json");
        if (question.kind == QuestionKind::find || question.kind == QuestionKind::name) {
            check_structures(question, model, place);
            continue;
        }
        if (question.kind == QuestionKind::next) check_event(question, place);
        check_words(set, question, place);
    }
}

QuizSet load_quiz(const std::string& name) {
    const bool own = files::names_file(name);
    std::filesystem::path file =
        own ? std::filesystem::path(name) : files::asset("quizzes/" + name + ".json");
    if (!own && !std::filesystem::exists(file)) {
        const std::filesystem::path kept = files::settings() / "quizzes" / (name + ".json");
        const std::vector<std::string> names = files::json_names("quizzes");
        if (!std::filesystem::exists(kept))
            throw Failure("quiz " + files::shown(name), "is not there", files::suggestion(name, names));
        file = kept;
    }
    QuizSet set = parse_quiz(files::read_whole(file), file.stem().string(), file.string());
    set.file = file.string();
    return set;
}

bool has_quiz(const std::string& name) {
    std::error_code none;
    return std::filesystem::exists(files::asset("quizzes/" + name + ".json"), none);
}

std::vector<QuizSet> load_quizzes(std::vector<std::string>& trouble) {
    std::vector<QuizSet> sets;
    const auto load = [&](const std::string& name) {
        try {
            sets.push_back(load_quiz(name));
        } catch (const std::exception& failure) {
            trouble.emplace_back(failure.what());
        }
    };
    for (const std::string& name : files::json_names("quizzes")) load(name);
    try {
        std::vector<std::string> own;
        std::error_code none;
        for (const auto& entry : std::filesystem::directory_iterator(files::settings() / "quizzes", none))
            if (entry.path().extension() == ".json") own.push_back(entry.path().string());
        std::ranges::sort(own);
        for (const std::string& file : own) load(file);
    } catch (const std::exception& failure) {
        trouble.emplace_back(failure.what());
    }
    std::ranges::stable_sort(sets, {}, &QuizSet::order);
    return sets;
}

std::string title_of(const QuizSet& set) {
    if (!set.title.empty()) return set.title;
    const std::string key = "quiz.sets." + set.name + ".title";
    return language::has(key) ? say(key) : set.name;
}

std::string question_of(const QuizSet& set, const QuizQuestion& question) {
    if (question.kind == QuestionKind::find || question.kind == QuestionKind::name) return {};
    return own_or_said(question.question, set, question, "question");
}

std::vector<std::string> answers_of(const QuizSet& set, const QuizQuestion& question) {
    if (!question.answers.empty()) return question.answers;
    return language::say_all("quiz.sets." + set.name + "." + question.id + ".answers");
}

std::string reason_of(const QuizSet& set, const QuizQuestion& question) {
    if (question.kind == QuestionKind::find || question.kind == QuestionKind::name) return question.reason;
    return own_or_said(question.reason, set, question, "reason");
}

} // namespace spinescope::app
