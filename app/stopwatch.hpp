#pragma once

#include <chrono>

namespace spinescope::app {

/// Real time, however seldom pictures are drawn: at rest nothing counts frames.
class Stopwatch {
public:
    using Clock = std::chrono::steady_clock;
    explicit Stopwatch(Clock::time_point began = Clock::now()) : began_(began) {}
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(Clock::now() - began_).count();
    }
    [[nodiscard]] int minutes() const { return int(seconds() / 60); }

private:
    Clock::time_point began_;
};

} // namespace spinescope::app
