#pragma once

#include "../scene/solids.hpp"
#include "anatomy/chain.hpp"

#include <cmath>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::test {

constexpr float from_ride = 20.5f, to_ride = 24.25f;
constexpr float rod_top = 0.04f;

/// The height at which the rod rides so.
constexpr float height_of(float ride) {
    return rod_top - 2 * rod_top * (ride - from_ride) / (to_ride - from_ride);
}

/// An upright rod whose corners ride on L1 to L5.
inline anatomy::Mesh rod(float radius = 0.004f) {
    anatomy::Mesh mesh = grid(24, 60, false, [radius](float u, float v) {
        const float a = 2 * std::numbers::pi_v<float> * u;
        const float w = v == 0 || v == 1 ? 0.0f : radius;
        const glm::vec3 round{std::cos(a), 0, std::sin(a)};
        const glm::vec3 normal = v == 0 ? glm::vec3(0, 1, 0) : v == 1 ? glm::vec3(0, -1, 0) : round;
        return std::pair(round * w + glm::vec3(0, rod_top - 2 * rod_top * v, 0), normal);
    });
    for (const glm::vec3& p : mesh.positions)
        mesh.ride.push_back(from_ride + (to_ride - from_ride) * (rod_top - p.y) / (2 * rod_top));
    return mesh;
}

/// Each bone leans 6 degrees forward and 4 to the side on the one below.
inline anatomy::Posture leaning() {
    anatomy::Posture posture;
    for (std::size_t bone = anatomy::chain_length - 1; bone-- > 0;) {
        const glm::vec3 pivot{-0.01f, height_of(static_cast<float>(bone) + 0.5f), 0};
        glm::mat4 step = glm::translate(glm::mat4(1), pivot);
        step = glm::rotate(step, glm::radians(-6.0f), glm::vec3(0, 0, 1));
        step = glm::rotate(step, glm::radians(4.0f), glm::vec3(1, 0, 0));
        step = glm::translate(step, -pivot);
        posture.moved.at(bone) = posture.moved.at(bone + 1) * step;
    }
    return posture;
}

} // namespace spinescope::test
