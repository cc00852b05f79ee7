#include "anatomy/measure.hpp"

#include "anatomy/facet_joint.hpp"
#include "anatomy/levels.hpp"
#include "anatomy/measure_body.hpp"
#include "anatomy/mesh_probe.hpp"
#include "anatomy/standing_curve.hpp"
#include "anatomy/vertebra_plan.hpp"
#include "files/failure.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>
#include <optional>

namespace spinescope::anatomy {

namespace {

const glm::vec3 forward(1, 0, 0);
const glm::vec3 cranial(0, 1, 0);
const glm::vec3 right(0, 0, 1);

/// Collects the pairs; a quantity that has no published figure, or could not be measured, is passed over.
class Ledger {
public:
    explicit Ledger(const Figures& figures) : figures_(figures) {}

    void add(std::string_view level, std::string_view quantity, std::optional<float> measured) {
        const Figure* published = figures_.find(level, quantity);
        if (published == nullptr || !measured) return;
        entries_.push_back({std::string(level), std::string(quantity), published->unit, *published, *measured,
                            *measured - published->value});
    }
    [[nodiscard]] std::vector<Measurement> take() { return std::move(entries_); }

private:
    const Figures& figures_;
    std::vector<Measurement> entries_;
};

const BuiltStructure& structure(std::span<const BuiltStructure> spine, std::string_view id) {
    const auto found = std::ranges::find(spine, id, &BuiltStructure::id);
    if (found == spine.end())
        throw Failure("measure", "the spine holds no " + std::string(id), "build it whole");
    return *found;
}

void measure_arch(Ledger& ledger, const Figures& figures, std::string_view level, const MeshProbe& probe,
                  const BodyMeasures& body) {
    const auto of = [&](const char* quantity) { return static_cast<float>(figures.value(level, quantity)); };
    const float rear = body.rear;
    const float half = 0.5F * body.height;

    // Canal: narrowest between the body's rear wall and the arch; widest between the pedicles.
    std::optional<float> depth;
    float canal_back = rear;
    for (float y = -0.75F * half; y <= 0.75F * half; y += 0.5F) {
        if (!probe.contains({0, y, 0})) continue;
        const std::vector<float> along = probe.hits({0, y, 0}, -forward);
        if (along.size() < 3) continue; // no arch at this height
        const float gap = along[1] - along[0];
        if (!depth || gap < *depth) {
            depth = gap;
            canal_back = -along[1];
        }
    }
    ledger.add(level, "canal_depth", depth);
    const float pedicle_height = of("pedicle_height");
    const float middle_y = body.upper_rear.y - 0.5F * pedicle_height - 0.3F;
    std::optional<float> width;
    if (depth)
        for (float f = 0.1F; f < 0.6F; f += 0.05F) {
            const auto across = probe.first_hit({rear - f * *depth, middle_y, 0}, right);
            if (across) width = std::max(width.value_or(0), 2 * *across);
        }
    ledger.add(level, "canal_width", width);

    // Pedicle: at its isthmus, across its own axis.
    const float axis = glm::radians(of("pedicle_axis_transverse"));
    const glm::vec3 across(std::sin(axis), 0, std::cos(axis));
    std::optional<float> pedicle_width;
    std::optional<float> tall;
    for (float back = level.front() == 'C' ? 0.7F : 1.3F; back < 3.4F; back += 0.5F) {
        const glm::vec3 from(rear - back, middle_y, 0);
        const std::vector<float> walls = probe.hits(from, right);
        if (walls.size() < 2 || probe.contains(from)) continue;
        const glm::vec3 middle =
            from + right * (walls[0] + std::min(0.5F * (walls[1] - walls[0]), 0.5F * of("pedicle_width")));
        const auto w = probe.span(middle, across);
        const auto h = probe.span(middle, cranial);
        if (w && (!pedicle_width || *w < *pedicle_width)) pedicle_width = w;
        if (h && (!tall || *h < *tall)) tall = h;
    }
    ledger.add(level, "pedicle_width", pedicle_width);
    ledger.add(level, "pedicle_height", tall);

    ledger.add(level, "transverse_process_width", 2 * probe.high().z);
    float length = 0;
    float tip = 0;
    for (const glm::vec3& p : probe.points())
        if (p.x < canal_back - 3 && std::abs(p.z) < 8) {
            length = std::max(length, glm::distance(p, {body.rear, body.upper_rear.y, 0}));
            tip = std::min(tip, p.x);
        }
    ledger.add(level, "spinous_length", length);
    if (region_of(level) == Region::lumbar) ledger.add(level, "spinous_length_from_canal", canal_back - tip);
}

/// The facet as the neighbour meets it: the triangles near the joint that look across it.
void measure_facet(Ledger& ledger, const FacetJoint& joint, const BuiltStructure& lower, float bend) {
    const glm::mat4 into = glm::inverse(lower.place);
    const glm::vec3 centre = 1000.0F * glm::vec3(into * glm::vec4(joint.centre, 1));
    const glm::vec3 normal = glm::vec3(into * glm::vec4(joint.normal, 0));
    const glm::vec3 up = glm::vec3(into * glm::vec4(joint.up, 0));
    const glm::vec3 across = glm::cross(up, normal);
    const MeshProbe probe(lower.mesh);
    const std::vector<glm::vec3>& p = probe.points();
    const std::vector<std::uint32_t>& index = probe.indices();
    glm::vec3 facing(0);
    glm::vec3 middle(0);
    float area = 0;
    float left = 0;
    float far = 0;
    float low = 0;
    float high = 0;
    for (std::size_t i = 0; i + 2 < index.size(); i += 3) {
        const glm::vec3& a = p[index[i]];
        const glm::vec3& b = p[index[i + 1]];
        const glm::vec3& c = p[index[i + 2]];
        const glm::vec3 n = 0.5F * glm::cross(b - a, c - a);
        const float size = glm::length(n);
        const glm::vec3 at = (a + b + c) / 3.0F - centre;
        const float u = glm::dot(at, up);
        const float v = glm::dot(at, across);
        const float off = glm::dot(at, normal) + 500 * static_cast<float>(joint.joint_space_m);
        const float reach = std::hypot(u / (600 * static_cast<float>(joint.height_m)),
                                       v / (600 * static_cast<float>(joint.width_m)));
        if (size <= 0 || reach > 1 || std::abs(off - 0.5F * bend * v * v) > 0.5F ||
            glm::dot(n, normal) < 0.75F * size || std::abs(glm::dot(n, up)) > 0.35F * size)
            continue;
        if (reach < 0.75F) facing += n; // the middle of the face, clear of its rounded rim
        middle += size * (at + centre);
        area += size;
        for (const glm::vec3& corner : {a, b, c}) {
            const float cu = glm::dot(corner - centre, up);
            const float cv = glm::dot(corner - centre, across);
            left = std::min(left, cv);
            far = std::max(far, cv);
            low = std::min(low, cu);
            high = std::max(high, cu);
        }
    }
    if (area <= 0) return;
    const glm::vec3 n = glm::normalize(facing);
    ledger.add(joint.lower, "superior_facet_transverse_angle", glm::degrees(std::acos(n.y)));
    // Panjabi's sagittal angle, right side: over 90 when the facet looks inward.
    ledger.add(joint.lower, "superior_facet_sagittal_angle", glm::degrees(std::atan2(-n.x, n.z)));
    ledger.add(joint.lower, "superior_facet_width", far - left);
    ledger.add(joint.lower, "superior_facet_height", high - low);
    ledger.add(joint.lower, "superior_facet_spacing", 2 * middle.z / area);
}

/// Along a disc's own axis from a point of the bone below to one of the bone above, each in its frame, mm.
float height_between(const glm::vec3& low, const BuiltStructure& under, const glm::vec3& high,
                     const BuiltStructure& over, const BuiltStructure& disc) {
    const glm::vec4 rise =
        over.place * glm::vec4(0.001F * high, 1) - under.place * glm::vec4(0.001F * low, 1);
    return 1000 * glm::dot(glm::vec3(rise), glm::vec3(disc.place[1]));
}

void measure_atlas(Ledger& ledger, const MeshProbe& atlas) {
    ledger.add("C1", "total_width", 2 * atlas.high().z);
    ledger.add("C1", "canal_depth", atlas.span({0, 0, 0}, forward));
    std::optional<float> width;
    for (float x = -5; x <= 5; x += 1) {
        const auto across = atlas.span({x, 0, 0}, right);
        if (across) width = std::max(width.value_or(0), *across);
    }
    ledger.add("C1", "canal_width", width);
    for (const auto& [direction, quantity] :
         {std::pair(forward, "anterior_arch_height"), std::pair(-forward, "posterior_arch_height")}) {
        const std::vector<float> arch = atlas.hits({0, 0, 0}, direction);
        if (arch.size() >= 2)
            ledger.add("C1", quantity, atlas.span(0.5F * (arch[0] + arch[1]) * direction, cranial));
    }
}

void measure_dens(Ledger& ledger, const Figures& figures, const BuiltStructure& axis,
                  const BuiltStructure& atlas) {
    const MeshProbe probe(axis.mesh);
    const auto down = probe.first_hit({0, 0, 0}, -cranial);
    if (down) ledger.add("C2", "total_height", probe.high().y + *down);
    const float middle = probe.high().y - 0.5F * static_cast<float>(figures.value("C2", "dens_height"));
    ledger.add("C2", "dens_width", probe.span({0, middle, 0}, right));
    ledger.add("C2", "dens_depth", probe.span({0, middle, 0}, forward));
    const auto front = probe.first_hit({0, middle, 0}, forward);
    const glm::mat4 to_atlas = glm::inverse(atlas.place) * axis.place;
    const glm::vec3 from = 1000.0F * glm::vec3(to_atlas * glm::vec4(0, 0.001F * middle, 0, 1));
    const auto arch = MeshProbe(atlas.mesh).first_hit(from, glm::vec3(to_atlas * glm::vec4(forward, 0)));
    if (front && arch) ledger.add("C1-C2", "atlantodental_interval_max", *arch - *front);
}

/// Pitch of an endplate in the spine frame, degrees, from its front and rear rim.
float pitch(const glm::vec3& front, const glm::vec3& rear, const glm::mat4& place) {
    const glm::vec3 d = glm::vec3(place * glm::vec4(front - rear, 0));
    return glm::degrees(std::atan2(d.y, d.x));
}

} // namespace

std::vector<Measurement> measure_spine(const Figures& figures, std::span<const BuiltStructure> spine) {
    Ledger ledger(figures);
    const std::vector<FacetJoint> joints = facet_joints(figures);
    std::vector<BodyMeasures> bodies(levels.size());
    const auto bone_of = [&](std::string_view level) -> const BuiltStructure& {
        return structure(spine, level == "S1" ? "sacrum" : level);
    };
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const std::string_view level = levels[i];
        const BuiltStructure& bone = bone_of(level);
        const MeshProbe probe(bone.mesh);
        if (level == "C1") {
            measure_atlas(ledger, probe);
            continue;
        }
        const BodyMeasures body = bodies[i] = measure_body(probe, level);
        if (level != "C2") {
            ledger.add(level, "body_width_upper", body.width_upper);
            ledger.add(level, "body_depth_upper", body.depth_upper);
        }
        if (level != "S1") {
            ledger.add(level, "body_width_lower", body.width_lower);
            ledger.add(level, "body_depth_lower", body.depth_lower);
        }
        if (level != "C2" && level != "S1") {
            ledger.add(level, "body_height_anterior", body.upper_front.y - body.lower_front.y);
            ledger.add(level, "body_height_posterior", body.upper_rear.y - body.lower_rear.y);
            measure_arch(ledger, figures, level, probe, body);
        }
        if (level == "C2") {
            measure_dens(ledger, figures, bone, bone_of("C1"));
            ledger.add(level, "transverse_process_width", 2 * probe.high().z);
        }
        for (const FacetJoint& joint : joints)
            if (joint.lower == level && joint.side == Side::right)
                measure_facet(ledger, joint, bone, superior_facet(figures, level).bend);
        if (level != "S1") {
            const std::string segment = segment_under(level);
            const MeshProbe disc(structure(spine, "disc." + segment).mesh);
            ledger.add(segment, "disc_height_middle", disc.span({0, 0, 0}, cranial));
        }
        if (i >= 2) { // the disc above, from rim to rim
            const std::string segment = segment_under(levels[i - 1]);
            const BuiltStructure& over = bone_of(levels[i - 1]);
            const BuiltStructure& disc = structure(spine, "disc." + segment);
            ledger.add(segment, "disc_height_anterior",
                       height_between(body.upper_front, bone, bodies[i - 1].lower_front, over, disc));
            ledger.add(segment, "disc_height_posterior",
                       height_between(body.upper_rear, bone, bodies[i - 1].lower_rear, over, disc));
        }
    }
    const auto upper = [&](std::string_view level) {
        const BodyMeasures& body = bodies[index_of(level)];
        return pitch(body.upper_front, body.upper_rear, bone_of(level).place);
    };
    const auto lower = [&](std::string_view level) {
        const BodyMeasures& body = bodies[index_of(level)];
        return pitch(body.lower_front, body.lower_rear, bone_of(level).place);
    };
    ledger.add("standing", "sacral_slope", -upper("S1"));
    ledger.add("standing", "lordosis_L1_S1", upper("L1") - upper("S1"));
    ledger.add("standing", "kyphosis_T1_T12", lower("T12") - upper("T1"));
    ledger.add("standing", "lordosis_C2_C7", lower("C2") - lower("C7"));
    return ledger.take();
}

} // namespace spinescope::anatomy
