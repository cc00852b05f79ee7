#pragma once

#include "anatomy/mesh.hpp"
#include "anatomy/solid.hpp"

#include <functional>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace spinescope::anatomy {

/// One place along a swept tissue: where its axis passes and how large its elliptical section is there, mm.
struct SweptStation {
    glm::vec3 at{};
    float side = 1; ///< half size along the sweep's `side`
    float deep = 1; ///< half size across it
    float ride = 0; ///< place on the chain of bones
};

/// A tissue told by the line along which it runs: nerve, vessel, muscle bundle, rib. A smooth curve passes
/// through the stations; the ends are round and reach exactly the first and the last of them.
struct Sweep {
    std::vector<SweptStation> stations;
    glm::vec3 side{0, 0, 1}; ///< which way `side` is measured; its part along the axis is ignored
    int around = 8;          ///< corners of a section
    float step_mm = 3;       ///< between sections
};

/// How far a point (mm) is from what the tissue must keep clear of, mm; negative within it.
using Room = std::function<float(const glm::vec3&)>;

/// The closed surface of a sweep, mm, with rides and with `across` counted round the section. Where `room`
/// ends the section gives way: no corner goes farther from the axis than there is room on the way to it.
[[nodiscard]] Mesh swept(const Sweep& sweep, const Room& room = {});

/// The same sweep as a shape, for what must keep clear of it.
[[nodiscard]] Shape solid_of(const Sweep& sweep);

/// The axis as points about `step_mm` apart, with their sizes and rides.
[[nodiscard]] std::vector<SweptStation> along(const Sweep& sweep);

/// The sweep bent out of the way: its inner stations are moved until there is room for the section and `gap`
/// mm more, where that can be found nearby.
[[nodiscard]] Sweep eased(const Sweep& sweep, const Room& room, float gap);

/// The roomiest point within `reach` mm of `p`.
[[nodiscard]] glm::vec3 settled(const glm::vec3& p, const Room& room, float reach);

/// Several meshes as one; their surfaces stay apart.
[[nodiscard]] Mesh joined(std::span<const Mesh> parts);

/// Area-weighted normals for a mesh without.
void shade(Mesh& mesh);

} // namespace spinescope::anatomy
