// How the rows about the moving spine are computed: how far segments go, what holds them, what use does.
#include "files/installation.hpp"
#include "mechanics/creep.hpp"
#include "mechanics/facet_opening.hpp"
#include "mechanics/foramen.hpp"
#include "mechanics/hypermobility.hpp"
#include "mechanics/readings.hpp"
#include "mechanics/rotation.hpp"
#include "mechanics/settle.hpp"
#include "mechanics/subfailure.hpp"
#include "timeline/validation_checks.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <memory>

namespace spinescope::timeline {

namespace {

using namespace mechanics;

std::size_t place(std::string_view name) {
    std::size_t i = 0;
    while (segment_name(i) != name) ++i;
    return i;
}

Motion under(const Segment& segment, const Torque& torque, const Condition& condition = {}) {
    Vector6 pull = Vector6::Zero();
    pull[3] = torque.side_bend_Nm;
    pull[4] = -torque.rotation_Nm;
    pull[5] = -torque.flexion_Nm;
    return settle(segment, condition, pull, Motion::Zero()).motion;
}

/// A segment at the ends of its range.
struct Ends {
    Motion flexion, extension, side_bend, rotation;

    explicit Ends(const Segment& s, const Condition& condition = {}, double part = 1)
        : flexion(under(s, {.flexion_Nm = part * s.reference_moment}, condition)),
          extension(under(s, {.flexion_Nm = -part * s.reference_moment}, condition)),
          side_bend(under(s, {.side_bend_Nm = part * s.reference_moment}, condition)),
          rotation(under(s, {.rotation_Nm = part * s.reference_moment}, condition)) {}

    [[nodiscard]] std::array<const Motion*, 4> all() const {
        return {&flexion, &extension, &side_bend, &rotation};
    }
    [[nodiscard]] double sagittal_deg() const {
        return turn_of(flexion).flexion_deg - turn_of(extension).flexion_deg;
    }
};

/// The whole of it, and what many rows ask for again.
struct Spine {
    anatomy::Figures figures = anatomy::Figures::load(files::asset("mechanics"));
    SpineModel model = installed_spine_model();
    std::vector<Ends> ends;

    Spine() {
        for (const Segment& segment : model) ends.emplace_back(segment);
    }
    [[nodiscard]] const Segment& at(std::string_view name) const { return model[place(name)]; }
    [[nodiscard]] const Ends& ends_of(std::string_view name) const { return ends[place(name)]; }

