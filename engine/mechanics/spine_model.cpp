#include "mechanics/spine_model.hpp"

#include "anatomy/facet_joint.hpp"
#include "anatomy/ligament_figures.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"
#include "mechanics/disc_fit.hpp"
#include "mechanics/region.hpp"
#include "mechanics/strands.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::mechanics {

namespace {

using anatomy::Figures;

constexpr std::array<const char*, ways> way_names{"flexion", "extension", "side_bend", "rotation"};
constexpr std::array<const char*, ways> neutral_zones{"flexion_extension_neutral_zone",
                                                      "flexion_extension_neutral_zone",
                                                      "side_bend_neutral_zone", "rotation_neutral_zone"};
constexpr double per_mm = 1e3; ///< N/mm to N/m

std::array<double, ways> by_way(const Range& range) {
    return {range.flexion_deg, range.extension_deg, range.side_bend_deg, range.rotation_deg};
}

MobilityLimits mobility_limits(const Figures& mechanics, std::size_t i) {
    const std::string region(region_of(i).name);
    MobilityLimits limits{.reading_error_deg = figure_near(mechanics, i, "hypermobile_reading_error")};
    const auto given = [&](double& limit, const char* quantity) {
        constexpr std::size_t below_the_axis = 2;
        if (i >= below_the_axis && mechanics.find(region, quantity))
            limit = figure_near(mechanics, i, quantity);
    };
    given(limits.rotation_deg, "hypermobile_rotation");
    given(limits.over_neighbour_deg, "hypermobile_over_neighbour");
    given(limits.translation_mm, "hypermobile_translation");
    return limits;
}

/// The frame, the disc's springs, the muscles: all but ligaments, facets and the fit.
Segment bare(const Figures& mechanics, std::size_t i, const SegmentAxes& axes, const Range& range) {
    const auto of = [&](const std::string& quantity) { return figure_near(mechanics, i, quantity); };
    Segment segment;
    segment.name = segment_name(i);
    segment.origin = axes.side_bend_centre;
    const double pitch = glm::radians(axes.pitch_deg);
    segment.axes = {std::cos(pitch), std::sin(pitch), 0, -std::sin(pitch), std::cos(pitch), 0, 0, 0, 1};
    segment.range = range;
    segment.limits = mobility_limits(mechanics, i);
    segment.reference_moment = of("reference_moment");

    const auto own = [&](const glm::dvec3& p) { return glm::transpose(segment.axes) * (p - segment.origin); };
    Disc& disc = segment.disc;
    disc.sagittal_centre = own(axes.flexion_centre);
    disc.lateral_centre = own(axes.rotation_centre);
    disc.compression = per_mm * of("compression_stiffness");
    disc.tension = per_mm * of("tension_stiffness");
    disc.shear = per_mm * of("shear_stiffness");
    disc.side_shear = per_mm * of("side_shear_stiffness");
    for (std::size_t way = 0; way < ways; ++way) {
        const std::string name = way_names[way];
        DiscMoment& moment = disc.moment[way];
        moment.m = {of(name + "_moment_1"), of(name + "_moment_2"), of(name + "_moment_3")};
        moment.neutral_zone_deg =
            std::min(of(neutral_zones[way]), of("neutral_zone_share_most") * by_way(range)[way]);
        moment.neutral_zone_resistance = of("neutral_zone_resistance");
        if (mechanics.find(segment.name, "rib_cage_" + name)) segment.rib_cage[way] = of("rib_cage_" + name);
    }
    const double lever = 1e-3 * of("muscle_lever"), force = of("muscle_force");
    constexpr double both_sides = 2;
    segment.guard_stiffness =
        both_sides * of("muscle_stiffness_q") * force / (1e-3 * of("muscle_length")) * lever * lever;
    segment.guard_compression = both_sides * force;
    return segment;
}

/// Four patches on each facet, a quarter of its area each.
void add_facets(SpineModel& model, const Figures& anatomy, const Figures& mechanics) {
    for (const anatomy::FacetJoint& joint : anatomy::facet_joints(anatomy)) {
        const auto i = static_cast<std::size_t>(anatomy::ride_of(joint.upper));
        Segment& segment = model[i];
        const auto of = [&](const char* quantity) { return figure_near(mechanics, i, quantity); };
        const double cartilage =
            1e-3 * anatomy::along_the_spine(anatomy, static_cast<float>(i), "facet_cartilage_thickness");
        const glm::dmat3 into = glm::transpose(segment.axes);
        const glm::dvec3 normal(joint.normal), up(joint.up);
        const glm::dvec3 across = glm::cross(up, normal);
        for (const double u : {-0.25, 0.25})
            for (const double a : {-0.25, 0.25}) {
                const glm::dvec3 at = glm::dvec3(joint.centre) + a * joint.width_m * across +
                                      u * joint.height_m * up - segment.origin;
                segment.facets.push_back(
                    {.right = joint.side == anatomy::Side::right,
                     .at = into * at,
                     .normal = into * glm::normalize(normal),
                     .play = 1e-3 * of("facet_play"),
                     .settling = 1e-3 * of("facet_settling"),
                     .stiffness = 1e6 * of("cartilage_modulus") * joint.area_m2 / 4 / (2 * cartilage)});
            }
    }
}

} // namespace

double figure_near(const Figures& mechanics, std::size_t segment, std::string_view quantity) {
    for (const std::string& level : {segment_name(segment), std::string(region_of(segment).name)})
        if (const anatomy::Figure* figure = mechanics.find(level, quantity)) return figure->value;
    return mechanics.value("spine", quantity);
}

SpineModel spine_model(const Figures& anatomy, const Figures& mechanics,
                       const anatomy::Attachments& attachments) {
    const auto axes = segment_axes(anatomy);
    const auto ranges = ranges_of_motion(anatomy);
    SpineModel model;
    for (std::size_t i = 0; i < segments; ++i) model[i] = bare(mechanics, i, axes[i], ranges[i]);
    auto strands = strands_between(anatomy, attachments, model);
    add_facets(model, anatomy, mechanics);
    for (std::size_t i = 0; i < segments; ++i) {
        model[i].strands = std::move(strands[i]);
        model[i].foramen = foramen_outline(anatomy, mechanics, i, model[i].origin, model[i].axes);
        Segment& segment = model[i];
        const anatomy::Figure* coupled = mechanics.find(segment.name, "rotation_per_side_bend");
        // Ligaments grow to a range that they share in making: two rounds agree.
        Ends ends = ends_about_centres(segment);
        for (int round = 0; round < 2; ++round) {
            grow(segment, mechanics, i, ends);
            segment.preload = Vector6::Zero();
            segment.preload = -elastic(segment, {}, Motion::Zero()).gradient;
            ends = fit_disc(segment, coupled ? std::optional(coupled->value) : std::nullopt);
        }
    }
    return model;
}

SpineModel installed_spine_model() {
    return spine_model(Figures::load(files::asset("anatomy")), Figures::load(files::asset("mechanics")),
                       anatomy::load_attachments(files::share() / "attachments.json"));
}

} // namespace spinescope::mechanics
