#pragma once

namespace spinescope::app {

/// What the window is about at the moment.
enum class Mode { explore, pop, strain, safer };

} // namespace spinescope::app
