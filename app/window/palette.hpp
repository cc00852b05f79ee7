#pragma once

#include "render/renderer.hpp"

#include <imgui.h>

namespace spinescope::app::palette {

constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) {
    return IM_COL32((hex >> 16) & 255, (hex >> 8) & 255, hex & 255, alpha);
}

/// One quiet ground, one accent, warm for bone and warnings.
struct Palette {
    ImU32 ground, panel, raised, raised_hover, hairline;
    ImU32 text, muted, accent, accent_soft, warm;
    ImU32 warning_ground, warning_line, warning_text;
    // Tracks of the timeline: told apart by place and name too, never by colour alone.
    ImU32 gap, pressure, cavity, gas, sound;
};

inline constexpr Palette dark{.ground = rgb(0x12151A),
                              .panel = rgb(0x15181E),
                              .raised = rgb(0x1D2229),
                              .raised_hover = rgb(0x262D36),
                              .hairline = rgb(0x262B33),
                              .text = rgb(0xE4E7EB),
                              .muted = rgb(0x98A0AB),
                              .accent = rgb(0x6FB9D8),
                              .accent_soft = rgb(0x1F4B60),
                              .warm = rgb(0xD9B06A),
                              .warning_ground = rgb(0x33261A),
                              .warning_line = rgb(0x8A6238),
                              .warning_text = rgb(0xF3DCBB),
                              .gap = rgb(0x9AD3C5),
                              .pressure = rgb(0xE0A860),
                              .cavity = rgb(0x6FB9D8),
                              .gas = rgb(0x4781D1),
                              .sound = rgb(0xD65C8F)};

inline constexpr Palette light{.ground = rgb(0xEEEFF0),
                               .panel = rgb(0xFAFAF9),
                               .raised = rgb(0xEDEEF0),
                               .raised_hover = rgb(0xE0E3E7),
                               .hairline = rgb(0xDADDE1),
                               .text = rgb(0x1A1F26),
                               .muted = rgb(0x5B6472),
                               .accent = rgb(0x0B6690),
                               .accent_soft = rgb(0xCBE4F0),
                               .warm = rgb(0x8A5A10),
                               .warning_ground = rgb(0xFCF1DF),
                               .warning_line = rgb(0xC9924A),
                               .warning_text = rgb(0x53370F),
                               .gap = rgb(0x1E7B68),
                               .pressure = rgb(0xA8640F),
                               .cavity = rgb(0x0B6690),
                               .gas = rgb(0x3054C0),
                               .sound = rgb(0x3D0F2E)};

/// The same for bright rooms and weak eyes: nothing that is read has less than 7 : 1 to its ground.
inline constexpr Palette high(Palette palette, bool on_black) {
    palette.ground = palette.panel = rgb(on_black ? 0x000000 : 0xFFFFFF);
    palette.raised = rgb(on_black ? 0x141414 : 0xF2F2F2);
    palette.raised_hover = rgb(on_black ? 0x2C2C2C : 0xDADADA);
    palette.hairline = rgb(on_black ? 0x9A9A9A : 0x4A4A4A);
    palette.text = rgb(on_black ? 0xFFFFFF : 0x000000);
    palette.muted = rgb(on_black ? 0xD6DADF : 0x2B3038);
    palette.accent = rgb(on_black ? 0x8FD3F4 : 0x00466B);
    palette.accent_soft = rgb(on_black ? 0x0B4463 : 0xCBE4F0);
    palette.warm = rgb(on_black ? 0xFFD27D : 0x5C3800);
    palette.warning_ground = rgb(on_black ? 0x241800 : 0xFFF6E5);
    palette.warning_line = rgb(on_black ? 0xFFC25C : 0x7A4B00);
    palette.warning_text = rgb(on_black ? 0xFFF1DA : 0x3A2300);
    return palette;
}
inline constexpr Palette dark_high = high(dark, true), light_high = high(light, false);

inline const Palette* in_use = &dark;
inline bool is_light() {
    return in_use == &light || in_use == &light_high;
}

inline const Palette& now() {
    return *in_use;
}

inline ImVec4 vec(ImU32 colour) {
    return ImGui::ColorConvertU32ToFloat4(colour);
}

} // namespace spinescope::app::palette
