#pragma once

#include "render/frame.hpp"
#include "render/programs.hpp"

#include <functional>
#include <optional>

namespace spinescope::render {

/// What of an item's kind its vertex shader must know, in any pass.
[[nodiscard]] unsigned place_kind(const Item& item);
/// Its kind where its tissue shows.
[[nodiscard]] unsigned tissue_kind(const Item& item);

/// Its kind where figures show instead.
[[nodiscard]] unsigned data_kind(const Item& item);

/// The one segment that a tissue between two bones bears something in: all of it then shows that.
[[nodiscard]] std::optional<std::size_t> only_heated_segment(const Item& item);

/// Makes the program of that kind ready for a frame.
const ShaderProgram& use(Pass& pass, unsigned kind, const Frame& frame);
/// Puts an item where it belongs.
void place(const ShaderProgram& program, const Item& item, unsigned kind);

/// Draws what of the items is on the stage, kind by kind: a program is set up once by `begin`, and `dress`
/// says what each item looks like.
void draw_items(const Frame& frame, const std::vector<Item>& items, Pass& pass,
                unsigned (*kind_of)(const Item&), const std::function<void(const ShaderProgram&)>& begin,
                const std::function<void(const ShaderProgram&, const Item&)>& dress);

} // namespace spinescope::render
