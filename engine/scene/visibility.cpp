#include "scene/visibility.hpp"

#include <algorithm>
#include <utility>

namespace spinescope::scene {

void Visibility::set(std::span<const std::size_t> structures, Showing showing) {
    std::vector<Showing> next = now_;
    for (const std::size_t structure : structures)
        if (structure < next.size()) next[structure] = showing;
    change(std::move(next));
}

void Visibility::isolate(std::span<const std::size_t> structures) {
    std::vector<Showing> next(now_.size(), Showing::hidden);
    for (const std::size_t structure : structures)
        if (structure < next.size()) next[structure] = Showing::shown;
    change(std::move(next));
}

void Visibility::show_all() {
    change(std::vector<Showing>(now_.size(), Showing::shown));
}

void Visibility::undo() {
    if (past_.empty()) return;
    future_.push_back(std::exchange(now_, std::move(past_.back())));
    past_.pop_back();
}

void Visibility::redo() {
    if (future_.empty()) return;
    past_.push_back(std::exchange(now_, std::move(future_.back())));
    future_.pop_back();
}

void Visibility::change(std::vector<Showing> next) {
    // What changes nothing is not a step: undo always does something that can be seen.
    if (next == now_) return;
    constexpr std::size_t remembered = 200;
    if (past_.size() == remembered) past_.erase(past_.begin());
    past_.push_back(std::exchange(now_, std::move(next)));
    future_.clear();
}

} // namespace spinescope::scene