    /// Sum of something over the segments from one to another.
    template <typename Of>
    [[nodiscard]] double sum(std::string_view first, std::string_view last, const Of& of) const {
        double all = 0;
        for (std::size_t i = place(first); i <= place(last); ++i) all += of(i);
        return all;
    }
    template <typename Of>
    [[nodiscard]] double mean(std::string_view first, std::string_view last, const Of& of) const {
        return sum(first, last, of) / double(place(last) - place(first) + 1);
    }
};

double outside_limits(const Spine& spine, std::string_view first, bool all_planes) {
    return spine.sum(first, "L5-S1", [&](std::size_t i) {
        const auto outside = [&](double angle, const std::string& what) {
            constexpr double rounding_deg = 0.05;
            const std::string& name = spine.model[i].name;
            return angle < spine.figures.value(name, what + "_least") - rounding_deg ||
                   angle > spine.figures.value(name, what + "_most") + rounding_deg;
        };
        int count = outside(spine.ends[i].sagittal_deg(), "flexion_extension") ? 1 : 0;
        if (!all_planes) return count;
        count += outside(turn_of(spine.ends[i].side_bend).side_bend_deg, "side_bend") ? 1 : 0;
        count += outside(turn_of(spine.ends[i].rotation).rotation_deg, "rotation") ? 1 : 0;
        return count;
    });
}

double bend_per_rotation(const Spine& spine, std::string_view name) {
    const Turn turn = turn_of(spine.ends_of(name).rotation);
    return turn.side_bend_deg / turn.rotation_deg;
}

double rotation_per_bend(const Spine& spine, std::string_view name) {
    const Turn turn = turn_of(spine.ends_of(name).side_bend);
    return turn.rotation_deg / turn.side_bend_deg;
}

double side_bend_at_6Nm(const Spine& spine, std::string_view name) {
    return turn_of(under(spine.at(name), {.side_bend_Nm = 6})).side_bend_deg;
}

/// Mean of the lumbar segments when the same effort turns all below the neck by 45 degrees.
double rotation_of_45_deg(const Spine& spine) {
    const auto turned_by = [&](std::string_view first, double effort) {
        return spine.sum(first, "L5-S1", [&](std::size_t i) {
            const Segment& s = spine.model[i];
            return turn_of(under(s, {.rotation_Nm = effort * s.reference_moment})).rotation_deg;
        });
    };
    double least = 0, most = 1;
    for (int halved = 0; halved < 20; ++halved)
        (turned_by("T1-T2", (least + most) / 2) < 45 ? least : most) = (least + most) / 2;
    return turned_by("L1-L2", least) / 5;
}

/// How high above the lower bone's upper surface the centre of flexion lies, mm.
double centre_of_flexion_mm(const Spine& spine, std::size_t i) {
    const Motion &f = spine.ends[i].flexion, &e = spine.ends[i].extension;
    const glm::dmat3 turn = rotation({f[3], f[4], f[5]}) * glm::transpose(rotation({e[3], e[4], e[5]}));
    const glm::dvec3 shift = glm::dvec3(f[0], f[1], f[2]) - turn * glm::dvec3(e[0], e[1], e[2]);
    const glm::dmat2 still(1 - turn[0][0], -turn[0][1], -turn[1][0], 1 - turn[1][1]);
    const glm::dvec2 centre = glm::inverse(still) * glm::dvec2(shift);
    return 1e3 * (centre.y - spine.model[i].foramen.lower.front().y);
}

double borne_in_flexion(const Spine& spine, std::initializer_list<Ligament> kinds) {
    const Segment& s = spine.at("L4-L5");
    const Motion& q = spine.ends_of("L4-L5").flexion;
    double moment = 0;
    for (const Ligament kind : kinds) moment -= elastic_of_ligament(s, {}, q, kind).gradient[5];
    return 100 * moment / s.reference_moment;
}

double strained(const Strand& strand, const Motion& q) {
    return strain(strand, glm::distance(carried(q, strand.upper), strand.lower));
}

/// Of the most stretched strand of a segment's capsules, %.
double capsule_strain(const Segment& segment, const Motion& q) {
    double most = -1;
    for (const Strand& strand : segment.strands)
        if (strand.kind == Ligament::capsule) most = std::max(most, strained(strand, q));
    return 100 * most;
}

double most_stretched_capsule(const Spine& spine) {
    double most = 0;
    for (std::size_t i = 0; i < segments; ++i)
        for (const Motion* q : spine.ends[i].all()) most = std::max(most, capsule_strain(spine.model[i], *q));
    return most;
}

double past_damage(const Spine& spine) {
    const SubfailureLaw law = subfailure_law(spine.figures);
    double count = 0;
    for (std::size_t i = 0; i < segments; ++i)
        for (const Strand& strand : spine.model[i].strands)
            count += std::ranges::any_of(spine.ends[i].all(), [&](const Motion* q) {
                return strained(strand, *q) > law.onset[std::size_t(strand.kind)] * strand.failure_strain;
            });
    return count;
}

double damage_onset(const Spine& spine) {
    const SubfailureLaw law = subfailure_law(spine.figures);
    double share = 0;
    while (stretched(law, Ligament::capsule, {}, share).toe <= 1) share += 0.01;
    return share;
}

/// What full flexion does to the lumbar spine when it is held, minute by minute, and let go.
struct Held {
    double added_deg = 0;
    double left_after_2_min = 0; ///< parts of it
    double left_after_7_h = 0;
    double left_after_48_h = 0;
};
Held held_in_flexion(const Spine& spine) {
    constexpr double minute = 60, hour = 3600;
    constexpr int minutes = 20;
    constexpr std::array flanks_of_all{Flank::left, Flank::middle, Flank::right};
    const CreepLaw law = creep_law(spine.figures);
    std::array<double, 4> more{};
    for (std::size_t i = place("L1-L2"); i < segments; ++i) {
        const Segment& segment = spine.model[i];
        std::array<std::array<Creep, flanks>, ligaments> creep{};
        Condition condition;
        const auto lengthen = [&](const Motion* q, double seconds) {
            std::array<std::array<double, flanks>, ligaments> most{};
            for (const Strand& strand : segment.strands) {
                if (!q) break;
                double& here = most[std::size_t(strand.kind)][std::size_t(strand.flank)];
                const double length = glm::distance(carried(*q, strand.upper), strand.lower);
                here = std::max(here, strain(strand, length, condition.wear.of(strand)));
            }
            for (std::size_t kind = 0; kind < ligaments; ++kind)
                for (const Flank flank : flanks_of_all) {
                    Creep& part = creep[kind][std::size_t(flank)];
                    part = later(law, part, most[kind][std::size_t(flank)], seconds);
                    condition.wear.of(Ligament(kind), flank).rest_length = 1 + part.strain();
                }
        };
        const auto flexed = [&] {
            return turn_of(under(segment, {.flexion_Nm = segment.reference_moment}, condition)).flexion_deg;
        };
        const double fresh = flexed();
        for (int now = 0; now < minutes; ++now) {
            const Motion q = under(segment, {.flexion_Nm = segment.reference_moment}, condition);
            lengthen(&q, minute);
        }
        more[0] += flexed() - fresh;
        lengthen(nullptr, 2 * minute);
        more[1] += flexed() - fresh;
        lengthen(nullptr, 7 * hour - 2 * minute);
        more[2] += flexed() - fresh;
        lengthen(nullptr, 41 * hour);
        more[3] += flexed() - fresh;
    }
    return {more[0], more[1] / more[0], more[2] / more[0], more[3] / more[0]};
}

/// Mean of T12-L1 and L1-L2 under 7.5 N m, N.
struct FacetForces {
    double flexion = 0, extension = 0; ///< of one side
    double other = 0, same = 0;        ///< in torsion
};
FacetForces facet_forces(const Spine& spine) {
    constexpr double moment_Nm = 7.5;
    FacetForces mean;
    for (std::size_t i = place("T12-L1"); i <= place("L1-L2"); ++i) {
        const Ends ends(spine.model[i], {}, moment_Nm / spine.model[i].reference_moment);
        const auto read = [&](const Motion& q) {
            Motions motions = standing();
            motions[i] = q;
            return readings(spine.model, {}, motions).segment[i];
        };
        mean.flexion += read(ends.flexion).facet_left_N / 2;
        mean.extension += read(ends.extension).facet_left_N / 2;
        mean.other += read(ends.rotation).facet_left_N / 2;
        mean.same += read(ends.rotation).facet_right_N / 2;
    }
    return mean;
}

Segment without_joints(Segment segment) {
    segment.facets.clear();
    std::erase_if(segment.strands, [](const Strand& strand) { return strand.kind == Ligament::capsule; });
    segment.preload = -(elastic(segment, {}, Motion::Zero()).gradient - segment.preload);
    return segment;
}

/// What a longer toe adds to a range, over what cutting that ligament adds.
double like_cut(const Spine& spine, Ligament kind, double toe, bool forward) {
    constexpr double cut = 1e9;
    const Segment& s = spine.at("C5-C6");
    const auto range = [&](double longer) {
        Condition condition;
        for (const Flank flank : {Flank::left, Flank::middle, Flank::right})
            condition.wear.of(kind, flank).toe = longer;
        const double flexion =
            turn_of(under(s, {.flexion_Nm = (forward ? 1 : -1) * s.reference_moment}, condition)).flexion_deg;
        return std::abs(flexion);
    };
    return (range(toe) - range(1)) / (range(cut) - range(1));
}

/// How much smaller turns are on guard, as an added stiffness in %.
double braced(const Spine& spine) {
    Condition guard;
    guard.guarding = 1;
    double relaxed = 0, stiff = 0;
    for (std::size_t i = place("L1-L2"); i < segments; ++i) {
        const Ends a(spine.model[i], {}, 0.5), b(spine.model[i], guard, 0.5);
        for (const auto end : {&Ends::flexion, &Ends::extension, &Ends::side_bend}) {
            relaxed += (a.*end).tail<3>().norm();
            stiff += (b.*end).tail<3>().norm();
        }
    }
    return 100 * (relaxed / stiff - 1);
}

double hypermobile(const Spine& spine, bool slack, bool worn) {
    const std::size_t at = place("L4-L5");
    Conditions conditions;
    if (slack)
        for (const Flank flank : {Flank::left, Flank::right})
            conditions[at].wear.of(Ligament::capsule, flank) = {.rest_length = 1.1, .toe = 3};
    if (worn) conditions[at].resistance = 0.4, conditions[at].neutral_zone = 3;
    const auto found = hypermobility(spine.model, conditions);
    return double(std::ranges::count(found, true, &Hypermobility::beyond));
}

/// Stiffness at the end of rotation, with the ribs over without at the same angle.
double ribs(const Spine& spine, std::string_view first, std::string_view last) {
    return spine.mean(first, last, [&](std::size_t i) {
        constexpr int rotation = 4;
        const auto moment = [&](bool rib_cage, double part) {
            Condition condition;
            condition.rib_cage = rib_cage;
            const Motion start = part * spine.ends[i].rotation;
            return settle(spine.model[i], condition, Vector6::Zero(), start, rotation)
                .elastic.gradient[rotation];
        };
        return (moment(true, 1) - moment(true, 0.9)) / (moment(false, 1) - moment(false, 0.9));
    });
}

/// Of the upper body's lower rear edge, mm a degree.
double shift_per_degree(const Spine& spine, std::string_view first, std::string_view last) {
    return spine.mean(first, last, [&](std::size_t i) {
        const glm::dvec3& edge = spine.model[i].foramen.upper.back();
        const Motion& q = spine.ends[i].flexion;
        return 1e3 * (carried(q, edge) - edge).x / turn_of(q).flexion_deg;
    });
}

double room(const Spine& spine, Motion Ends::*end) {
    return spine.mean("L1-L2", "L5-S1", [&](std::size_t i) {
        return 100 * (foramen_room(spine.model[i], spine.ends[i].*end, true) - 1);
    });
}

} // namespace

Checks checks_of_the_spine() {
    const auto spine = std::make_shared<const Spine>();
    const auto held = std::make_shared<const Held>(held_in_flexion(*spine));
    const auto facets = std::make_shared<const FacetForces>(facet_forces(*spine));
    const auto count = [=](std::string_view first, std::string_view last, const auto& holds) {
        return spine->sum(first, last, [&](std::size_t i) { return holds(i) ? 1 : 0; });
    };
    const auto flexion_over_the_rest = [=](std::size_t i) {
        const Segment& s = spine->model[i];
        const double flexion = capsule_strain(s, spine->ends[i].flexion);
        return flexion > capsule_strain(s, spine->ends[i].extension) &&
               flexion > capsule_strain(s, spine->ends[i].side_bend);
    };
    const auto joints_taken = [=](const auto& range) {
        const Segment& whole = spine->at("L4-L5");
        return range(Ends(without_joints(whole))) - range(Ends(whole));
    };
    return {
        {"V1a", [=] { return outside_limits(*spine, "L1-L2", false); }},
        {"V1b", [=] { return outside_limits(*spine, "C2-C3", true); }},
        {"V2a",
         [=] {
             return spine->mean("L1-L2", "L5-S1",
                                [&](std::size_t i) { return spine->ends[i].sagittal_deg(); });
         }},
        {"V2b",
         [=] {
             return count("L1-L2", "L4-L5", [&](std::size_t i) {
                 const Ends& e = spine->ends[i];
                 return turn_of(e.flexion).flexion_deg > -turn_of(e.extension).flexion_deg;
             });
         }},
        {"V3",
         [=] {
             const Pose pose = turned(spine->model, {}, cervical, {.rotation_deg = 75});
             return turn_of(pose.motions[place("C1-C2")]).rotation_deg;
         }},
        {"V4a", [=] { return rotation_of_45_deg(*spine); }},
        {"V4b",
         [=] {
             return count("L1-L2", "L4-L5",
                          [&](std::size_t i) { return bend_per_rotation(*spine, segment_name(i)) < 0; }) +
                    (bend_per_rotation(*spine, "L5-S1") > 0 ? 1 : 0);
         }},
        {"V4c", [=] { return bend_per_rotation(*spine, "L5-S1"); }},
        {"V4d",
         [=] {
             return count("L1-L2", "L5-S1",
                          [&](std::size_t i) { return turn_of(spine->ends[i].rotation).flexion_deg > 0; });
         }},
        {"V5a", [=] { return side_bend_at_6Nm(*spine, "T12-L1"); }},
        {"V5b", [=] { return side_bend_at_6Nm(*spine, "L4-L5"); }},
        {"V5c", [=] { return side_bend_at_6Nm(*spine, "L5-S1"); }},
        {"V5d", [=] { return rotation_per_bend(*spine, "T12-L1"); }},
        {"V5e", [=] { return rotation_per_bend(*spine, "L5-S1"); }},
        {"V5f", [=] { return rotation_per_bend(*spine, "C2-C3"); }},
        {"V5g", [=] { return rotation_per_bend(*spine, "C7-T1"); }},
        {"V7a", [=] { return -centre_of_flexion_mm(*spine, place("C2-C3")); }},
        {"V7b",
         [=] {
             return count("C3-C4", "C6-C7", [&](std::size_t i) {
                 return centre_of_flexion_mm(*spine, i) > centre_of_flexion_mm(*spine, i - 1);
             });
         }},
        {"V8a", [=] { return borne_in_flexion(*spine, {Ligament::capsule}); }},
        {"V8b",
         [=] {
             const Segment& s = spine->at("L4-L5");
             const Motion& q = spine->ends_of("L4-L5").flexion;
             return -100 * elastic_of_disc(s, {}, q).gradient[5] / s.reference_moment;
         }},
        {"V8c",
         [=] {
             return borne_in_flexion(*spine, {Ligament::interspinous, Ligament::supraspinous});
         }},
        {"V8d", [=] { return borne_in_flexion(*spine, {Ligament::flavum}); }},
        {"V10a",
         [=] {
             double most = 0;
             for (std::size_t i = place("L1-L2"); i < segments; ++i)
                 most = std::max(most, capsule_strain(spine->model[i], spine->ends[i].flexion));
             return most;
         }},
        {"V10b", [=] { return most_stretched_capsule(*spine); }},
        {"V10c", [=] { return count("L1-L2", "L5-S1", flexion_over_the_rest); }},
        {"V11a", [=] { return damage_onset(*spine); }},
        {"V11b", [=] { return past_damage(*spine); }},
        {"V12a", [=] { return held->added_deg; }},
        {"V12b", [=] { return 100 * (1 - held->left_after_2_min); }},
        {"V13a", [=] { return 100 * held->left_after_7_h; }},
        {"V13b", [=] { return 100 * held->left_after_48_h; }},
        {"V15a", [=] { return facets->extension / std::max(facets->flexion, 1.0); }},
        {"V15b", [=] { return facets->other; }},
        {"V15c",
         [=] {
             return facets->other / std::max({facets->flexion, facets->extension, facets->same});
         }},
        {"V15d", [=] { return facets->extension; }},
        {"V15e", [=] { return facets->flexion; }},
        {"V19a", [=] { return joints_taken([](const Ends& e) { return e.sagittal_deg(); }); }},
        {"V19b",
         [=] { return joints_taken([](const Ends& e) { return 2 * turn_of(e.rotation).rotation_deg; }); }},
        {"V20a", [=] { return like_cut(*spine, Ligament::anterior_longitudinal, 5, false); }},
        {"V20b", [=] { return like_cut(*spine, Ligament::flavum, 3, true); }},
        {"V21",
         [=] { return 1e3 * facet_opening(spine->at("L4-L5"), spine->ends_of("L4-L5").rotation, true); }},
        {"V25a", [=] { return braced(*spine); }},
        {"V25b",
         [=] {
             return 100 * spine->at("L4-L5").guard_compression /
                    spine->figures.value("L4-L5", "standing_compression");
         }},
        {"V26a", [=] { return hypermobile(*spine, false, false); }},
        {"V26b", [=] { return hypermobile(*spine, true, false); }},
        {"V26c", [=] { return hypermobile(*spine, true, true); }},
        {"V27a", [=] { return ribs(*spine, "T1-T2", "T3-T4"); }},
        {"V27b", [=] { return ribs(*spine, "T4-T5", "T7-T8"); }},
        {"V28a", [=] { return shift_per_degree(*spine, "L1-L2", "L5-S1"); }},
        {"V28b", [=] { return shift_per_degree(*spine, "C2-C3", "C6-C7"); }},
        {"V29a", [=] { return room(*spine, &Ends::flexion); }},
        {"V29b", [=] { return room(*spine, &Ends::extension); }},
        {"V29c",
         [=] {
             return 100 * (1 - (100 + room(*spine, &Ends::extension)) / (100 + room(*spine, &Ends::flexion)));
         }},
    };
}

} // namespace spinescope::timeline
