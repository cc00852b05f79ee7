// Every test runs as on a new computer: in English, with nothing kept from before.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>

int main(int argc, char** argv) {
    std::string settings = (std::filesystem::temp_directory_path() / "spinescope-settings-XXXXXX").string();
    if (mkdtemp(settings.data()) == nullptr) return 1;
    setenv("XDG_CONFIG_HOME", settings.c_str(), 1);
    setenv("LC_ALL", "C", 1);
    const int failed = Catch::Session().run(argc, argv);
    std::error_code left;
    std::filesystem::remove_all(settings, left);
    return failed;
}
