#pragma once

#include "anatomy/spine.hpp"
#include "anatomy/standing_curve.hpp"
#include "anatomy/surface_nets.hpp"

#include <functional>

namespace spinescope::anatomy {

/// A quantity at a point of a tissue's frame (mm).
using Field = std::function<float(const glm::vec3&)>;

/// A vertex by which a tissue holds on to a bone.
struct Hold {
    std::string bone; ///< "L4", "sacrum", "occiput"
    std::uint32_t vertex = 0;
};

/// A soft tissue as it is to be made. Planning is quick and asks the bones; making is left to every core.
struct TissuePlan {
    std::string id;
    std::function<Mesh()> make; ///< in `frame`, mm, with normals and rides
    Pose frame{};               ///< as seen from the spine frame, mm
    std::vector<Attachment> attachments{};
    std::vector<Hold> holds{}; ///< more attachments, known once it is made
};

/// A tissue told as a solid in its frame, mm.
struct SolidTissue {
    Solid solid;
    Box box;
    float spacing_mm = 0.6F;
    std::size_t triangles = 600;
    Field ride;          ///< place on the chain of bones
    Field across;        ///< mm across its fibres; empty: none
    bool pieces = false; ///< it is of several pieces; otherwise crumbs are shed
};
/// Its mesh with normals, rides and fibres. Throws Failure when nothing is left of it or it reaches the box.
[[nodiscard]] Mesh made(const SolidTissue& tissue);

/// Along `towards` (unit) from `from` mm to `to` mm of its dot product, the ride goes smoothly from
/// `ride_from` to `ride_to`, and stays there beyond.
[[nodiscard]] Field ride_between(const glm::vec3& towards, float from, float to, float ride_from,
                                 float ride_to);

} // namespace spinescope::anatomy
