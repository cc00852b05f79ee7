#include "anatomy/muscles.hpp"

#include "anatomy/chain.hpp"
#include "anatomy/hip_bone.hpp"
#include "anatomy/muscle.hpp"
#include "anatomy/paired.hpp"
#include "anatomy/vertebra_plan.hpp"

#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

namespace {

/// The vertebra `count` below, "S1" for all beyond L5.
std::string_view down(std::string_view level, std::size_t count) {
    return levels[std::min(index_of(level) + count, levels.size() - 1)];
}

glm::vec3 spinous_tip_of(const StandingBones& bones, std::string_view level) {
    const glm::vec3 back = bones.at(level).pose.turned({-1, -0.3F, 0});
    glm::vec3 tip = bones.tip(level, back, [](const glm::vec3& p) { return std::abs(p.z) < 8; });
    tip.z = 0;
    return tip;
}

/// On the right side of the spinous process, `share` of the way from its root to its tip.
Insertion on_spinous(const MuscleBed& bed, std::string_view level, float share) {
    const StandingBone& bone = bed.bones().at(level);
    const glm::vec3 tip = spinous_tip_of(bed.bones(), level);
    const EndplatePose ends = endplates(bed.figures(), level);
    const float back = ends.lower.origin.x - 0.5F * float(bed.figures().value(level, "body_depth_lower")) -
                       float(bed.figures().value(level, "canal_depth")) - 3;
    const glm::vec3 root = bone.pose.out_of({back, -2, 0});
    return hold_on(bed, level, glm::mix(root, tip, share) + glm::vec3(0, 0, 4));
}

glm::vec3 transverse_tip(const StandingBones& bones, std::string_view level) {
    return bones.tip(level, {0, 0, 1});
}

/// Where multifidus begins: mammillary process in the loins, transverse process in the chest, articular
/// pillar in the neck.
Insertion multifidus_origin(const MuscleBed& bed, std::string_view level) {
    const Pose& pose = bed.bones().at(level).pose;
    if (region_of(level) == Region::thoracic) {
        const glm::vec3 tip = transverse_tip(bed.bones(), level);
        return hold_on(bed, level, tip + pose.turned({-5, 0, 0}) - glm::vec3(0, 0, 0.3F * tip.z));
    }
    const FacetSurface facet = superior_facet(bed.figures(), level);
    const bool lumbar = region_of(level) == Region::lumbar;
    return hold_on(bed, level,
                   pose.out_of(facet.centre + (lumbar ? glm::vec3(-7, 0, 4) : glm::vec3(-8, -5, 1))));
}

Muscle rotatores(const MuscleBed& bed) {
    Muscle muscle{.name = "rotatores"};
    const auto of = [&](const char* quantity) {
        return static_cast<float>(bed.figures().value("muscle.rotatores", quantity));
    };
    for (std::size_t i = index_of("T1"); i < index_of("T12"); ++i) {
        const std::string_view lower = levels[i + 1];
        const glm::vec3 tip = transverse_tip(bed.bones(), lower);
        const Insertion from = hold_on(bed, lower, tip + glm::vec3(-3, 3, -0.35F * tip.z));
        const Insertion root = on_spinous(bed, levels[i], 0.12F);
        const Insertion to = hold_on(bed, levels[i], root.at + glm::vec3(-1, -2, 2));
        add_spindle(muscle, from, to, of("width"), of("thickness"), {-1.8F, 0, 0});
    }
    return muscle;
}

Muscle multifidus(const MuscleBed& bed) {
    Muscle muscle{.name = "multifidus"};
    const auto climb = static_cast<std::size_t>(bed.figures().value("muscle.multifidus", "levels"));
    // Where the lowest bundles begin on the back of the sacrum, in its frame: S1 to S4.
    constexpr std::array<glm::vec3, 4> sacral = {glm::vec3(-38, -16, 22), glm::vec3(-36, -36, 15),
                                                 glm::vec3(-31, -52, 13), glm::vec3(-24, -68, 11)};
    for (std::size_t i = index_of("C2"); i <= index_of("L5"); ++i) {
        const std::string_view level = levels[i];
        const Region region = region_of(level);
        const std::string kind = region == Region::lumbar     ? "lumbar"
                                 : region == Region::thoracic ? "thoracic"
                                                              : "cervical";
        const auto of = [&](const char* quantity) {
            return static_cast<float>(bed.figures().value("muscle.multifidus." + kind, quantity));
        };
        const Insertion to = on_spinous(bed, level, region == Region::thoracic ? 0.4F : 0.55F);
        const std::size_t beyond = i + climb + 1 - std::min(i + climb + 1, levels.size());
        const auto from_sacrum = [&](std::size_t piece, float aside) {
            return hold_on(bed, "S1",
                           bed.bones().at("S1").pose.out_of(sacral[piece] + glm::vec3(0, 0, aside)));
        };
        const Insertion from = i + climb < levels.size() - 1
                                   ? multifidus_origin(bed, down(level, climb))
                                   : from_sacrum(std::min<std::size_t>(beyond, 3), 0);
        const glm::vec3 bow(-0.12F * glm::distance(from.at, to.at), 0, 0);
        add_spindle(muscle, from, to, of("width"), of("thickness"), bow);
        if (region == Region::lumbar && level != "L5") // the long bundles beside, thickest over the sacrum
            add_spindle(muscle, from_sacrum(level == "L4" ? 1 : 0, 5), to, of("width"), of("thickness"),
                        2.0F * bow);
    }
    return muscle;
}

Muscle spinalis(const MuscleBed& bed) {
    Muscle muscle{.name = "spinalis"};
    Sweep body = belly(bed.figures(), bed.bones(), muscle.name);
    muscle.bundles.push_back(eased(body, bed.room(), -1));
    for (const std::string_view level : {"L2", "L1", "T12", "T11"})
        add_slip(muscle, body, on_spinous(bed, level, 0.92F), -26, 1.6F);
    for (const std::string_view level : {"T8", "T7", "T6", "T5", "T4", "T3", "T2"})
        add_slip(muscle, body, on_spinous(bed, level, 0.92F), 24, 1.5F);
    return muscle;
}

Muscle longissimus(const MuscleBed& bed) {
    Muscle muscle{.name = "longissimus"};
    Sweep body = belly(bed.figures(), bed.bones(), muscle.name);
    const auto tip = [&](std::string_view level) { return transverse_tip(bed.bones(), level); };
    const Pose& sacrum = bed.bones().at("S1").pose;
    const Insertion low = hold_on(bed, "S1", sacrum.out_of({-30, -52, 25}));
    const Insertion high = hold_on(bed, "C3", tip("C3") + glm::vec3(-5, -1, 0));
    body.stations.insert(body.stations.begin(), {low.at, 3.5F, 1.8F, low.ride});
    body.stations.push_back({high.at, 1.8F, 1.4F, high.ride});
    muscle.attachments = {{low.bone, 0.001F * low.at}, {high.bone, 0.001F * high.at}};
    muscle.bundles.push_back(body);
    for (std::size_t i = index_of("C4"); i <= index_of("L4"); ++i) {
        const std::string_view level = levels[i];
        const bool lumbar = region_of(level) == Region::lumbar;
        const glm::vec3 aim = tip(level) + (lumbar ? glm::vec3(-5, 0, -14) : glm::vec3(-5, -1, -3));
        add_slip(muscle, body, hold_on(bed, level, aim), 17, 2);
    }
    for (std::size_t number = 4; number <= 11; ++number) { // ribs, inside their angles
        const Rib& rib = bed.rib(number);
        add_slip(muscle, body,
                 hold_on_rib(bed, number, glm::mix(rib.tubercle, rib.angle, 0.55F) + glm::vec3(-6, -2, 0)),
                 20, 1.9F);
    }
    return muscle;
}

Muscle iliocostalis(const MuscleBed& bed) {
    Muscle muscle{.name = "iliocostalis"};
    Sweep body = belly(bed.figures(), bed.bones(), muscle.name);
    const HipLandmarks pelvis;
    const Insertion low =
        hold_on_hip(bed, glm::mix(pelvis.crest_rear, pelvis.rear_spine, 0.75F) + glm::vec3(-4, 5, -2));
    const Insertion high = hold_on(bed, "C5", transverse_tip(bed.bones(), "C5") + glm::vec3(-4, -2, 1));
    body.stations.insert(body.stations.begin(), {low.at, 3.5F, 1.8F, low.ride});
    body.stations.push_back({high.at, 1.6F, 1.2F, high.ride});
    muscle.attachments = {{low.bone, 0.001F * low.at}, {high.bone, 0.001F * high.at}};
    muscle.bundles.push_back(body);
    for (std::size_t number = 1; number <= rib_pairs; ++number) {
        const Rib& rib = bed.rib(number);
        add_slip(muscle, body, hold_on_rib(bed, number, rib.angle + glm::vec3(-4, -2, 1)),
                 number < 3 ? 20.0F : 32.0F, 3.4F);
    }
    return muscle;
}

/// Straps side by side from the iliac crest to the last rib, and others that end on the transverse processes.
Muscle quadratus_lumborum(const MuscleBed& bed) {
    Muscle muscle{.name = "quadratus-lumborum"};
    const auto of = [&](const char* quantity) {
        return static_cast<float>(bed.figures().value("muscle.quadratus-lumborum", quantity));
    };
    const HipLandmarks pelvis;
    const auto crest = [&](float share) {
        const glm::vec3 p = glm::mix(pelvis.crest_top, pelvis.crest_rear, share);
        return hold_on_hip(bed, p + glm::vec3(3, 7, -3));
    };
    const Rib& last = bed.rib(12);
    constexpr glm::vec3 forward(5, 0, 0); // bows before the erector
    for (const float share : {0.0F, 0.25F, 0.5F, 0.75F, 1.0F}) {
        const glm::vec3 on_rib = glm::mix(last.angle, last.tubercle, 0.75F * share) + glm::vec3(3, -5, 0);
        add_strap(muscle, crest(0.35F + 0.6F * share), hold_on_rib(bed, 12, on_rib), of("width"),
                  of("thickness"), forward);
    }
    float share = 0.95F;
    for (const std::string_view level : {"L4", "L3", "L2", "L1"}) {
        const glm::vec3 tip = transverse_tip(bed.bones(), level);
        add_strap(muscle, crest(share), hold_on(bed, level, tip + glm::vec3(1, -2, 2)), 0.6F * of("width"),
                  0.7F * of("thickness"), forward);
        share -= 0.12F;
    }
    return muscle;
}

Muscle psoas_major(const MuscleBed& bed) {
    Muscle muscle{.name = "psoas-major"};
    const Sweep body = belly(bed.figures(), bed.bones(), muscle.name);
    muscle.bundles.push_back(body);
    for (const std::string_view level : {"T12", "L1", "L2", "L3", "L4", "L5"}) {
        const Pose& pose = bed.bones().at(level).pose;
        const float half = 0.5F * float(bed.figures().value(level, "body_width_lower"));
        const float low = 0.5F * float(bed.figures().value(level, "body_height_posterior"));
        // From the sides of the bodies beside the discs, downward and outward into the belly.
        add_slip(muscle, body, hold_on(bed, level, pose.out_of({-2, 4 - low, half + 1})), -16, 4.2F);
        if (level != "T12")
            add_slip(muscle, body,
                     hold_on(bed, level,
                             glm::mix(pose.origin, transverse_tip(bed.bones(), level), 0.75F) +
                                 glm::vec3(6, -2, 3)),
                     -14, 2.6F);
    }
    return muscle;
}

} // namespace

std::vector<TissuePlan> muscles(const Figures& figures, const StandingBones& bones,
                                const std::array<Rib, rib_pairs>& ribs) {
    MuscleBed bed(figures, bones, ribs);
    std::vector<TissuePlan> plans;
    for (const auto& shaped :
         {rotatores, multifidus, spinalis, longissimus, iliocostalis, quadratus_lumborum, psoas_major}) {
        const Muscle muscle = shaped(bed);
        const Room room = bed.room(); // of what is deeper
        plan_pair(
            plans, "muscle." + muscle.name,
            [bundles = muscle.bundles, room] {
                std::vector<Mesh> parts;
                parts.reserve(bundles.size());
                for (const Sweep& bundle : bundles) parts.push_back(swept(bundle, room));
                return joined(parts);
            },
            muscle.attachments);
        bed.lay(muscle);
    }
    return plans;
}

} // namespace spinescope::anatomy
