#pragma once

#include <array>

/// The files that the build bakes, in the installation's share folder.
namespace spinescope::scene::baked {

/// What is shown at first, so that the window need not wait for more.
inline constexpr const char* first_sight = "spine.glb";
/// Every other structure.
inline constexpr const char* the_rest = "tissues.glb";

/// Where tissues hold on to bone (anatomy/attachments.hpp).
inline constexpr const char* attachments = "attachments.json";

/// All of it again in coarser levels of detail, for what is small or moves.
struct Coarse {
    const char* file;
    float share; ///< of the triangles
};
inline constexpr std::array<Coarse, 2> coarse{{{"coarse.glb", 0.4f}, {"coarsest.glb", 0.14f}}};

} // namespace spinescope::scene::baked
