#pragma once

#include "render/frame.hpp"
#include "render/section.hpp"
#include "render/shader_program.hpp"

namespace spinescope::render {

// What the shaders are told of light and tissue. Names that a program does not use are ignored.

/// How far light is kept out by what stands in front, m.
constexpr float hollow_reach_m = 0.012f;

/// How much of a surface's grain is seen: 1 close by, 0 from afar and while the view moves.
[[nodiscard]] float grain_seen(const Frame& frame);

/// The lights and the ground of measure, once a program and frame.
void illuminate(const ShaderProgram& program, const Frame& frame);
/// The steps of colour, once a program and frame.
void warm(const ShaderProgram& program, const Frame& frame);
/// What the item's outer surface looks like.
void dye(const ShaderProgram& program, const Item& item, float grain);
/// What a part of its cut face looks like.
void dye_face(const ShaderProgram& program, const Frame& frame, const Item& item, Face face);
/// How thick its rind is on a cut face, mm; 0: it has none, or none that could be seen.
[[nodiscard]] float rind_mm(const Frame& frame, const Item& item);

} // namespace spinescope::render
