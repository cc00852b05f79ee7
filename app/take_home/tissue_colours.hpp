#pragma once

#include "scene/exported_materials.hpp"

namespace spinescope::app {

/// The colours that tissues have on screen, for models that go to other programs.
[[nodiscard]] scene::TissueColours tissue_colours();

} // namespace spinescope::app
