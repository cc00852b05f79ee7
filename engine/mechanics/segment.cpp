#include "mechanics/segment.hpp"

#include "mechanics/rotation.hpp"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::mechanics {

namespace {

glm::dvec3 shift(const Motion& q) {
    return {q[0], q[1], q[2]};
}

glm::dvec3 turn(const Motion& q) {
    return {q[3], q[4], q[5]};
}

/// Every tissue is an energy of points that ride on the upper bone. What their forces and stiffnesses mean
/// for the six degrees of freedom is gathered here; the curvature of the rotation itself is taken into
/// account once for all of them.
class Gathered {
public:
    explicit Gathered(const Motion& q) : q_(q), change_(rotation_change(turn(q))) {}

    [[nodiscard]] glm::dvec3 where(const glm::dvec3& a) const { return shift(q_) + change_.r * a; }

    /// A point `a` with that slope f and curvature k (symmetric) of its energy.
    void add(const glm::dvec3& a, double energy, const glm::dvec3& f, const glm::dmat3& k) {
        total_.energy += energy;
        force_ += f;
        moments_ += glm::outerProduct(f, a);
        std::array<glm::dvec3, 6> lever{glm::dvec3(1, 0, 0), glm::dvec3(0, 1, 0), glm::dvec3(0, 0, 1)};
        std::array<glm::dvec3, 6> pull{k[0], k[1], k[2]};
        for (std::size_t j = 0; j < 3; ++j) {
            lever[3 + j] = change_.first[j] * a;
            pull[3 + j] = k * lever[3 + j];
        }
        for (int i = 0; i < 6; ++i)
            for (int j = i; j < 6; ++j)
                total_.hessian(i, j) +=
                    glm::dot(lever[static_cast<std::size_t>(i)], pull[static_cast<std::size_t>(j)]);
    }

    /// An energy of the turn about an axis, which is to that side of it.
    void add(const glm::dvec3& axis, const Resistance& r, double side) {
        total_.energy += r.energy;
        for (int i = 0; i < 3; ++i) {
            total_.gradient[3 + i] += side * r.force * axis[i];
            for (int j = i; j < 3; ++j) total_.hessian(3 + i, 3 + j) += r.stiffness * axis[i] * axis[j];
        }
    }

