#include "cavitation/squeeze_film.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace spinescope::cavitation {

namespace {

constexpr double pi = std::numbers::pi;

// The table: s from 1e-6 to 1e10 per second, 32 nodes a decade.
constexpr double log_first = -6 * std::numbers::ln10;
constexpr double node_step = std::numbers::ln10 / 32;
constexpr std::size_t node_count = 16 * 32 + 1;

/// Integral of y dx between two points of a local power law y ~ x^b.
double power_law_area(double x0, double y0, double x1, double y1) {
    const double b = std::log(y1 / y0) / std::log(x1 / x0);
    return (x1 * y1 - x0 * y0) / (b + 1);
}

} // namespace

FilmFlow::FilmFlow(const Carreau& fluid) {
    // March in the shear rate g, densely; every curve is a power law between neighbours.
    const double step = std::numbers::ln10 / 160;
    double g = 1e-7, tau = g * viscosity(fluid, g);
    double J = tau * tau * g / 3, s = J / (2 * tau * tau); // integral of tau g dtau
    double I0 = tau * s / 2, I2 = tau * s * s * s / 4;     // integrals of tau ds, s^2 tau ds
    const double growth = std::exp(step);
    stress_.reserve(node_count);
    while (stress_.size() < node_count) {
        const double g1 = g * growth, tau1 = g1 * viscosity(fluid, g1);
        const double J1 = J + power_law_area(tau, tau * g, tau1, tau1 * g1), s1 = J1 / (2 * tau1 * tau1);
        const double I01 = I0 + power_law_area(s, tau, s1, tau1);
        const double I21 = I2 + power_law_area(s, s * s * tau, s1, s1 * s1 * tau1);
        const double log_s = std::log(s), span = std::log(s1) - log_s;
        while (stress_.size() < node_count) {
            const double x = log_first + node_step * double(stress_.size());
            if (x > log_s + span) break;
            const double t = (x - log_s) / span;
            const auto between = [&](double a, double b) { return (1 - t) * std::log(a) + t * std::log(b); };
            stress_.push_back(between(tau / s, tau1 / s1));
            mean_.push_back(between(I0 / (s * s), I01 / (s1 * s1)));
            moment_.push_back(between(I2 / (s * s * s * s), I21 / (s1 * s1 * s1 * s1)));
        }
        g = g1, tau = tau1, J = J1, s = s1, I0 = I01, I2 = I21;
    }
}

FilmFlow::Value FilmFlow::look_up(const std::vector<double>& log_ratio, double s) const {
    const double magnitude = std::abs(s);
    const double x = (std::log(std::max(magnitude, 1e-300)) - log_first) / node_step;
    if (x <= 1) {
        const double ratio = std::exp(log_ratio[1]); // still the viscosity at rest
        return {ratio * s, ratio};
    }
    const std::size_t i = std::min(std::size_t(x), node_count - 3);
    const double t = std::min(x - double(i), 2.0); // beyond the table the last ratio holds
    // Cubic through four nodes with centred slopes: smooth, so the solver's steps stay long.
    const double y0 = log_ratio[i - 1], y1 = log_ratio[i], y2 = log_ratio[i + 1], y3 = log_ratio[i + 2];
    const double m1 = (y2 - y0) / 2, m2 = (y3 - y1) / 2, d = y2 - y1;
    const double c2 = 3 * d - 2 * m1 - m2, c3 = m1 + m2 - 2 * d;
    const double log_y = t <= 1 ? y1 + t * (m1 + t * (c2 + t * c3)) : y3;
    const double log_slope = t <= 1 ? (m1 + t * (2 * c2 + 3 * t * c3)) / node_step : 0;
    const double ratio = std::exp(log_y);
    return {ratio * s, ratio * (1 + log_slope)};
}

FilmFlow::Value FilmFlow::wall_stress(double s) const {
    return look_up(stress_, s);
}

double FilmFlow::centre_drop(double R, double h, double V) const {
    return 2 * R / h * look_up(mean_, R * V / (2 * h * h)).stress;
}

double FilmFlow::force(double R, double h, double V) const {
    return 2 * pi * R * R * R / h * look_up(moment_, R * V / (2 * h * h)).stress;
}

