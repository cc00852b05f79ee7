#include "audio/player.hpp"

#include <AL/al.h>
#include <AL/alc.h>
#include <algorithm>
#include <cmath>
#include <cstdint>

namespace spinescope::audio {

namespace {

std::vector<std::int16_t> sixteen_bit(const Clip& clip) {
    std::vector<std::int16_t> samples(clip.samples.size());
    std::ranges::transform(clip.samples, samples.begin(), [](float sample) {
        const float bounded = std::isfinite(sample) ? std::clamp(sample, -1.0F, 1.0F) : 0.0F;
        return static_cast<std::int16_t>(std::lround(bounded * 32767.0F));
    });
    return samples;
}

} // namespace

/// The device, opened at the first clip: a program that never plays one does not wait for the sound server.
struct Player::State {
    Silence silence = Silence::none;
    bool tried = false;
    std::unique_ptr<ALCdevice, ALCboolean (*)(ALCdevice*)> device{nullptr, alcCloseDevice};
    std::unique_ptr<ALCcontext, void (*)(ALCcontext*)> context{nullptr, alcDestroyContext};
    ALuint source = 0, buffer = 0;

    ~State() { stop(); }
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void open() {
        if (tried) return;
        tried = true;
        device.reset(alcOpenDevice(nullptr));
        if (!device) {
            silence = Silence::no_device;
            return;
        }
        context.reset(alcCreateContext(device.get(), nullptr));
        if (!context || alcMakeContextCurrent(context.get()) == ALC_FALSE) {
            silence = Silence::unusable_device;
            return;
        }
        alGenSources(1, &source);
        if (alGetError() != AL_NO_ERROR) {
            source = 0;
            silence = Silence::busy_device;
        }
    }

    void stop() {
        if (source != 0) alDeleteSources(1, &source);
        if (buffer != 0) alDeleteBuffers(1, &buffer);
        source = buffer = 0;
        if (context) alcMakeContextCurrent(nullptr);
    }
};

Player::Player() : state_(std::make_unique<State>()) {}
Player::~Player() = default;

void Player::play(const Clip& clip) {
    state_->open();
    if (state_->source == 0 || clip.samples.empty() || clip.rate_Hz <= 0) return;
    const std::vector<std::int16_t> samples = sixteen_bit(clip);
    alSourceStop(state_->source);
    alSourcei(state_->source, AL_BUFFER, 0);
    if (state_->buffer != 0) alDeleteBuffers(1, &state_->buffer);
    alGenBuffers(1, &state_->buffer);
    alBufferData(state_->buffer, AL_FORMAT_MONO16, samples.data(),
                 static_cast<ALsizei>(samples.size() * sizeof(std::int16_t)), clip.rate_Hz);
    alSourcei(state_->source, AL_BUFFER, static_cast<ALint>(state_->buffer));
    alSourcePlay(state_->source);
    state_->silence = alGetError() == AL_NO_ERROR ? Silence::none : Silence::refused;
}

Silence Player::silence() const {
    return state_->silence;
}

std::string wav(const Clip& clip) {
    const std::vector<std::int16_t> samples = sixteen_bit(clip);
    std::string bytes;
    const auto number = [&](std::uint32_t value, int size) { // little-endian on any machine
        for (int i = 0; i < size; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
    };
    const auto data_size = static_cast<std::uint32_t>(samples.size() * 2);
    const auto rate = static_cast<std::uint32_t>(std::max(clip.rate_Hz, 1));
    bytes += "RIFF";
    number(36 + data_size, 4);
    bytes += "WAVEfmt ";
    number(16, 4);       // size of the format
    number(1, 2);        // PCM
    number(1, 2);        // channels
    number(rate, 4);     // samples a second
    number(rate * 2, 4); // bytes a second
    number(2, 2);        // bytes a frame
    number(16, 2);       // bits a sample
    bytes += "data";
    number(data_size, 4);
    for (const std::int16_t sample : samples) number(static_cast<std::uint16_t>(sample), 2);
    return bytes;
}

} // namespace spinescope::audio
