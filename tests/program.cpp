#include "tests/program.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace spinescope::test {

namespace fs = std::filesystem;

namespace {

std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

pid_t start(const std::string& program, std::vector<std::string>& arguments,
            const std::vector<std::string>& environment, int out, int err) {
    arguments.insert(arguments.begin(), program);
    std::vector<char*> words;
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    const pid_t pid = fork();
    if (pid == 0) {
        if (out >= 0) dup2(out, STDOUT_FILENO);
        if (err >= 0) dup2(err, STDERR_FILENO);
        for (const std::string& setting : environment) putenv(const_cast<char*>(setting.c_str()));
        execvp(program.c_str(), words.data());
        _exit(127);
    }
    return pid;
}

int exit_status(int raw) {
    return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
}

} // namespace

Ran run(const std::vector<std::string>& arguments) {
    const Folder folder;
    const std::string out = folder / "out", err = folder / "err";
    const int out_file = open(out.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    const int err_file = open(err.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    std::vector<std::string> words = arguments;
    const pid_t pid = start(SPINESCOPE_PROGRAM, words, {}, out_file, err_file);
    close(out_file);
    close(err_file);
    int raw = 0;
    waitpid(pid, &raw, 0);
    return {.status = exit_status(raw), .out = content(out), .err = content(err)};
}

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "spinescope-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::vector<std::string> Folder::entries() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path_)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

Process::Process(const std::string& program, std::vector<std::string> arguments,
                 const std::vector<std::string>& environment) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    pid_ = start(program, arguments, environment, -1, ends[1]);
    close(ends[1]);
    pipe_ = ends[0];
}

Process::~Process() {
    if (pid_ > 0) {
        kill(pid_, SIGTERM);
        waitpid(pid_, nullptr, 0);
    }
    close(pipe_);
}

bool Process::says(const std::string& words, int within_s) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(within_s);
    for (;;) {
        if (const std::size_t at = said_.find(words, searched_); at != std::string::npos) {
            searched_ = at + words.size();
            return true;
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        pollfd waiting{.fd = pipe_, .events = POLLIN, .revents = 0};
        if (left.count() <= 0 || poll(&waiting, 1, int(left.count())) <= 0) return false;
        char buffer[512];
        const ssize_t got = read(pipe_, buffer, sizeof buffer);
        if (got <= 0) return false;
        said_.append(buffer, std::size_t(got));
    }
}

int Process::wait() {
    int raw = 0;
    waitpid(pid_, &raw, 0);
    pid_ = 0;
    return exit_status(raw);
}

} // namespace spinescope::test