double fold_drop(const Carreau& fluid, const Fold& fold, double R, double inflow) {
    const double q = inflow / (2 * pi * R), g = fold.width;
    return 12 * viscosity(fluid, 6 * q / (g * g)) * fold.length * q / (g * g * g);
}

namespace {

struct RingPressure {
    double drop, force;
};

/// A ring from a to R whose flow per width at radius r is q = (inflow - pi (R^2 - r^2) V) / (2 pi r), with
/// dp/dr = 12 eta q / h^3.
RingPressure ring_pressure(const Carreau& fluid, double R, double h, double V, double a, double inflow) {
    const auto q = [&](double r) { return (inflow - pi * (R * R - r * r) * V) / (2 * pi * r); };
    const double q_a = q(a), q_m = q((a + R) / 2), q_R = q(R);
    const double mean_square = (q_a * q_a + 4 * q_m * q_m + q_R * q_R) / 6;
    const double k = 6 * viscosity(fluid, 6 * std::sqrt(mean_square) / (h * h)) / (pi * h * h * h);
    const double crossing = inflow - pi * R * R * V, R2 = R * R, a2 = a * a;
    return {.drop = k * (crossing * std::log(R / a) + pi * V * (R2 - a2) / 2),
            .force = k * pi * (crossing * (R2 - a2) / 2 + pi * V * (R2 * R2 - a2 * a2) / 4)};
}

/// The root of a rising function, from a guess; Illinois' false position within a bracket found by doubling.
template <typename Function>
double rising_root(const Function& f, double guess, double step, double scale) {
    double low = guess, high = guess, f_low = f(guess), f_high = f_low;
    for (int i = 0; i < 200 && f_low > 0; ++i, step *= 2)
        high = low, f_high = f_low, low -= step, f_low = f(low);
    for (int i = 0; i < 200 && f_high < 0; ++i, step *= 2)
        low = high, f_low = f_high, high += step, f_high = f(high);
    double x = low;
    for (int i = 0; i < 100 && f_low < 0 && f_high > 0; ++i) {
        x = (low * f_high - high * f_low) / (f_high - f_low);
        const double y = f(x);
        if (std::abs(y) < 1e-13 * scale || high - low < 1e-14 * (std::abs(low) + std::abs(high))) break;
        if (y < 0)
            low = x, f_low = y, f_high /= 2;
        else
            high = x, f_high = y, f_low /= 2;
    }
    return f_low == 0 ? low : f_high == 0 ? high : x;
}

} // namespace

Ring ring(const Carreau& fluid, const Fold& fold, double R, double h, double V, double cavity_radius,
          double drop) {
    const double a0 = std::clamp(cavity_radius, 0.02 * R, 0.98 * R);
    const auto opening = [&](double a) { return pi * (R * R - a * a) * V; };
    const auto missing = [&](double V_ring, double a, double inflow) {
        return ring_pressure(fluid, R, h, V_ring, a, inflow).drop + fold_drop(fluid, fold, R, inflow) - drop;
    };
    if (V > 0 && drop > 0 && missing(V, a0, opening(a0)) > 0) {
        // Rupture: the edge a that no liquid crosses.
        const double a = -rising_root([&](double minus_a) { return missing(V, -minus_a, opening(-minus_a)); },
                                      -a0, R - a0, drop);
        return {
            .inflow = opening(a), .force = ring_pressure(fluid, R, h, V, a, opening(a)).force, .radius = a};
    }
    // Liquid crosses the edge at a0. Where the cavity is above the recess and the gap opens, nothing keeps
    // gas from filling all of the new room: the flow is then that of the pressure alone.
    const double V_ring = V > 0 && drop <= 0 ? 0 : V;
    const double viscous =
        6 * viscosity(fluid, 6 * R * V_ring / (h * h)) / (pi * h * h * h) * std::log(R / a0);
    const double guess = opening(a0) * (V_ring != 0);
    const double Q = rising_root([&](double inflow) { return missing(V_ring, a0, inflow); }, guess,
                                 std::abs(drop) / viscous + 1e-18, std::abs(drop) + 1e-3);
    return {.inflow = Q, .force = ring_pressure(fluid, R, h, V_ring, a0, Q).force, .radius = a0};
}

} // namespace spinescope::cavitation
