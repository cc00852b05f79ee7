#pragma once

#include <string>
#include <vector>

namespace spinescope::test {

/// What one run of the built program said.
struct Ran {
    int status = -1; ///< exit status; 128 + signal when it was killed
    std::string out, err;
};

/// Runs build/spinescope with these words and waits for it.
[[nodiscard]] Ran run(const std::vector<std::string>& arguments);

/// The graphics driver unloads itself with a little memory lost; the leak check cannot name what is unloaded.
inline const std::string driver_leaks = "ASAN_OPTIONS=detect_leaks=0";

/// A folder of its own for a test's files, removed at the end.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::vector<std::string> entries() const;

private:
    std::string path_;
};

/// A child process whose standard error is read line by line.
class Process {
public:
    Process(const std::string& program, std::vector<std::string> arguments,
            const std::vector<std::string>& environment = {});
    ~Process(); ///< ends it if it still runs
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Waits until a line with `words` comes (searching on from the last match); false after 30 s without.
    [[nodiscard]] bool says(const std::string& words, int within_s = 30);
    [[nodiscard]] const std::string& said() const { return said_; }
    /// Waits for its end and gives the exit status.
    int wait();

private:
    int pid_ = 0;
    int pipe_ = -1;
    std::string said_;
    std::size_t searched_ = 0;
};

} // namespace spinescope::test
