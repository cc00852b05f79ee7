#pragma once

#include "render/image.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace spinescope::app {

/// Dear ImGui without a window: what is drawn with it becomes a picture. It may live beside the window's own.
/// Needs a current OpenGL context.
class OffscreenInterface {
public:
    /// Pixels, and how large a length of the design is in them. Throws Failure when the typeface is missing.
    OffscreenInterface(int width, int height, float scale);
    ~OffscreenInterface();
    OffscreenInterface(const OffscreenInterface&) = delete;
    OffscreenInterface& operator=(const OffscreenInterface&) = delete;

    /// Draws `frames` times, the last of which is kept: the first ones settle sizes that depend on their own
    /// contents.
    [[nodiscard]] render::Image picture(const std::function<void()>& draw, int frames = 1);

    /// Draws and makes no picture of it.
    void lay_out(const std::function<void()>& draw, int frames = 1);
    /// Of what was drawn last: words that are cut off at the left or right edge of what holds them, as far as
    /// they show. A measure of layouts for tests.
    [[nodiscard]] std::vector<std::string> words_cut_off() const;
    /// The same for words that lie on other words of their window.
    [[nodiscard]] std::vector<std::string> words_on_words() const;
    /// The same for windows whose contents are higher than they and do not scroll, or that leave the screen.
    [[nodiscard]] std::vector<std::string> out_of_reach() const;
    /// The same for the parts whose words do not all show at once, so that they scroll.
    [[nodiscard]] std::vector<std::string> scrolling() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace spinescope::app
