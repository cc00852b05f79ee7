#include "anatomy/tissue_plan.hpp"

#include "anatomy/mesh_checks.hpp"
#include "anatomy/mesh_reduction.hpp"
#include "files/failure.hpp"

#include <algorithm>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

Mesh made(const SolidTissue& tissue) {
    Mesh mesh = mesh_solid(tissue.solid, tissue.box, tissue.spacing_mm);
    if (!tissue.pieces) mesh = largest_piece(mesh);
    mesh = reduced(mesh, tissue.triangles);
    if (mesh.indices.empty()) throw Failure("tissue", "nothing is left of it", "check the tables of anatomy");
    for (const glm::vec3& p : mesh.positions) {
        mesh.normals.push_back(tissue.solid.normal(p));
        mesh.ride.push_back(tissue.ride(p));
        if (tissue.across) mesh.across.push_back(tissue.across(p));
    }
    return mesh;
}

Field ride_between(const glm::vec3& towards, float from, float to, float ride_from, float ride_to) {
    return [=](const glm::vec3& p) {
        const float t = std::clamp((glm::dot(p, towards) - from) / (to - from), 0.0F, 1.0F);
        return ride_from + (ride_to - ride_from) * t * t * (3 - 2 * t);
    };
}

} // namespace spinescope::anatomy
