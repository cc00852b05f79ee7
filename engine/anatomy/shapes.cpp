#include "anatomy/shapes.hpp"

#include <algorithm>
#include <array>
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

/// Squared distance from `p` to a triangle (Ericson 2005, section 5.1.5, by regions).
float to_triangle2(const glm::vec3& p, const std::array<glm::vec3, 3>& t) {
    const glm::vec3 ab = t[1] - t[0];
    const glm::vec3 ac = t[2] - t[0];
    const glm::vec3 n = glm::cross(ab, ac);
    const glm::vec3 ap = p - t[0];
    const float v = glm::dot(glm::cross(ap, ac), n);
    const float w = glm::dot(glm::cross(ab, ap), n);
    const float whole = glm::dot(n, n);
    if (v >= 0 && w >= 0 && v + w <= whole) {
        const float off = glm::dot(ap, n);
        return off * off / whole;
    }
    float least = 1e30F;
    for (std::size_t i = 0; i < 3; ++i) {
        const glm::vec3 edge = t[(i + 1) % 3] - t[i];
        const glm::vec3 q = p - t[i];
        const glm::vec3 off = q - std::clamp(glm::dot(q, edge) / glm::dot(edge, edge), 0.0F, 1.0F) * edge;
        least = std::min(least, glm::dot(off, off));
    }
    return least;
}

/// A point of the Catmull-Rom curve through `points`; `at` counts them.
glm::vec3 on_curve(const std::vector<glm::vec3>& points, float at) {
    const auto last = static_cast<std::ptrdiff_t>(points.size()) - 1;
    const auto i = std::min(static_cast<std::ptrdiff_t>(at), last - 1);
    const float t = at - static_cast<float>(i);
    const auto point = [&](std::ptrdiff_t k) {
        return points[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(k, 0, last))];
    };
    const glm::vec3 a = point(i - 1);
    const glm::vec3 b = point(i);
    const glm::vec3 c = point(i + 1);
    const glm::vec3 d = point(i + 2);
    return b + 0.5F * t * (c - a + t * (2.0F * a - 5.0F * b + 4.0F * c - d + t * (3.0F * (b - c) + d - a)));
}

/// Signed distance to a polygon without crossings, by its nearest edge and the number of edges to one side.
float to_polygon(const glm::vec2& p, const std::vector<glm::vec2>& polygon) {
    float nearest = 1e30F;
    bool inside = false;
    for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
        const glm::vec2 edge = polygon[j] - polygon[i];
        const glm::vec2 q = p - polygon[i];
        const glm::vec2 off = q - std::clamp(glm::dot(q, edge) / glm::dot(edge, edge), 0.0F, 1.0F) * edge;
        nearest = std::min(nearest, glm::dot(off, off));
        if ((polygon[i].y > p.y) != (polygon[j].y > p.y) && q.x < edge.x * q.y / edge.y) inside = !inside;
    }
    return inside ? -std::sqrt(nearest) : std::sqrt(nearest);
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

Shape sheet(const std::vector<std::vector<glm::vec3>>& rows, float half_thick) {
    constexpr int parts = 2;                     // of the way between two points
    std::vector<std::vector<glm::vec3>> columns; // first along the rows, then across them
    const auto fine = [](std::size_t count) { return parts * (count - 1) + 1; };
    const auto part = [](std::size_t i) { return static_cast<float>(i) / parts; };
    for (std::size_t i = 0; i < fine(rows.front().size()); ++i) {
        std::vector<glm::vec3> across;
        across.reserve(rows.size());
        for (const std::vector<glm::vec3>& row : rows) across.push_back(on_curve(row, part(i)));
        std::vector<glm::vec3>& column = columns.emplace_back();
        for (std::size_t j = 0; j < fine(rows.size()); ++j) column.push_back(on_curve(across, part(j)));
    }
    std::vector<std::array<glm::vec3, 3>> triangles;
    for (std::size_t i = 0; i + 1 < columns.size(); ++i)
        for (std::size_t j = 0; j + 1 < columns[i].size(); ++j) {
            triangles.push_back({columns[i][j], columns[i + 1][j], columns[i][j + 1]});
            triangles.push_back({columns[i + 1][j], columns[i + 1][j + 1], columns[i][j + 1]});
        }
    return [triangles, half_thick](const glm::vec3& p) {
        float least = 1e30F;
        for (const auto& triangle : triangles) least = std::min(least, to_triangle2(p, triangle));
        return std::sqrt(least) - half_thick;
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

Shape blade(std::vector<glm::vec2> polygon, float margin, float thick, const glm::vec2& gain) {
    return [=, polygon = std::move(polygon)](const glm::vec3& p) {
        const glm::vec2 q(p.x, p.y);
        const float half =
            std::clamp(thick + glm::dot(gain, q - polygon.front()), 0.5F * thick, 2.5F * thick);
        // Within the polygon the faces are flat; outside they fall to the edge as a quarter ellipse.
        const float outward = std::max(to_polygon(q, polygon), 0.0F);
        if (outward <= 0) return std::abs(p.z) - half;
        const float k0 = std::hypot(outward / margin, p.z / half);
        const float k1 = std::hypot(outward / (margin * margin), p.z / (half * half));
        return k0 * (k0 - 1) / k1;
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
