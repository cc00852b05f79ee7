#include "cavitation/squeeze_film.hpp"

#include <algorithm>
#include <array>
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

FilmFlow::Grip FilmFlow::grip(double R, double h, double mismatch, double V) const {
    if (mismatch <= 0) return {force(R, h, V), centre_drop(R, h, V)};
    // Gauss-Legendre in u = sqrt(r/R): nodes crowd where the film is thinnest, and the stress, about r^n,
    // becomes smooth.
    constexpr std::array<double, 5> node{0.1488743389816312, 0.4333953941292472, 0.6794095682990244,
                                         0.8650633666889845, 0.9739065285171717};
    constexpr std::array<double, 5> weight{0.2955242247147529, 0.2692667193099964, 0.2190863625159820,
                                           0.1494513491505806, 0.0666713443086881};
    double force = 0, drop = 0;
    for (std::size_t i = 0; i < 2 * node.size(); ++i) {
        const double u = 0.5 * (1 + (i % 2 == 0 ? node[i / 2] : -node[i / 2]));
        const double x = u * u, gap = h + mismatch * x * x; // x = r/R
        const double gradient = 2 / gap * wall_stress(x * R * V / (2 * gap * gap)).stress;
        const double dr = weight[i / 2] * u * R; // dr = 2 R u du
        drop += gradient * dr;
        force += pi * x * x * R * R * gradient * dr;
    }
    return {force, drop};
}

namespace {

/// A pressure drop and its derivative by the flow that causes it.
struct Drop {
    double value = 0; ///< Pa
    double slope = 0; ///< Pa s/m3
};

Drop fold(const Carreau& fluid, const Fold& fold, double R, double inflow) {
    const double g = fold.width, per_flow = 1 / (2 * pi * R), q = inflow * per_flow;
    const double k = 12 * fold.length / (g * g * g), shear = 6 * q / (g * g);
    const Viscosity eta = viscosity_and_slope(fluid, shear);
    return {k * eta.eta * q, k * per_flow * (eta.eta + eta.slope * shear)};
}

struct RingFlow {
    Drop drop;
    double force;
};

/// A ring from a to R whose flow per width at radius r is q = (inflow - pi (R^2 - r^2) V) / (2 pi r), with
/// dp/dr = 12 eta q / h^3. `a_slope` is da/dinflow.
RingFlow ring_flow(const Carreau& fluid, double R, double h, double V, double a, double a_slope,
                   double inflow) {
    const double R2 = R * R, a2 = a * a, m = (a + R) / 2;
    const double crossing = inflow - pi * R2 * V, log = std::log(R / a);
    const auto q = [&](double r) { return (crossing + pi * r * r * V) / (2 * pi * r); };
    const auto q_slope = [&](double r, double r_slope) {
        return 1 / (2 * pi * r) + (V / 2 - crossing / (2 * pi * r * r)) * r_slope;
    };
    const double q_a = q(a), q_m = q(m), q_R = q(R);
    const double q_rms = std::sqrt((q_a * q_a + 4 * q_m * q_m + q_R * q_R) / 6) + 1e-30;
    const double rms_slope =
        (q_a * q_slope(a, a_slope) + 4 * q_m * q_slope(m, a_slope / 2) + q_R * q_slope(R, 0)) / (6 * q_rms);
    const Viscosity eta = viscosity_and_slope(fluid, 6 * q_rms / (h * h));
    const double k = 6 / (pi * h * h * h);
    const double reach = crossing * log + pi * V * (R2 - a2) / 2;
    const double reach_slope = log - (crossing / a + pi * V * a) * a_slope;
    return {.drop = {k * eta.eta * reach,
                     k * (eta.eta * reach_slope + eta.slope * 6 * rms_slope / (h * h) * reach)},
            .force = k * eta.eta * pi * (crossing * (R2 - a2) / 2 + pi * V * (R2 * R2 - a2 * a2) / 4)};
}

/// The flow at which a rising drop reaches `wanted`. Newton on asinh scales, where a power law is a straight
/// line, within a bracket that tightens as it goes.
template <typename Function>
double flow_at(const Function& drop, double wanted, double guess, double low, double high) {
    constexpr double Q0 = 1e-13, p0 = 1e-3; // m3/s and Pa too small to matter
    const double target = std::asinh(wanted / p0);
    double Q = guess;
    for (int i = 0; i < 60; ++i) {
        const Drop now = drop(Q);
        (now.value > wanted ? high : low) = Q;
        const double slope = now.slope * std::hypot(Q, Q0) / std::hypot(now.value, p0);
        double next = Q0 * std::sinh(std::asinh(Q / Q0) + (target - std::asinh(now.value / p0)) / slope);
        // Newton doubles the digits: after so short a step none is left to win, nor room in the bracket.
        if (std::abs(next - Q) <= 1e-8 * std::abs(Q)) return next;
        if (!(next > low && next < high)) {
            const double x = (std::asinh(low / Q0) + std::asinh(high / Q0)) / 2;
            next = Q0 * std::sinh(x);
        }
        Q = next;
    }
    return Q;
}

} // namespace

