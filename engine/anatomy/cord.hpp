#pragma once

#include "anatomy/canal.hpp"
#include "anatomy/tissue_plan.hpp"

#include <array>

namespace spinescope::anatomy {

/// An ellipse across the canal: its middle and half sizes, mm.
struct CanalEllipse {
    glm::vec3 at{};
    glm::vec3 forward{};
    float half_width = 0;
    float half_depth = 0;

    /// `right` and `front` in half sizes from the middle.
    [[nodiscard]] glm::vec3 point(float right, float front) const {
        return at + front * half_depth * forward + glm::vec3(0, 0, right * half_width);
    }
};

/// The spinal cord and the sac of dura around it, by their place in the canal (canal.hpp).
class Cord {
public:
    Cord(const Figures& figures, const Canal& canal);

    /// The cord down to its conus; below it a point.
    [[nodiscard]] CanalEllipse cord(float place) const;
    /// The outside of the dura, clear of the bodies in front and of the ligamenta flava and fat behind.
    [[nodiscard]] CanalEllipse sac(float place) const;
    [[nodiscard]] float conus() const { return conus_; }
    [[nodiscard]] float sac_end() const { return sac_end_; }

private:
    struct Girth {
        float place, width, depth;
    };
    const Canal* canal_; // outlives every cord: both are made and used while planning and making
    std::vector<Girth> girths_;
    float conus_, sac_end_;
    float in_front_, beside_;
    std::array<float, 3> behind_; // neck, chest, loins
};

/// The cord with its two enlargements, the filum that ties it to the coccyx, and the dural sac, a closed
/// shell.
[[nodiscard]] std::vector<TissuePlan> cord_and_covers(const Figures& figures, const StandingBones& bones,
                                                      const Canal& canal);

} // namespace spinescope::anatomy
