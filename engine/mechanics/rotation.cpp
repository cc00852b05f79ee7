#include "mechanics/rotation.hpp"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

namespace spinescope::mechanics {

namespace {

/// c_n(s) = 1/n! - s/(n+2)! + s^2/(n+4)! - ... with s = angle squared (Stumpff): c_0 is the cosine, c_1 the
/// sine over the angle. One family, because the derivative of c_n is (n c_{n+2} - c_{n+1}) / 2.
std::array<double, 7> stumpff(double s) {
    std::array<double, 7> c{};
    // The two highest by their series, which converges at once for the angles of a joint; the rest downward.
    for (const int n : {5, 6}) {
        double term = 1;
        for (int k = 2; k <= n; ++k) term /= k;
        double sum = term;
        for (int k = 1; k <= 14; ++k) {
            term *= -s / ((n + 2 * k - 1) * (n + 2 * k));
            sum += term;
        }
        c[static_cast<std::size_t>(n)] = sum;
    }
    double factorial = 24;
    for (std::size_t n = 5; n-- > 0;) {
        c[n] = 1 / factorial - s * c[n + 2];
        factorial /= n > 0 ? static_cast<double>(n) : 1;
    }
    return c;
}

glm::dmat3 cross_with(const glm::dvec3& v) {
    return {0, v.z, -v.y, -v.z, 0, v.x, v.y, -v.x, 0};
}

} // namespace

glm::dmat3 rotation(const glm::dvec3& phi) {
    const auto c = stumpff(glm::dot(phi, phi));
    return c[0] * glm::dmat3(1) + c[1] * cross_with(phi) + c[2] * glm::outerProduct(phi, phi);
}

glm::dvec3 rotation_vector(const glm::dmat3& r) {
    const glm::dvec3 twice_sine(r[1][2] - r[2][1], r[2][0] - r[0][2], r[0][1] - r[1][0]);
    const double sine = glm::length(twice_sine) / 2;
    const double cosine = (r[0][0] + r[1][1] + r[2][2] - 1) / 2;
    const double angle = std::atan2(sine, cosine);
    return sine < 1e-12 ? 0.5 * twice_sine : twice_sine * (angle / (2 * sine));
}

RotationChange rotation_change(const glm::dvec3& phi) {
    const auto c = stumpff(glm::dot(phi, phi));
    // R = c0 I + c1 [phi] + c2 phi phi'. By s: c' and c''.
    const auto by_s = [&](int n) {
        const auto i = static_cast<std::size_t>(n);
        return n == 0 ? -0.5 * c[1] : 0.5 * (n * c[i + 2] - c[i + 1]);
    };
    const auto by_s_twice = [&](int n) {
        return n == 0 ? -0.5 * by_s(1) : 0.5 * (n * by_s(n + 2) - by_s(n + 1));
    };
    const std::array<double, 3> d{by_s(0), by_s(1), by_s(2)};
    const std::array<double, 3> dd{by_s_twice(0), by_s_twice(1), by_s_twice(2)};
    const std::array<glm::dvec3, 3> e{glm::dvec3(1, 0, 0), glm::dvec3(0, 1, 0), glm::dvec3(0, 0, 1)};
    const glm::dmat3 one(1), skew = cross_with(phi), square = glm::outerProduct(phi, phi);
    const auto both = [&](const glm::dvec3& a, const glm::dvec3& b) {
        return glm::outerProduct(a, b) + glm::outerProduct(b, a);
    };
    const glm::dmat3 along = d[0] * one + d[1] * skew + d[2] * square;
    const glm::dmat3 along_twice = dd[0] * one + dd[1] * skew + dd[2] * square;

    RotationChange change{.r = c[0] * one + c[1] * skew + c[2] * square, .first = {}, .second = {}};
    std::array<glm::dmat3, 3> own{}, steep{}; // what an entry changes beside s, and the same with c'
    for (std::size_t j = 0; j < 3; ++j) {
        own[j] = c[1] * cross_with(e[j]) + c[2] * both(e[j], phi);
        steep[j] = d[1] * cross_with(e[j]) + d[2] * both(e[j], phi);
        change.first[j] = 2 * phi[static_cast<int>(j)] * along + own[j];
    }
    std::size_t at = 0;
    for (int j = 0; j < 3; ++j)
        for (int k = j; k < 3; ++k) {
            const auto ej = static_cast<std::size_t>(j), ek = static_cast<std::size_t>(k);
            glm::dmat3& second = change.second[at++];
            second = 4 * phi[j] * phi[k] * along_twice + 2 * phi[j] * steep[ek] + 2 * phi[k] * steep[ej] +
                     c[2] * both(e[ej], e[ek]);
            if (j == k) second += 2.0 * along;
        }
    return change;
}

glm::dmat3 spin_of(const glm::dvec3& phi) {
    const auto c = stumpff(glm::dot(phi, phi));
    return c[1] * glm::dmat3(1) + c[2] * cross_with(phi) + c[3] * glm::outerProduct(phi, phi);
}

} // namespace spinescope::mechanics
