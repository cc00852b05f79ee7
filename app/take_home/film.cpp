#include "app/take_home/film.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace spinescope::app {

namespace {

namespace fs = std::filesystem;

/// A program that reads what is written to it; what it complains of is kept.
class Program {
public:
    explicit Program(const std::vector<std::string>& words) {
        std::signal(SIGPIPE, SIG_IGN); // a program that ends early is told by write()
        std::array<int, 2> ends{};
        complaints_ = std::tmpfile();
        if (complaints_ == nullptr || pipe2(ends.data(), O_CLOEXEC) != 0)
            throw Failure(words.front(), std::strerror(errno), "close other programs and try again");
        posix_spawn_file_actions_t wiring;
        posix_spawn_file_actions_init(&wiring);
        posix_spawn_file_actions_adddup2(&wiring, ends[0], STDIN_FILENO);
        posix_spawn_file_actions_addopen(&wiring, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&wiring, fileno(complaints_), STDERR_FILENO);
        std::vector<char*> arguments;
        arguments.reserve(words.size() + 1);
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        const int wrong = posix_spawnp(&process_, arguments[0], &wiring, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&wiring);
        close(ends[0]);
        to_ = ends[1];
        if (wrong == 0) return;
        close(to_);
        std::fclose(complaints_);
        throw Failure(words.front(), std::strerror(wrong), "install it anew");
    }
    ~Program() {
        if (to_ >= 0) close(to_);
        if (process_ > 0) {
            kill(process_, SIGKILL);
            waitpid(process_, nullptr, 0);
        }
        std::fclose(complaints_);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void write(const std::vector<std::uint8_t>& bytes) {
        for (std::size_t done = 0; done < bytes.size();) {
            const ssize_t now = ::write(to_, bytes.data() + done, bytes.size() - done);
            if (now > 0)
                done += std::size_t(now);
            else if (errno != EINTR)
                throw Failure("ffmpeg", complaint(), "try another kind of film, or a folder of pictures");
        }
    }
    /// Nothing more comes; waits until it is done.
    void finish() {
        close(to_);
        to_ = -1;
        int status = 0;
        while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = 0;
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            throw Failure("ffmpeg", complaint(), "try another kind of film, or a folder of pictures");
    }

private:
    /// The last line of what it said.
    [[nodiscard]] std::string complaint() const {
        std::rewind(complaints_);
        std::string last;
        std::array<char, 1024> line{};
        while (std::fgets(line.data(), line.size(), complaints_) != nullptr) last = line.data();
        while (!last.empty() && last.back() == '\n') last.pop_back();
        return last.empty() ? "it ended before the film was made" : last;
    }

    std::FILE* complaints_ = nullptr;
    pid_t process_ = 0;
    int to_ = -1;
};

/// How ffmpeg is to pack a kind of film; quick rather than small.
std::vector<std::string> packing(const std::string& extension) {
    if (extension == ".mp4")
        return {"-c:v", "libx264", "-preset", "veryfast",  "-crf",       "20", "-c:a",
                "aac",  "-b:a",    "160k",    "-movflags", "+faststart", "-f", "mp4"};
    return {"-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8",    "-row-mt", "1",  "-crf",
            "30",   "-b:v",       "0",         "-c:a",     "libopus",   "-b:a", "96k",     "-f", "webm"};
}

std::vector<std::string> ffmpeg_words(const fs::path& file, const FilmShape& shape, const fs::path& sound) {
    std::vector<std::string> words{"ffmpeg",
                                   "-hide_banner",
                                   "-loglevel",
                                   "error",
                                   "-y",
                                   "-f",
                                   "rawvideo",
                                   "-pixel_format",
                                   "rgba",
                                   "-video_size",
                                   std::to_string(shape.width) + "x" + std::to_string(shape.height),
                                   "-framerate",
                                   std::to_string(shape.frames_per_s),
                                   "-i",
                                   "pipe:0"};
    if (!sound.empty()) words.insert(words.end(), {"-i", sound.string()});
    // Players want even sizes and colours at half the resolution.
    words.insert(words.end(),
                 {"-vf",
                  "pad=ceil(iw/2)*2:ceil(ih/2)*2,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
                  "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"});
    const std::vector<std::string> kind = packing(file.extension());
    words.insert(words.end(), kind.begin(), kind.end());
    words.push_back(file.string());
    return words;
}

/// Through ffmpeg, a picture at a time.
class PackedFilm : public Film {
public:
    PackedFilm(const fs::path& file, const FilmShape& shape)
        : destination_(file), staged_(file), sound_(fs::path(file).replace_extension(".wav")),
          ffmpeg_(ffmpeg_words(staged_.path(), shape, written(shape.sound))) {}

    void add(const render::Image& picture) override { ffmpeg_.write(picture.rgba); }
    fs::path finish() override {
        ffmpeg_.finish();
        staged_.commit();
        return destination_;
    }

private:
    /// ffmpeg reads the sound from a file that goes away with this film.
    fs::path written(const audio::Clip& sound) {
        if (sound.samples.empty()) return {};
        files::write_whole(sound_.path(), audio::wav(sound));
        return sound_.path();
    }

    fs::path destination_;
    files::StagedFile staged_, sound_;
    Program ffmpeg_;
};

/// A folder of pictures.
class LooseFilm : public Film {
public:
    LooseFilm(fs::path folder, const FilmShape& shape) : folder_(std::move(folder)) {
        if (fs::exists(folder_))
            throw Failure(folder_.string(), "is there already", "name another, or take it away first");
        growing_ = folder_;
        growing_ += ".part";
        std::error_code error;
        fs::remove_all(growing_, error);
        if (!fs::create_directory(growing_, error))
            throw Failure(folder_.string(), "the folder cannot be made: " + error.message(),
                          "choose another place");
        if (!shape.sound.samples.empty()) files::write_whole(growing_ / "sound.wav", audio::wav(shape.sound));
    }
    ~LooseFilm() override {
        std::error_code error;
        if (!growing_.empty()) fs::remove_all(growing_, error);
    }
    void add(const render::Image& picture) override {
        std::array<char, 32> name{};
        std::snprintf(name.data(), name.size(), "frame-%05d.png", ++pictures_);
        files::write_whole(growing_ / name.data(), render::png(picture));
    }
    fs::path finish() override {
        std::error_code error;
        fs::rename(growing_, folder_, error);
        if (error) throw Failure(folder_.string(), error.message(), "choose another place");
        growing_.clear();
        return folder_;
    }

private:
    fs::path folder_, growing_;
    int pictures_ = 0;
};

} // namespace

bool has_ffmpeg() {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');)
        if (access((fs::path(folder) / "ffmpeg").c_str(), X_OK) == 0) return true;
    return false;
}

std::unique_ptr<Film> begin_film(const fs::path& file, const FilmShape& shape) {
    const std::string kind = file.extension();
    if (!kind.empty() && kind != ".mp4" && kind != ".webm")
        throw Failure(file.string(), "its kind is not known",
                      "end the name with .mp4 or .webm, or with neither for a folder of pictures");
    if (!kind.empty() && has_ffmpeg()) return std::make_unique<PackedFilm>(file, shape);
    return std::make_unique<LooseFilm>(fs::path(file).replace_extension(), shape);
}

} // namespace spinescope::app
