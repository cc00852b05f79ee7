#include "files/staged_file.hpp"

#include "files/failure.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unistd.h>

namespace spinescope::files {

namespace fs = std::filesystem;

StagedFile::StagedFile(fs::path destination) : destination_(std::move(destination)) {
    std::error_code error;
    const fs::path folder = destination_.has_parent_path() ? destination_.parent_path() : fs::path(".");
    if (fs::is_directory(destination_, error))
        throw Failure(destination_.string(), "is a folder, not a file", "give a file name");
    if (!fs::is_directory(folder, error))
        throw Failure(destination_.string(), "its folder does not exist",
                      "make the folder or choose another");
    if (access(folder.c_str(), W_OK) != 0)
        throw Failure(destination_.string(), "its folder cannot be written to",
                      "choose a folder you may write to");
    path_ = folder / ("." + destination_.stem().string() + "." + std::to_string(getpid()) + ".part" +
                      destination_.extension().string());
}

StagedFile::~StagedFile() {
    if (committed_) return;
    std::error_code error;
    fs::remove(path_, error);
}

void StagedFile::commit() {
    std::error_code error;
    fs::rename(path_, destination_, error);
    if (error)
        throw Failure(destination_.string(), "cannot be written: " + error.message(), "choose another file");
    committed_ = true;
}

void write_whole(const fs::path& destination, std::string_view bytes) {
    StagedFile file(destination);
    std::ofstream out(file.path(), std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        throw Failure(destination.string(), std::string("cannot be written: ") + std::strerror(errno),
                      "free some space or choose another folder");
    file.commit();
}

std::string read_whole(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error)) throw Failure(path.string(), "no such file", "check the name");
    if (fs::is_directory(path, error))
        throw Failure(path.string(), "is a folder, not a file", "give a file name");
    std::ifstream in(path, std::ios::binary);
    std::string bytes(std::size_t(fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0), '\0');
    in.read(bytes.data(), std::streamsize(bytes.size()));
    bytes.resize(std::size_t(in.gcount()));
    // What is no regular file has no size to go by.
    if (bytes.empty()) bytes.assign(std::istreambuf_iterator<char>(in), {});
    if (!in.good() && !in.eof())
        throw Failure(path.string(), std::string("cannot be read: ") + std::strerror(errno),
                      "check its permissions");
    return bytes;
}

} // namespace spinescope::files
