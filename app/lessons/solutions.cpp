#include "app/lessons/solutions.hpp"

#include "app/exercise_play.hpp"
#include "app/strain.hpp"
#include "timeline/exercise.hpp"
#include "timeline/scenario.hpp"

#include <algorithm>

namespace spinescope::app {

namespace {

template <typename Of>
const Of* found(const std::map<std::string, Of>& all, const std::string& name) {
    const auto one = all.find(name);
    return one == all.end() ? nullptr : &one->second;
}

} // namespace

Solutions::Solved Solutions::solved(const Need& need) {
    Solved solved{.need = need, .trace = {}, .course = {}, .performance = {}};
    if (!need.scenario.empty()) solved.trace = timeline::solve(timeline::load_scenario(need.scenario));
    if (!need.regimen.empty()) solved.course = lived_course(timeline::load_regimen(need.regimen));
    if (!need.exercise.empty()) solved.performance = rehearsed(need.exercise);
    return solved;
}

void Solutions::keep(Solved solved) {
    if (!solved.need.scenario.empty()) traces_[solved.need.scenario] = std::move(solved.trace);
    if (!solved.need.regimen.empty()) courses_[solved.need.regimen] = std::move(solved.course);
    if (!solved.need.exercise.empty()) performances_[solved.need.exercise] = std::move(solved.performance);
}

void Solutions::prepare(const Lesson& lesson) {
    waiting_.clear();
    for (const LessonStep& step : lesson.steps) {
        const Need need{step.scenario, step.regimen, step.exercise};
        const bool there = trace(need.scenario) || course(need.regimen) || performance(need.exercise);
        if (need != Need() && !there && std::ranges::find(waiting_, need) == waiting_.end())
            waiting_.push_back(need);
    }
    if (!solving_.busy()) next();
}

void Solutions::next() {
    if (waiting_.empty()) return;
    solving_.wish(waiting_.front());
    waiting_.erase(waiting_.begin());
}

bool Solutions::take() {
    std::optional<Solved> solved;
    try {
        solved = solving_.take();
    } catch (...) {
        next();
        throw;
    }
    if (!solved) return false;
    keep(std::move(*solved));
    next();
    return true;
}

void Solutions::finish() {
    for (const Need& need : std::exchange(waiting_, {})) keep(Solutions::solved(need));
    while (solving_.busy()) take();
}

const timeline::Trace* Solutions::trace(const std::string& scenario) const {
    return found(traces_, scenario);
}
const timeline::Course* Solutions::course(const std::string& regimen) const {
    return found(courses_, regimen);
}
const timeline::Performance* Solutions::performance(const std::string& exercise) const {
    return found(performances_, exercise);
}

} // namespace spinescope::app
