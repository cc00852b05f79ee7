#pragma once

#include "audio/player.hpp"
#include "render/image.hpp"

#include <filesystem>
#include <memory>

namespace spinescope::app {

struct FilmShape {
    int width = 1280, height = 720; ///< of every picture
    int frames_per_s = 30;
    audio::Clip sound{}; ///< from the first picture on; none: the film is silent
};

/// Pictures and sound on their way into a file: whole in the end, or not there at all.
class Film {
public:
    Film() = default;
    virtual ~Film() = default;
    Film(const Film&) = delete;
    Film& operator=(const Film&) = delete;

    virtual void add(const render::Image& picture) = 0;
    /// Where it lies: the file, or a folder of pictures.
    virtual std::filesystem::path finish() = 0;
};

/// Whether the system has ffmpeg, which makes films of pictures.
[[nodiscard]] bool has_ffmpeg();

/// By the file's extension: .mp4 (H.264, AAC) or .webm (VP9, Opus) where ffmpeg is installed. Without it, or
/// for a name without an extension, a folder of that name with a PNG for every picture and sound.wav. Throws
/// Failure for another extension and for a place that cannot be written.
[[nodiscard]] std::unique_ptr<Film> begin_film(const std::filesystem::path& file, const FilmShape& shape);

} // namespace spinescope::app
