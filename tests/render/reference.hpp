#pragma once

#include "files/installation.hpp"
#include "files/staged_file.hpp"
#include "render/image.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

namespace spinescope::test {

struct Comparison {
    bool found = false;
    double similarity = 0;
    std::filesystem::path candidate; ///< where the picture was left, if it did not pass
    [[nodiscard]] bool passed() const { return found && similarity > 0.97; }
};

inline Comparison compared(const render::Image& image, const std::string& name,
                           const std::string& candidate) {
    const std::filesystem::path reference =
        std::filesystem::path(SPINESCOPE_SOURCE) / "tests/pictures" / (name + ".png");
    Comparison comparison;
    comparison.found = std::filesystem::exists(reference);
    if (comparison.found)
        comparison.similarity = render::structural_similarity(image, render::read_png(reference));
    if (!comparison.passed()) {
        const std::filesystem::path folder = files::share().parent_path().parent_path() / "candidates";
        std::filesystem::create_directories(folder);
        comparison.candidate = folder / (candidate + ".png");
        files::write_whole(comparison.candidate, render::png(image));
    }
    return comparison;
}

inline void check(const render::Image& image, const std::string& name) {
    const Comparison comparison = compared(image, name, name);
    CAPTURE(name, comparison.similarity, comparison.candidate.string());
    CHECK(comparison.found);
    CHECK(comparison.passed());
}

} // namespace spinescope::test