double fold_drop(const Carreau& fluid, const Fold& slit, double R, double inflow) {
    return fold(fluid, slit, R, inflow).value;
}

Ring ring(const Carreau& fluid, const Fold& slit, double R, double h, double V, double cavity_radius,
          double drop) {
    constexpr double fastest = 1; // m3/s, beyond any joint's flow
    const double a0 = std::clamp(cavity_radius, 0.02 * R, 0.98 * R);
    const double a1 = std::max(a0, R - std::min(h, 0.1 * R)); // lubrication ends within one gap of the rim
    const auto room = [&](double a) { return pi * (R * R - a * a) * V; }; // what opening the ring takes in
    const auto with_fold = [&](const Drop& film, double Q) {
        const Drop outside = fold(fluid, slit, R, Q);
        return Drop{film.value + outside.value, film.slope + outside.slope};
    };
    // The three cases meet without a jump: an implicit solver must not be sent across one.
    const double most = room(a0), least = room(a1);
    const RingFlow broken = ring_flow(fluid, R, h, V, a1, 0, least);
    if (V > 0 && drop < with_fold(broken.drop, least).value) {
        // Less suction than the widest rupture needs: it stays, and liquid crosses the edge at a0 besides.
        const auto flow = [&](double Q) { return ring_flow(fluid, R, h, 0, a0, 0, Q - least); };
        const auto film = [&](double Q) {
            const Drop beside = flow(Q).drop;
            return with_fold({broken.drop.value + beside.value, beside.slope}, Q);
        };
        const double Q = flow_at(film, drop, least + std::copysign(1e-10, drop), -fastest, least);
        return {.inflow = Q, .force = broken.force + flow(Q).force, .radius = a1};
    }
    if (V > 0 && drop < with_fold(ring_flow(fluid, R, h, V, a0, 0, most).drop, most).value) {
        // Rupture: the edge a that no liquid crosses, inflow = pi (R^2 - a^2) V.
        const auto edge = [&](double Q) {
            return std::sqrt(std::clamp(R * R - Q / (pi * V), a0 * a0, a1 * a1));
        };
        const auto flow = [&](double Q) {
            return ring_flow(fluid, R, h, V, edge(Q), -1 / (2 * pi * V * edge(Q)), Q);
        };
        const auto film = [&](double Q) { return with_fold(flow(Q).drop, Q); };
        const double Q = flow_at(film, drop, (most + least) / 2, least, most);
        return {.inflow = Q, .force = flow(Q).force, .radius = edge(Q)};
    }
    // Liquid crosses the edge at a0.
    const auto flow = [&](double Q) { return ring_flow(fluid, R, h, V, a0, 0, Q); };
    const auto film = [&](double Q) { return with_fold(flow(Q).drop, Q); };
    const double Q = flow_at(film, drop, most + std::copysign(1e-10, drop), -fastest, fastest);
    return {.inflow = Q, .force = flow(Q).force, .radius = a0};
}

} // namespace spinescope::cavitation
