#include "anatomy/body.hpp"

#include "anatomy/swept.hpp"

namespace spinescope::anatomy {

namespace {

/// A station `along` m down the part's axis, sizes in m: `wide` to the side and `deep` forward.
SweptStation down(double along, double wide, double deep, double forward = 0) {
    return {1e3F * glm::vec3(static_cast<float>(forward), static_cast<float>(-along), 0),
            1e3F * static_cast<float>(wide), 1e3F * static_cast<float>(deep), 0};
}

Mesh surface(std::vector<SweptStation> stations, const glm::vec3& side = {0, 0, 1}) {
    Mesh mesh = swept({.stations = std::move(stations), .side = side, .around = 24, .step_mm = 12});
    for (glm::vec3& p : mesh.positions) p *= 1e-3F;
    mesh.ride.clear(); // rigid
    mesh.across.clear();
    return mesh;
}

/// A limb between two joints, whose round ends enclose them, with a belly a third of the way down.
Mesh limb(double length, double above, double belly, double below, double belly_back) {
    return surface({down(-above, above, above), down(0, above, above),
                    down(0.33 * length, belly, belly, -belly_back), down(length - below, 1.05 * below, below),
                    down(length + below, below, below)});
}

Mesh foot() {
    const Ball heel = Body::heel;
    const Ball toes = Body::toes;
    const auto at = [](double x, double y, double wide, double tall) {
        return SweptStation{1e3F * glm::vec3(static_cast<float>(x), static_cast<float>(y), 0),
                            1e3F * static_cast<float>(wide), 1e3F * static_cast<float>(tall), 0};
    };
    return surface({at(heel.at.x - heel.radius, heel.at.y, 0.030, heel.radius),
                    at(heel.at.x, heel.at.y, 0.030, heel.radius), at(0.02, 0.036 - Body::ankle, 0.034, 0.036),
                    at(0.09, 0.024 - Body::ankle, 0.042, 0.024), at(toes.at.x, toes.at.y, 0.042, toes.radius),
                    at(toes.at.x + toes.radius, toes.at.y, 0.036, toes.radius)});
}

Mesh hand() {
    const double palm = Body::hand_thickness;
    return surface({down(-0.010, 0.020, palm), down(0.03, 0.036, palm), down(0.095, 0.040, palm),
                    down(Body::hand, 0.026, 0.8 * palm)});
}

/// Cranium and face; the skull's base, which the model has, lies within.
Mesh head() {
    const glm::vec3 c = 1e3F * glm::vec3(Body::back_of_head.at);
    const auto at = [&](float x, float y, float wide, float deep) {
        return SweptStation{c + glm::vec3(x, y, 0), wide, deep, 0};
    };
    return surface({at(58, -112, 26, 26), at(50, -88, 42, 42), at(34, -52, 60, 66), at(14, -14, 71, 92),
                    at(4, 26, 73, 92), at(0, 62, 60, 74), at(0, 92, 34, 40)});
}

} // namespace

Mesh body_part_mesh(BodyPart part) {
    using enum BodyPart;
    switch (part) {
    case head:
        return anatomy::head();
    case right_thigh:
    case left_thigh:
        return limb(Body::thigh, Body::hip_radius, 0.066, Body::knee_radius, 0);
    case right_shank:
    case left_shank:
        return limb(Body::shank, Body::knee_radius, 0.050, Body::ankle_radius, 0.010);
    case right_foot:
    case left_foot:
        return foot();
    case right_upper_arm:
    case left_upper_arm:
        return limb(Body::upper_arm, Body::shoulder_radius, 0.041, Body::elbow_radius, 0);
    case right_forearm:
    case left_forearm:
        return limb(Body::forearm, Body::elbow_radius, 0.036, Body::wrist_radius, 0);
    case right_hand:
    case left_hand:
        return hand();
    }
    return {};
}

} // namespace spinescope::anatomy
