#include "files/installation.hpp"

#include "files/failure.hpp"

namespace spinescope::files {

namespace fs = std::filesystem;

fs::path share() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    // Tests live one folder below the program they test.
    for (const fs::path& candidate : {program / "share/spinescope", program / "../share/spinescope"})
        if (fs::exists(candidate / "assets", error)) return fs::canonical(candidate, error);
    throw Failure(program.string(), "the program's data (share/spinescope) is missing",
                  "build it again with scripts/run, or install it again with cmake --install");
}

fs::path asset(const fs::path& relative) {
    return share() / "assets" / relative;
}

} // namespace spinescope::files
