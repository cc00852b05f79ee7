#include "anatomy/shapes.hpp"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>
#include <utility>

namespace spinescope::anatomy {

namespace {

/// About the distance to an ellipsoid with the given radii (Quilez 2008: first order, exact on the axes).
float to_ellipsoid(const glm::vec3& p, const glm::vec3& radii) {
    const float k0 = glm::length(p / radii);
    if (k0 < 1e-4F) return -std::min({radii.x, radii.y, radii.z});
    const float k1 = glm::length(p / (radii * radii));
    return k0 * (k0 - 1) / k1;
}

} // namespace

glm::mat3 frame_from(const glm::vec3& x, const glm::vec3& y_hint) {
    const glm::vec3 u = glm::normalize(x);
    const glm::vec3 w = glm::normalize(glm::cross(u, y_hint));
    return {u, glm::cross(w, u), w};
}

glm::mat3 pitched(float degrees) {
    const float a = glm::radians(degrees);
    return {{std::cos(a), std::sin(a), 0}, {-std::sin(a), std::cos(a), 0}, {0, 0, 1}};
}

Shape ellipsoid(const glm::vec3& centre, const glm::vec3& radii, const glm::mat3& frame) {
    return [=, into = glm::transpose(frame)](const glm::vec3& p) {
        return to_ellipsoid(into * (p - centre), radii);
    };
}

Shape plate(const glm::vec3& centre, const glm::vec3& half, float rounding, const glm::mat3& frame) {
    return [=, into = glm::transpose(frame)](const glm::vec3& p) {
        const glm::vec3 q = glm::abs(into * (p - centre)) - half + rounding;
        return glm::length(glm::max(q, glm::vec3(0))) + std::min(std::max({q.x, q.y, q.z}), 0.0F) - rounding;
    };
}

Shape limb(const std::vector<Station>& stations, const glm::vec3& thin_side) {
    struct Piece {
        glm::vec3 from, along, side, across;
        float length;
        float thick0, thick1, tall0, tall1;
    };
    constexpr int parts = 6; // a piece for every sixth of the way between two stations: no visible corner
    std::vector<Station> fine;
    const auto clamp_at = [&](std::ptrdiff_t i) -> const Station& {
        return stations[static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(i, 0, static_cast<std::ptrdiff_t>(stations.size()) - 1))];
    };
    for (std::size_t i = 0; i + 1 < stations.size(); ++i) {
        const auto k = static_cast<std::ptrdiff_t>(i);
        const Station& b = stations[i];
        const Station& c = stations[i + 1];
        const glm::vec3 tangent_b = (c.at - clamp_at(k - 1).at) * 0.5F;
        const glm::vec3 tangent_c = (clamp_at(k + 2).at - b.at) * 0.5F;
        for (int j = 0; j < parts; ++j) {
            const float t = static_cast<float>(j) / parts;
            const float t2 = t * t;
            const float t3 = t2 * t;
            const float ease = 3 * t2 - 2 * t3;
            fine.push_back(
                {(1 - ease) * b.at + (t3 - 2 * t2 + t) * tangent_b + ease * c.at + (t3 - t2) * tangent_c,
                 glm::mix(b.thick, c.thick, ease), glm::mix(b.tall, c.tall, ease)});
        }
    }
    fine.push_back(stations.back());

    std::vector<Piece> pieces;
    for (std::size_t i = 0; i + 1 < fine.size(); ++i) {
        Piece piece{};
        piece.from = fine[i].at;
        const glm::vec3 step = fine[i + 1].at - fine[i].at;
        piece.length = std::max(glm::length(step), 1e-3F);
        piece.along = step / piece.length;
        piece.side = glm::normalize(thin_side - glm::dot(thin_side, piece.along) * piece.along);
        piece.across = glm::cross(piece.along, piece.side);
        piece.thick0 = fine[i].thick;
        piece.thick1 = fine[i + 1].thick;
        piece.tall0 = fine[i].tall;
        piece.tall1 = fine[i + 1].tall;
        pieces.push_back(piece);
    }
    return [pieces](const glm::vec3& p) {
        const Piece* nearest = pieces.data();
        float least = 1e30F;
        float along = 0;
        for (const Piece& piece : pieces) {
            const glm::vec3 q = p - piece.from;
            const float t = glm::dot(q, piece.along);
            const float s = std::clamp(t, 0.0F, piece.length);
            const float distance = glm::dot(q, q) + s * (s - 2 * t);
            if (distance < least) {
                least = distance;
                nearest = &piece;
                along = s;
            }
        }
        const float t = along / nearest->length;
        const glm::vec3 off = p - nearest->from - along * nearest->along;
        const float thick = glm::mix(nearest->thick0, nearest->thick1, t);
        const float tall = glm::mix(nearest->tall0, nearest->tall1, t);
        const glm::vec3 q{glm::dot(off, nearest->side), glm::dot(off, nearest->across),
                          glm::dot(off, nearest->along)};
        return to_ellipsoid(q, {thick, tall, std::sqrt(thick * tall)});
    };
}

Shape facet_pad(const FacetSurface& facet, float across, float up, float thickness, float outward) {
    return ellipsoid(facet.at(0, 0, outward), {across, up, thickness}, facet.axes);
}

Shape bar(const glm::vec3& from, const glm::vec3& to, float radius_from, float radius_to) {
    return [=, along = to - from](const glm::vec3& p) {
        const float t = std::clamp(glm::dot(p - from, along) / glm::dot(along, along), 0.0F, 1.0F);
        return glm::length(p - from - t * along) - glm::mix(radius_from, radius_to, t);
    };
}

Shape half_space(const glm::vec3& point, const glm::vec3& normal) {
    return [=](const glm::vec3& p) { return glm::dot(p - point, normal); };
}

Shape grown(Shape shape, float mm) {
    return [shape = std::move(shape), mm](const glm::vec3& p) { return shape(p) - mm; };
}

Shape overlap(Shape a, Shape b, float blend) {
    return [a = std::move(a), b = std::move(b), blend](const glm::vec3& p) {
        return smooth_difference(a(p), -b(p), blend);
    };
}

} // namespace spinescope::anatomy
