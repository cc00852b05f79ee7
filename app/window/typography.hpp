#pragma once

#include "render/renderer.hpp"

#include <imgui.h>
#include <memory>
#include <string>
#include <string_view>

namespace spinescope::app {

/// The typeface in its cuts, for a display scale.
struct Typography {
    ImFont* body = nullptr;
    ImFont* strong = nullptr;
    ImFont* small = nullptr;
    ImFont* title = nullptr;
    ImFont* large = nullptr;   ///< to be read from the last row
    ImFont* display = nullptr; ///< and titles over it
    float scale = 1;
};

/// The cuts with their letters drawn; an ImGui context is made upon the atlas and must not outlive it.
struct Typefaces {
    std::unique_ptr<ImFontAtlas> atlas;
    Typography cuts;
};

/// Draws the letters of Inter. Needs no context, so it can be done while the window is made. Throws Failure
/// when the typeface is missing.
[[nodiscard]] Typefaces load_typefaces(float scale);
/// Makes the current ImGui context look like Spinescope, in dark.
void set_up_style(const Typefaces& typefaces);
/// Changes its colours to the theme's, if it has others.
void use_theme(render::Theme theme, bool high_contrast = false);
[[nodiscard]] const Typography& type();
/// Of another context of Dear ImGui, which is in use from now on.
void use_typography(const Typography& cuts);
/// A length of the design in pixels of this display.
[[nodiscard]] float px(float design);

/// `words` with line breaks at spaces only, so that no line is wider than `width` in this cut; figures such
/// as "0.12 mm" are kept whole where Dear ImGui's own wrapping would break them at the point.
[[nodiscard]] std::string wrapped(ImFont* font, std::string_view words, float width);

/// `words`, or as many of their letters as fit into `width` in the cut in use, and an ellipsis.
[[nodiscard]] std::string shortened(const std::string& words, float width);

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
