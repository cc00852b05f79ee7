#pragma once

#include "anatomy/ribs.hpp"
#include "anatomy/standing_bones.hpp"
#include "anatomy/swept.hpp"
#include "anatomy/tissue_plan.hpp"

#include <memory>
#include <string>
#include <vector>

namespace spinescope::anatomy {

/// A right muscle as bundles of fibres, in the spine frame, mm: bellies, and the slips and tendons with which
/// they hold on to bone.
struct Muscle {
    std::string name; ///< "multifidus"
    std::vector<Sweep> bundles;
    std::vector<Attachment> attachments;
};

/// What muscles lie against: the bones, the ribs and the hip bone of the right side, and what has been laid
/// before. Keeps references to the bones and ribs it is given.
class MuscleBed {
public:
    MuscleBed(const Figures& figures, const StandingBones& bones, const std::array<Rib, rib_pairs>& ribs);

    [[nodiscard]] const Figures& figures() const { return figures_; }
    [[nodiscard]] const StandingBones& bones() const { return bones_; }
    [[nodiscard]] const Rib& rib(std::size_t number) const { return ribs_[number - 1]; }

    /// How much room there is at a point, mm, with all that lies there so far.
    [[nodiscard]] Room room() const;
    /// From now on the muscle's bundles need room too.
    void lay(const Muscle& muscle);

    /// The nearest point on a rib's or the hip bone's surface.
    [[nodiscard]] glm::vec3 onto_rib(std::size_t number, const glm::vec3& p) const;
    [[nodiscard]] glm::vec3 onto_hip(const glm::vec3& p) const;

private:
    struct Obstacle {
        Box box;
        Shape shape;
    };
    const Figures& figures_;
    const StandingBones& bones_;
    const std::array<Rib, rib_pairs>& ribs_;
    std::vector<Obstacle> obstacles_;
    Shape hip_;
};

/// The belly that muscles.csv tells station by station, from below upward.
[[nodiscard]] Sweep belly(const Figures& figures, const StandingBones& bones, const std::string& name);

/// Where a bundle ends on bone.
struct Insertion {
    std::string bone; ///< "L4", "rib.7.right", "hip.right"
    glm::vec3 at{};   ///< on its surface, mm
    float ride = 0;
};
[[nodiscard]] Insertion hold_on(const MuscleBed& bed, std::string_view level, const glm::vec3& near);
[[nodiscard]] Insertion hold_on_rib(const MuscleBed& bed, std::size_t number, const glm::vec3& near);
[[nodiscard]] Insertion hold_on_hip(const MuscleBed& bed, const glm::vec3& near);

/// A tendon from within `body`, where it is `lead` mm below (negative: above) the hold, to that hold.
void add_slip(Muscle& muscle, const Sweep& body, const Insertion& hold, float lead, float half_width);

/// A spindle between two holds, thickest in its middle.
void add_spindle(Muscle& muscle, const Insertion& from, const Insertion& to, float width, float thickness,
                 const glm::vec3& bow = {});

/// A strap between two holds, as wide nearly all the way.
void add_strap(Muscle& muscle, const Insertion& from, const Insertion& to, float width, float thickness,
               const glm::vec3& bow = {});

} // namespace spinescope::anatomy
