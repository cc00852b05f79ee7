#pragma once

#include <imgui.h>
#include <string>
#include <string_view>

namespace spinescope::app {

/// The typeface in its four cuts, loaded once for a display scale.
struct Typography {
    ImFont* body = nullptr;
    ImFont* strong = nullptr;
    ImFont* small = nullptr;
    ImFont* title = nullptr;
    float scale = 1;
};

/// Loads Inter from the installation into the current ImGui context and sets the style for `scale`. Throws
/// Failure when the typeface is missing.
void set_up_style(float scale);
[[nodiscard]] const Typography& type();
/// A length of the design in pixels of this display.
[[nodiscard]] float px(float design);

// Words on a panel, wrapped at its edge.
void heading(std::string_view words);
void subheading(std::string_view words); ///< in the accent colour
void body(std::string_view words);
void fine_print(std::string_view words); ///< small and muted: sources, marks of trust
void space(float design_height);
/// A word that can be pressed.
[[nodiscard]] bool link(const char* words);
/// A quiet push button with a label.
[[nodiscard]] bool button(const char* words, bool active = false);

} // namespace spinescope::app
