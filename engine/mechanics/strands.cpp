#include "mechanics/strands.hpp"

#include "anatomy/facet_joint.hpp"
#include "anatomy/ligament_figures.hpp"
#include "mechanics/spine_model.hpp"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace spinescope::mechanics {

namespace {

/// How the attachments of a structure are to be read.
struct Course {
    std::string_view prefix;
    Ligament kind;
    bool along = false;          ///< holds follow one another down the spine; otherwise in pairs
    bool midline = false;        ///< lies there, wherever its mesh was taken hold of
    std::string_view width = {}; ///< figure of its breadth, over which it is spread
};
constexpr std::array courses{
    Course{"capsule.", Ligament::capsule},
    Course{"ligament.flavum.", Ligament::flavum},
    Course{"ligament.interspinous.", Ligament::interspinous, false, true},
    Course{"ligament.supraspinous", Ligament::supraspinous, true, true},
    Course{"ligament.nuchal", Ligament::supraspinous, true, true},
    Course{"ligament.anterior-longitudinal", Ligament::anterior_longitudinal, true, true,
           "anterior_longitudinal_width"},
    Course{"ligament.posterior-longitudinal", Ligament::posterior_longitudinal, true, true,
           "posterior_longitudinal_width_disc"},
    Course{"ligament.intertransverse.", Ligament::intertransverse},
    Course{"ligament.iliolumbar.", Ligament::iliolumbar},
};

std::optional<Course> course_of(std::string_view structure) {
    for (const Course& course : courses)
        if (structure.starts_with(course.prefix)) return course;
    return std::nullopt;
}

/// A bone's place on the chain; the pelvis goes with the sacrum.
std::size_t place_of(const anatomy::Attachment& hold) {
    return static_cast<std::size_t>(anatomy::ride_of(hold.bone));
}

/// Two holds on neighbouring bones, from above downward.
struct Span {
    std::size_t segment = 0;
    glm::dvec3 upper{};
    glm::dvec3 lower{};
};

std::optional<Span> span_of(const anatomy::Attachment& a, const anatomy::Attachment& b) {
    const std::size_t i = place_of(a), j = place_of(b);
    if (i + 1 == j) return Span{i, a.at, b.at};
    if (j + 1 == i) return Span{j, b.at, a.at};
    return std::nullopt;
}

/// A capsule goes all the way round its joint: between any two fibres that were taken hold of lies another.
void go_round(std::vector<Span>& spans) {
    const std::size_t count = spans.size();
    for (std::size_t k = 0; k < count; ++k) {
        const Span &a = spans[k], &b = spans[(k + 1) % count];
        spans.push_back({a.segment, 0.5 * (a.upper + b.upper), 0.5 * (a.lower + b.lower)});
    }
}

/// Fibres beside the joint cross its line at right angles (Little & Khalsa 2005): such a strand keeps its
/// middle and its length and is laid so; one that ran along the joint goes straight across the gap. Those at
/// the two ends of the joint run on as they are.
void lay_across(Span& span, const anatomy::FacetJoint& joint) {
    constexpr double least = 1e-3; // m; of what lies across already
    const glm::dvec3 along(joint.up), way = span.upper - span.lower;
    const glm::dvec3 middle = 0.5 * (span.upper + span.lower), off = middle - glm::dvec3(joint.centre);
    const glm::dvec3 side = glm::cross(along, glm::dvec3(joint.normal));
    if (std::abs(glm::dot(off, along)) * joint.width_m > std::abs(glm::dot(off, side)) * joint.height_m)
        return;
    const glm::dvec3 across = way - glm::dot(way, along) * along;
    const glm::dvec3 straight =
        glm::length(across) < least ? glm::dvec3(joint.normal) : glm::normalize(across);
    span.upper = middle + 0.5 * glm::length(way) * straight;
    span.lower = middle - 0.5 * glm::length(way) * straight;
}

std::vector<Span> spans_of(const Course& course, const std::vector<anatomy::Attachment>& holds) {
    std::vector<Span> spans;
    const auto add = [&](const anatomy::Attachment& a, const anatomy::Attachment& b) {
        auto span = span_of(a, b);
        if (!span) return;
        if (course.midline) span->upper.z = span->lower.z = 0;
        spans.push_back(*span);
    };
    // Interspinous fibres climb backward: from the front of the lower process to the rear of the upper one.
    if (course.kind == Ligament::interspinous && holds.size() == 4)
        add(holds[2], holds[1]);
    else
        for (std::size_t k = 0; k + 1 < holds.size(); k += course.along ? 1 : 2) add(holds[k], holds[k + 1]);
    if (course.kind == Ligament::capsule) go_round(spans);
    return spans;
}

Flank flank_of(const Course& course, const Span& span) {
    constexpr double beside = 1e-3; // m
    if (course.midline) return Flank::middle;
    const double right = 0.5 * (span.upper.z + span.lower.z);
    return right > beside ? Flank::right : right < -beside ? Flank::left : Flank::middle;
}

} // namespace

std::array<std::vector<Strand>, segments> strands_between(const anatomy::Figures& anatomy,
                                                          const anatomy::Attachments& attachments,
                                                          const std::array<Segment, segments>& frames) {
    constexpr std::size_t below_the_axis = 2;
    std::map<std::string, anatomy::FacetJoint> joints; // by capsule
    for (const anatomy::FacetJoint& joint : anatomy::facet_joints(anatomy))
        joints["capsule" + joint.id.substr(joint.id.find('.'))] = joint;
    std::array<std::vector<Strand>, segments> all;
    for (const auto& [structure, holds] : attachments) {
        const auto course = course_of(structure);
        if (!course) continue;
        for (Span span : spans_of(*course, holds)) {
            if (span.segment < below_the_axis) continue;
            if (const auto joint = joints.find(structure); joint != joints.end())
                lay_across(span, joint->second);
            double width = 0; // m
            if (!course->width.empty())
                width = 1e-3 * anatomy::along_the_spine(anatomy, static_cast<float>(span.segment) + 0.5F,
                                                        course->width);
            const Segment& frame = frames[span.segment];
            for (const double aside : {-1.0 / 3, 0.0, 1.0 / 3}) {
                if (width == 0 && aside != 0) continue;
                Strand strand{.kind = course->kind, .flank = flank_of(*course, span), .structure = structure};
                const glm::dvec3 off = glm::dvec3(0, 0, aside * width) - frame.origin;
                strand.upper = glm::transpose(frame.axes) * (span.upper + off);
                strand.lower = glm::transpose(frame.axes) * (span.lower + off);
                all[span.segment].push_back(strand);
            }
        }
    }
    return all;
}

} // namespace spinescope::mechanics
