#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <optional>
#include <utility>

namespace spinescope::app {

/// Works on one wish at a time in the background. Of the wishes that come meanwhile only the newest is kept,
/// so a slider can wish as fast as it is dragged and nobody waits.
template <typename Wish, typename Answer>
class NewestWish {
public:
    using Work = std::function<Answer(const Wish&)>;
    explicit NewestWish(Work work) : work_(std::move(work)) {}

    void wish(Wish wish) {
        if (running_.valid())
            next_ = std::move(wish);
        else
            start(std::move(wish));
    }
    [[nodiscard]] bool busy() const { return running_.valid(); }

    /// The next finished answer, if there is one; never waits. Throws what the work threw.
    [[nodiscard]] std::optional<Answer> take() {
        if (!running_.valid() || running_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
            return std::nullopt;
        std::future<Answer> finished = std::move(running_);
        if (next_) start(std::move(*std::exchange(next_, std::nullopt)));
        return finished.get();
    }

private:
    void start(Wish wish) {
        running_ =
            std::async(std::launch::async, [work = work_, wish = std::move(wish)] { return work(wish); });
    }

    Work work_;
    std::future<Answer> running_;
    std::optional<Wish> next_;
};

} // namespace spinescope::app
