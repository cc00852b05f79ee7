#pragma once

#include "anatomy/solid.hpp"

#include <glm/vec2.hpp>

namespace spinescope::anatomy {

/// An endplate's rim seen from above: an egg whose back may be dented (kidney, heart).
struct Outline {
    float width = 0;       ///< mm, across, where it is widest
    float depth = 0;       ///< mm, along the midline
    float widest_at = 0;   ///< where along x it is widest: 0 the middle, +1 the front, -1 the back
    float front_power = 2; ///< superellipse exponents: 2 an ellipse, more is squarer
    float back_power = 2;
    float dent = 0; ///< mm, how far the back's middle lies before its sides
};

/// About the signed distance in mm from (x, z) to the outline centred on the origin.
[[nodiscard]] float to_outline(const glm::vec2& p, const Outline& outline);

/// A shaft along y with that outline, its centre at `centre_x`: the vertebral canal.
[[nodiscard]] Shape shaft(const Outline& outline, float centre_x);

/// One end of the body: its rim plane passes through `centre`, pitched by `pitch_deg` about z.
struct Endplate {
    glm::vec3 centre{};
    float pitch_deg = 0;
    Outline rim;
    float dish = 0;    ///< mm, how far the middle lies below the rim
    float lean = 0;    ///< where along x the dish is deepest: 0 the middle, +1 the front, -1 the back
    float ramp = 0.5F; ///< how gently it falls from the rim, as a share of the half depth
};

/// A vertebral body between two endplates, waisted by `waist` (a fraction of its width) and with edges
/// rounded by about `edge` mm. The rear wall is hollowed by the share `behind` of that waist.
[[nodiscard]] Shape vertebral_body(const Endplate& upper, const Endplate& lower, float waist, float edge,
                                   float behind = 0.35F);

/// The room above (`way` +1) or below (-1) an endplate, within its rim: cutting it clears the endplate of
/// what the fillets of neighbouring parts have heaped on it.
[[nodiscard]] Shape room_beyond(const Endplate& endplate, float way);

} // namespace spinescope::anatomy
