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

/// Why nothing is heard, for words in the language in use.
enum class Silence {
    none, ///< sound works, or was not asked for yet
    no_device,
    unusable_device,
    busy_device, ///< it takes no more sounds
    refused      ///< it did not take the last clip
};

/// Plays clips through the machine's sound device. Where there is none it stays silent and says why.
class Player {
public:
    Player();
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    void play(const Clip& clip);
    [[nodiscard]] Silence silence() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The clip as a 16-bit WAV file's bytes.
[[nodiscard]] std::string wav(const Clip& clip);

} // namespace spinescope::audio
