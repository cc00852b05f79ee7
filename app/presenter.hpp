#pragma once

#include <glm/vec2.hpp>
#include <vector>

namespace spinescope::app {

struct Session;

/// A line drawn by hand over the scene.
struct Stroke {
    std::vector<glm::vec2> points; ///< shares of the scene's width and height, from its top left
    double age_s = 0;              ///< since it was finished
};

/// What helps to point at things in front of a class.
struct Presenter {
    bool ring = false; ///< about the pointer
    bool pen = false;  ///< the pointer draws instead of turning the spine
    bool fades = true; ///< what is drawn goes by itself
    bool drawing = false;
    std::vector<Stroke> strokes;

    static constexpr double stays_s = 4, fades_s = 1.5;
};

/// How much of a stroke is still to be seen, 0 to 1.
[[nodiscard]] float strength(const Presenter& presenter, const Stroke& stroke);

void toggle_ring(Session& session);
void toggle_pen(Session& session);
void toggle_fading(Session& session);
void wipe(Session& session);

/// Strokes grow older and go. Whether any is on its way out.
bool pass_time_in_pen(Presenter& presenter, double elapsed_s);

} // namespace spinescope::app
