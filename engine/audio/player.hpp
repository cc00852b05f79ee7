#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace spinescope::audio {

/// Mono samples, -1..1.
struct Clip {
    int rate_Hz = 48000;
    std::vector<float> samples;
};

/// Plays clips through the machine's sound device. Where there is none it stays silent and says so in
/// notice().
class Player {
public:
    Player();
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    void play(const Clip& clip);
    /// Empty when sound works; otherwise one sentence for the user.
    [[nodiscard]] const std::string& notice() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The clip as a 16-bit WAV file's bytes.
[[nodiscard]] std::string wav(const Clip& clip);

} // namespace spinescope::audio
