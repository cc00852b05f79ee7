// The arrows between the folders, held: a folder includes its own headers and those it may depend on, and
// nothing but render knows OpenGL, nothing but app knows the window and its interface.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace fs = std::filesystem;

namespace {

using Words = std::set<std::string>;

const std::map<std::string, Words> may_include{
    {"files", {}},
    {"language", {"files"}},
    {"anatomy", {"files"}},
    {"mechanics", {"files", "anatomy"}},
    {"cavitation", {"files", "anatomy"}},
    {"timeline", {"files", "language", "anatomy", "mechanics", "cavitation"}},
    {"scene", {"files", "language", "anatomy"}},
    {"render", {"files", "anatomy", "scene"}},
    {"audio", {"files"}},
};

/// Every `#include` of a source file: what stands between its quotes or angles.
std::vector<std::string> includes(const fs::path& file) {
    static const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<std::string> found;
    std::ifstream in(file);
    std::smatch match;
    for (std::string line; std::getline(in, line);)
        if (std::regex_search(line, match, pattern)) found.push_back(match[1]);
    return found;
}

template <typename Visit>
void each_source(const fs::path& folder, Visit&& visit) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string extension = entry.path().extension();
        if (extension == ".cpp" || extension == ".hpp") visit(entry.path());
    }
}

bool starts(const std::string& word, const std::string& with) {
    return word.rfind(with, 0) == 0;
}

} // namespace

TEST_CASE("Each folder of the engine includes only what its arrows allow") {
    const fs::path engine = fs::path(SPINESCOPE_SOURCE) / "engine";
    std::size_t seen = 0;
    for (const auto& entry : fs::directory_iterator(engine)) {
        const std::string folder = entry.path().filename();
        INFO("engine/" << folder << " has no place in the architecture");
        REQUIRE(may_include.contains(folder));
        each_source(entry.path(), [&](const fs::path& file) {
            for (const std::string& include : includes(file)) {
                const std::string from = include.substr(0, include.find('/'));
                INFO(file << " includes " << include);
                REQUIRE_FALSE(starts(include, "app/"));
                if (may_include.contains(from)) {
                    REQUIRE((from == folder || may_include.at(folder).contains(from)));
                    ++seen;
                }
            }
        });
    }
    REQUIRE(seen > 50);
}

TEST_CASE("Only render knows OpenGL, only app knows the window and its interface") {
    const fs::path source = SPINESCOPE_SOURCE;
    each_source(source / "engine", [&](const fs::path& file) {
        const bool render = file.string().find("/engine/render/") != std::string::npos;
        for (const std::string& include : includes(file)) {
            INFO(file << " includes " << include);
            REQUIRE_FALSE(starts(include, "imgui"));
            REQUIRE_FALSE(starts(include, "GLFW"));
            if (!render)
                for (const char* graphics : {"epoxy", "GL/", "EGL/", "KHR/"})
                    REQUIRE_FALSE(starts(include, graphics));
        }
    });
    each_source(source / "app", [&](const fs::path& file) {
        for (const std::string& include : includes(file)) {
            INFO(file << " includes " << include);
            for (const char* graphics : {"epoxy", "GL/", "EGL/"}) REQUIRE_FALSE(starts(include, graphics));
        }
    });
}