    [[nodiscard]] Elastic total() const {
        Elastic all = total_;
        const auto along = [&](const glm::dmat3& change) {
            return glm::dot(moments_[0], change[0]) + glm::dot(moments_[1], change[1]) +
                   glm::dot(moments_[2], change[2]);
        };
        std::size_t at = 0;
        for (int j = 0; j < 3; ++j) {
            all.gradient[j] += force_[j];
            all.gradient[3 + j] += along(change_.first[static_cast<std::size_t>(j)]);
            for (int k = j; k < 3; ++k) all.hessian(3 + j, 3 + k) += along(change_.second[at++]);
        }
        all.hessian.triangularView<Eigen::StrictlyLower>() = all.hessian.transpose();
        return all;
    }

private:
    Motion q_;
    RotationChange change_;
    Elastic total_{};
    glm::dvec3 force_{};
    glm::dmat3 moments_{0};
};

void add(Gathered& sum, const Strand& strand, const StrandWear& wear) {
    const glm::dvec3 reach = sum.where(strand.upper) - strand.lower;
    const double length = glm::length(reach);
    const Resistance pull = pulled(strand, length, wear);
    if (pull.force <= 0) return;
    const glm::dvec3 n = reach / length;
    const double sideways = pull.force / length;
    sum.add(strand.upper, pull.energy, pull.force * n,
            sideways * glm::dmat3(1) + (pull.stiffness - sideways) * glm::outerProduct(n, n));
}

void add(Gathered& sum, const FacetPatch& facet) {
    const double closed = -glm::dot(sum.where(facet.at) - facet.at, facet.normal);
    const Resistance push = pressed(facet, closed);
    if (push.force <= 0) return;
    sum.add(facet.at, push.energy, -push.force * facet.normal,
            push.stiffness * glm::outerProduct(facet.normal, facet.normal));
}

void add_disc(Gathered& sum, const Segment& segment, const Condition& condition, const Motion& q) {
    const Disc& disc = segment.disc;
    const auto turned = [&](const glm::dvec3& axis, Way way) {
        const auto i = static_cast<std::size_t>(way);
        DiscMoment moment = disc.moment[i];
        moment.scale *= condition.resistance;
        if (condition.rib_cage) moment.scale += disc.ribs[i];
        moment.neutral_zone_deg *= condition.neutral_zone;
        const double angle = glm::dot(axis, turn(q));
        sum.add(axis, disc_moment(moment, std::abs(angle)), angle < 0 ? -1 : 1);
    };
    const double along = std::cos(disc.tilt), aside_of_it = std::sin(disc.tilt);
    turned({along, aside_of_it, 0}, Way::side_bend);
    turned({-aside_of_it, along, 0}, Way::rotation);
    turned({0, 0, 1}, q[5] > 0 ? Way::extension : Way::flexion);

    const glm::dvec3 s = sum.where(disc.sagittal_centre) - disc.sagittal_centre;
    const double up = s.y < 0 ? disc.compression : disc.tension;
    glm::dmat3 k(0);
    k[0][0] = disc.shear;
    k[1][1] = up;
    sum.add(disc.sagittal_centre, (disc.shear * s.x * s.x + up * s.y * s.y) / 2,
            {disc.shear * s.x, up * s.y, 0}, k);
    const double aside = (sum.where(disc.lateral_centre) - disc.lateral_centre).z;
    k = glm::dmat3(0);
    k[2][2] = disc.side_shear;
    sum.add(disc.lateral_centre, disc.side_shear * aside * aside / 2, {0, 0, disc.side_shear * aside}, k);
}

} // namespace

// About +x the top goes to the right; about +y the front goes to the left; about +z it lifts.
Turn turn_of(const Motion& q) {
    return {.flexion_deg = -glm::degrees(q[5]),
            .side_bend_deg = glm::degrees(q[3]),
            .rotation_deg = -glm::degrees(q[4])};
}

Motion motion_of(const Turn& turn) {
    Motion q = Motion::Zero();
    q[3] = glm::radians(turn.side_bend_deg);
    q[4] = -glm::radians(turn.rotation_deg);
    q[5] = -glm::radians(turn.flexion_deg);
    return q;
}

glm::dvec3 carried(const Motion& q, const glm::dvec3& standing) {
    return shift(q) + rotation(turn(q)) * standing;
}

Elastic elastic(const Segment& segment, const Condition& condition, const Motion& q) {
    Gathered sum(q);
    add_disc(sum, segment, condition, q);
    for (const Strand& strand : segment.strands) add(sum, strand, condition.wear.of(strand));
    for (const FacetPatch& facet : segment.facets) add(sum, facet);
    if (condition.guarding > 0) {
        const double k = condition.guarding * segment.guard_stiffness;
        for (const glm::dvec3& axis : {glm::dvec3(1, 0, 0), glm::dvec3(0, 1, 0), glm::dvec3(0, 0, 1)}) {
            const double angle = glm::dot(axis, turn(q));
            sum.add(axis, {k * angle * angle / 2, k * angle, k}, 1);
        }
    }
    Elastic all = sum.total();
    all.energy += segment.preload.dot(q);
    all.gradient += segment.preload;
    return all;
}

Elastic elastic_of_disc(const Segment& segment, const Condition& condition, const Motion& q) {
    Gathered sum(q);
    add_disc(sum, segment, condition, q);
    Elastic all = sum.total();
    all.energy += segment.preload.dot(q);
    all.gradient += segment.preload;
    return all;
}

Elastic elastic_of_ligament(const Segment& segment, const Condition& condition, const Motion& q,
                            Ligament kind) {
    Gathered sum(q);
    for (const Strand& strand : segment.strands)
        if (strand.kind == kind) add(sum, strand, condition.wear.of(strand));
    return sum.total();
}

} // namespace spinescope::mechanics
