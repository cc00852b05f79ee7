#pragma once

#include <imgui.h>

namespace spinescope::app::palette {

// One quiet ground, one accent, warm for bone and warnings.
constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) {
    return IM_COL32((hex >> 16) & 255, (hex >> 8) & 255, hex & 255, alpha);
}

constexpr ImU32 ground = rgb(0x12151A);
constexpr ImU32 panel = rgb(0x15181E);
constexpr ImU32 raised = rgb(0x1D2229);
constexpr ImU32 raised_hover = rgb(0x262D36);
constexpr ImU32 hairline = rgb(0x262B33);
constexpr ImU32 text = rgb(0xE4E7EB);
constexpr ImU32 muted = rgb(0x98A0AB);
constexpr ImU32 accent = rgb(0x6FB9D8);
constexpr ImU32 accent_soft = rgb(0x1F4B60);
constexpr ImU32 warm = rgb(0xD9B06A);
constexpr ImU32 warning_ground = rgb(0x33261A);
constexpr ImU32 warning_line = rgb(0x8A6238);
constexpr ImU32 warning_text = rgb(0xF3DCBB);

// Tracks of the timeline: told apart by place and name too, never by colour alone.
constexpr ImU32 gap = rgb(0x9AD3C5);
constexpr ImU32 pressure = rgb(0xE0A860);
constexpr ImU32 cavity = rgb(0x6FB9D8);
constexpr ImU32 gas = rgb(0x8FA9E8);
constexpr ImU32 sound = rgb(0xC79BD8);

inline ImVec4 vec(ImU32 colour) {
    return ImGui::ColorConvertU32ToFloat4(colour);
}

} // namespace spinescope::app::palette
