#include "anatomy/occlusion.hpp"

#include "anatomy/parallel.hpp"

#include <array>
#include <cmath>
#include <embree3/rtcore.h>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>
#include <memory>

namespace spinescope::anatomy {

namespace {

constexpr int rays = 64;

/// Points of a Hammersley set on the hemisphere about +y, denser towards the pole (cosine-weighted).
std::array<glm::vec3, rays> hemisphere() {
    std::array<glm::vec3, rays> directions{};
    for (unsigned i = 0; i < rays; ++i) {
        unsigned bits = i;
        float radical = 0;
        for (float digit = 0.5F; bits != 0; bits >>= 1U, digit /= 2)
            radical += digit * static_cast<float>(bits & 1U);
        const float u = (static_cast<float>(i) + 0.5F) / rays;
        const float r = std::sqrt(u);
        const float angle = 2 * glm::pi<float>() * radical;
        directions[i] = {r * std::cos(angle), std::sqrt(1 - u), r * std::sin(angle)};
    }
    return directions;
}

/// Bones and discs: what is seen first. Only they take light from others, so that a bone looks the same
/// whether or not the muscles over it are shown.
bool is_of_frame(const BuiltStructure& structure) {
    return structure.mesh.ride.empty() || structure.id.starts_with("disc.");
}

/// A bit for a structure; those that share one stand far apart.
unsigned own_mask(std::size_t structure) {
    return 1U << (structure % 32);
}

using Device = std::unique_ptr<RTCDeviceTy, void (*)(RTCDevice)>;
using Scene = std::unique_ptr<RTCSceneTy, void (*)(RTCScene)>;

void add(const Device& device, const Scene& scene, const BuiltStructure& structure, unsigned mask) {
    const std::unique_ptr<RTCGeometryTy, void (*)(RTCGeometry)> geometry(
        rtcNewGeometry(device.get(), RTC_GEOMETRY_TYPE_TRIANGLE), rtcReleaseGeometry);
    const Mesh& mesh = structure.mesh;
    auto* points = static_cast<glm::vec3*>(rtcSetNewGeometryBuffer(geometry.get(), RTC_BUFFER_TYPE_VERTEX, 0,
                                                                   RTC_FORMAT_FLOAT3, sizeof(glm::vec3),
                                                                   mesh.positions.size()));
    for (const glm::vec3& p : mesh.positions) *points++ = glm::vec3(structure.place * glm::vec4(p, 1));
    auto* corners = static_cast<std::uint32_t*>(
        rtcSetNewGeometryBuffer(geometry.get(), RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3,
                                3 * sizeof(std::uint32_t), mesh.indices.size() / 3));
    std::ranges::copy(mesh.indices, corners);
    rtcSetGeometryMask(geometry.get(), mask);
    rtcCommitGeometry(geometry.get());
    rtcAttachGeometry(scene.get(), geometry.get());
}

bool blocked(const Scene& scene, const glm::vec3& origin, const glm::vec3& d, float reach_m, unsigned mask) {
    RTCIntersectContext context;
    rtcInitIntersectContext(&context);
    RTCRay ray{};
    ray.org_x = origin.x;
    ray.org_y = origin.y;
    ray.org_z = origin.z;
    ray.dir_x = d.x;
    ray.dir_y = d.y;
    ray.dir_z = d.z;
    ray.tfar = reach_m;
    ray.mask = mask;
    rtcOccluded1(scene.get(), &context, &ray);
    return ray.tfar < 0;
}

} // namespace

void bake_occlusion(std::span<BuiltStructure> spine, float reach_m) {
    const Device device(rtcNewDevice("threads=1"), rtcReleaseDevice);
    const Scene frame(rtcNewScene(device.get()), rtcReleaseScene);
    for (const BuiltStructure& structure : spine)
        if (is_of_frame(structure))
            add(device, frame, structure, own_mask(std::size_t(&structure - spine.data())));
    rtcCommitScene(frame.get());

    const auto directions = hemisphere();
    for_each_index(spine.size(), [&](std::size_t i) {
        const bool of_frame = is_of_frame(spine[i]);
        const Scene alone(rtcNewScene(device.get()), rtcReleaseScene);
        if (!of_frame) add(device, alone, spine[i], ~0U);
        rtcCommitScene(alone.get());
        Mesh& mesh = spine[i].mesh;
        const glm::mat4& place = spine[i].place;
        mesh.occlusion.resize(mesh.positions.size());
        for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
            const glm::vec3 n = glm::normalize(glm::vec3(place * glm::vec4(mesh.normals[v], 0)));
            const glm::vec3 t =
                glm::normalize(glm::cross(n, std::abs(n.x) < 0.7F ? glm::vec3(1, 0, 0) : glm::vec3(0, 1, 0)));
            const glm::vec3 b = glm::cross(n, t);
            const glm::vec3 origin = glm::vec3(place * glm::vec4(mesh.positions[v], 1)) + 0.0004F * n;
            int free = 0;
            for (const glm::vec3& direction : directions) {
                const glm::vec3 d = direction.x * t + direction.y * n + direction.z * b;
                const bool by_frame = blocked(frame, origin, d, reach_m, ~0U);
                const bool by_itself = of_frame ? by_frame && blocked(frame, origin, d, reach_m, own_mask(i))
                                                : blocked(alone, origin, d, reach_m, ~0U);
                free += by_itself ? 0 : by_frame ? 1 : 2;
            }
            mesh.occlusion[v] = static_cast<float>(free) / (2 * rays);
        }
    });
}

} // namespace spinescope::anatomy
