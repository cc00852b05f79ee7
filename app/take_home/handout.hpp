#pragma once

#include "app/lessons/lesson.hpp"
#include "app/session.hpp"
#include "app/take_home/making.hpp"

#include <filesystem>
#include <memory>

namespace spinescope::app {

/// A lesson on paper: every step's picture and words, questions, answers and sources, and when to see
/// someone. Made a step at a time; the session shows each meanwhile and gets back what it showed before.
/// Throws Failure for a place that cannot be written.
[[nodiscard]] std::unique_ptr<Making> begin_handout(Session& session, const Lesson& lesson,
                                                    const std::filesystem::path& file);

} // namespace spinescope::app
