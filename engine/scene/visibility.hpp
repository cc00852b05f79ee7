#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace spinescope::scene {

enum class Showing : unsigned char { shown, faded, hidden };

/// What is shown, faded (a ghost) or hidden, structure by structure, with undo and redo.
class Visibility {
public:
    explicit Visibility(std::size_t structures) : now_(structures, Showing::shown) {}

    [[nodiscard]] Showing operator[](std::size_t structure) const { return now_[structure]; }
    [[nodiscard]] std::size_t size() const { return now_.size(); }

    void set(std::span<const std::size_t> structures, Showing showing);
    /// Only these are shown; the rest are hidden.
    void isolate(std::span<const std::size_t> structures);
    void show_all();

    [[nodiscard]] bool can_undo() const { return !past_.empty(); }
    [[nodiscard]] bool can_redo() const { return !future_.empty(); }
    void undo();
    void redo();

private:
    void change(std::vector<Showing> next);

    std::vector<Showing> now_;
    std::vector<std::vector<Showing>> past_;
    std::vector<std::vector<Showing>> future_;
};

} // namespace spinescope::scene
