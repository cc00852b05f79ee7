#pragma once

#include "render/image.hpp"

#include <string>
#include <vector>

namespace spinescope::app {

/// A step as it stands on paper.
struct HandoutStep {
    render::Image picture;
    std::string title, text;
    std::string question, answer;     ///< empty: it asks nothing
    std::vector<std::size_t> sources; ///< places in the handout's list
};

/// Everything that a handout says, in words ready to be set.
struct Handout {
    std::string title, summary;
    std::vector<HandoutStep> steps;
    std::vector<std::string> sources;
    std::string advice; ///< when to see someone: a box of its own
    std::string made_with;
    // Its headings.
    std::string answers_head, sources_head, advice_head;
    std::string page_of; ///< "{page} / {pages}"
};

/// The handout as a PDF's bytes: A4, its words as text that can be searched and copied, pictures beside them;
/// questions with room to write, their answers on the last page. Throws Failure when it cannot be set.
[[nodiscard]] std::string pdf(const Handout& handout);

} // namespace spinescope::app
