// Four shrunken vertebrae that curve forward, the first with horns, stunted transverse processes and a waist
// where its disc was, the others fused nodules. No table: about 35 mm long, a typical adult's, in mm, in the
// sacrum's frame.
#include "anatomy/bones.hpp"
#include "anatomy/shapes.hpp"

#include <array>

namespace spinescope::anatomy {

namespace {

/// A segment from its upper to its lower end, with its half sizes front to back and across.
struct Segment {
    glm::vec3 upper;
    glm::vec3 lower;
    float thick, wide_above, wide_below;
};

constexpr std::array<Segment, 4> segments = {{
    {{19.5F, -110.5F, 0}, {22.5F, -115, 0}, 4.2F, 9, 6.2F},
    {{27, -121.5F, 0}, {28.4F, -123, 0}, 3.7F, 6.2F, 5.2F},
    {{33, -127.6F, 0}, {34, -128.3F, 0}, 3.2F, 4.8F, 4.1F},
    {{38.4F, -131.2F, 0}, {39.4F, -131.7F, 0}, 2.6F, 3.5F, 2.8F},
}};

} // namespace

Bone coccyx(const Figures&) {
    Solid bone(Solid::Symmetry::sagittal);
    for (const Segment& s : segments)
        bone.join(limb({{s.upper, s.thick, s.wide_above}, {s.lower, s.thick * 0.9F, s.wide_below}},
                       {0.75F, 0.65F, 0}),
                  1.2F);
    // What holds the segments together in an adult: bone where they have fused.
    bone.join(limb({{segments[0].lower, 2, 4}, {segments[1].lower, 1.8F, 3}, {segments[3].lower, 1.2F, 1.5F}},
                   {0.75F, 0.65F, 0}),
              1);
    bone.join(limb({{{19.5F, -110, 5}, 2.6F, 3.2F}, {{18.8F, -109.2F, 11}, 1.6F, 2}}, {1, 0, 0}), 2.5F);
    bone.join(limb({{{17.5F, -110.5F, 5}, 2.2F, 2.6F},
                    {{13.8F, -107.5F, 6.2F}, 1.8F, 2},
                    {{10.5F, -104.2F, 7}, 1.3F, 1.4F}},
                   {0, 0, 1}),
              2);
    return {std::move(bone), {{3, -144, -18}, {50, -96, 18}}};
}

} // namespace spinescope::anatomy
