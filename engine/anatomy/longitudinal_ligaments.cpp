#include "anatomy/longitudinal_ligaments.hpp"

#include "anatomy/bed.hpp"
#include "anatomy/chain.hpp"
#include "anatomy/disc.hpp"
#include "anatomy/ligament_figures.hpp"
#include "anatomy/occiput.hpp"
#include "anatomy/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace spinescope::anatomy {

namespace {

constexpr float contact_mm = 0.08F;

/// One row of a long ligament: a place inside the column, which way is forward there, and what lies near.
struct Station {
    glm::vec3 middle{};
    glm::vec3 forward{1, 0, 0};
    float half_depth = 0;
    float ride = 0;
    float on_disc = 0;           ///< 0 in the middle of a body, 1 on a disc
    std::size_t segment = 0;     ///< index of the bone above or at it
    bool holds = false;          ///< firmly to the bone
    std::string_view level = {}; ///< that bone
};

Shape seen_from_spine(const DiscForm& disc) {
    return [disc](const glm::vec3& p) {
        const glm::vec3 own = disc.frame.into(p);
        return glm::dot(own, own) < 60 * 60 ? disc.solid(own) : 1e4F;
    };
}

/// C2 to S1, five rows on a body and two on a disc.
std::vector<Station> stations(const Figures& figures, const StandingBones& bones) {
    std::vector<Station> rows;
    const auto add = [&](const Pose& upper, const Pose& lower, float t, Station row) {
        row.middle = glm::mix(upper.origin, lower.origin, t);
        const float pitch = glm::radians(glm::mix(upper.pitch_deg, lower.pitch_deg, t));
        row.forward = {std::cos(pitch), std::sin(pitch), 0};
        rows.push_back(row);
    };
    const auto standing = [](const StandingBone& bone, const Pose& own) {
        return Pose{bone.pose.out_of(own.origin), bone.pose.pitch_deg + own.pitch_deg};
    };
    for (std::size_t i = 1; i < levels.size(); ++i) {
        const std::string_view level = levels[i];
        const StandingBone& bone = bones.bones[i];
        const EndplatePose ends = endplates(figures, level);
        const bool sacral = level == "S1";
        const Pose top = standing(bone, ends.upper);
        const Pose bottom = sacral ? standing(bone, Pose{{-3, -24, 0}, 12}) : standing(bone, ends.lower);
        Station row{.half_depth = 0.5F * static_cast<float>(figures.value(
                                             level, level == "C2" ? "body_depth_lower" : "body_depth_upper")),
                    .ride = ride_of(level),
                    .segment = i,
                    .level = level};
        constexpr std::array<float, 5> down{0.06F, 0.27F, 0.5F, 0.73F, 0.94F};
        for (std::size_t k = 0; k < down.size(); ++k) {
            if (level == "C2" && k < 1) continue; // there the dens begins
            if (sacral && k > 2) continue;
            row.on_disc = k == 0 || k == 4 ? 0.5F : k == 2 ? 0.0F : 0.06F;
            row.holds = k == 0 || k == 4 || (k == 2 && (sacral || level == "C2"));
            add(top, bottom, down[k], row);
        }
        if (sacral) break;
        const Pose next = standing(bones.bones[i + 1], endplates(figures, levels[i + 1]).upper);
        for (const float t : {0.33F, 0.67F}) {
            row.on_disc = 1;
            row.holds = false;
            row.ride = ride_of(level) + t * t * (3 - 2 * t);
            add(bottom, next, t, row);
        }
    }
    return rows;
}

/// What the row lies on: the bones and discs around it.
Shape bed_at(const StandingBones& bones, const std::vector<Shape>& discs, const Station& row) {
    std::vector<Shape> parts;
    for (std::size_t i = std::max<std::size_t>(row.segment, 2) - 1; i <= row.segment + 1 && i < levels.size();
         ++i) {
        parts.push_back(shape_of(bones.bones[i]));
        if (i >= 1 && i - 1 < discs.size()) parts.push_back(discs[i - 1]);
    }
    return bed_of(std::move(parts), 1.5F);
}

/// Fills hollows of the surface along the rows, out to `way`, as fibres drawn taut do.
void draw_taut(Sheet& sheet, const std::vector<Station>& rows, float way, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        const Sheet before = sheet;
        for (int row = 1; row + 1 < sheet.rows; ++row)
            for (int column = 0; column < sheet.columns; ++column) {
                const glm::vec3 out = way * rows[static_cast<std::size_t>(row)].forward;
                const glm::vec3 chord =
                    0.5F * (before.at(column, row - 1).surface + before.at(column, row + 1).surface);
                const float hollow = glm::dot(chord - before.at(column, row).surface, out);
                sheet.at(column, row).surface += 0.7F * std::max(hollow, 0.0F) * out;
            }
    }
}

struct Course {
    std::vector<Station> rows;
    float way = 1; ///< +1 in front of the column, -1 behind it
    int columns = 7;
    std::function<float(const Station&)> half_width;
    std::function<float(const Station&)> thickness;
};

Sheet laid_along(const StandingBones& bones, const std::vector<Shape>& discs, const Course& course) {
    Sheet sheet(course.columns, static_cast<int>(course.rows.size()));
    for (int row = 0; row < sheet.rows; ++row) {
        const Station& station = course.rows[static_cast<std::size_t>(row)];
        const Shape bed = bed_at(bones, discs, station);
        const glm::vec3 out = course.way * station.forward;
        const float start = station.half_depth + (course.way > 0 ? 9.0F : 5.5F);
        for (int column = 0; column < sheet.columns; ++column) {
            SheetPlace& place = sheet.at(column, row);
            const float z = (2 * sheet.s(column) - 1) * course.half_width(station);
            glm::vec3 from = station.middle + start * out + glm::vec3(0, 0, z);
            float way = start;
            for (; way > station.half_depth && bed(from) < 0.5F; way -= 0.5F) from -= 0.5F * out;
            const float depth = met(bed, from, -out, contact_mm, way).value_or(way - station.half_depth);
            place.deep = lifted(bed, from - depth * out, contact_mm);
            place.deep_ride = station.ride;
            place.across = z;
        }
    }
    thicken(sheet, {course.way, 0, 0}, [&](int column, int row) {
        const float end = row == 0 || row == sheet.rows - 1 ? 0.3F : 1.0F;
        return end * course.thickness(course.rows[static_cast<std::size_t>(row)]) *
               std::max(tapered(sheet.s(column), 4), 0.12F);
    });
    draw_taut(sheet, course.rows, course.way, 5);
    for (int row = 0; row < sheet.rows; ++row) {
        const Shape bed = bed_at(bones, discs, course.rows[static_cast<std::size_t>(row)]);
        for (int column = 0; column < sheet.columns; ++column)
            sheet.at(column, row).surface = lifted(bed, sheet.at(column, row).surface, contact_mm);
    }
    return sheet;
}

std::vector<Hold> holds_of(const Course& course, int above) {
    std::vector<Hold> holds;
    const Sheet blank(course.columns, static_cast<int>(course.rows.size()) + above);
    for (std::size_t row = 0; row < course.rows.size(); ++row)
        if (course.rows[row].holds)
            holds.push_back({course.rows[row].level == "S1" ? "sacrum" : std::string(course.rows[row].level),
                             blank.deep_vertex(course.columns / 2, static_cast<int>(row) + above)});
    return holds;
}

/// From the skull's base over the front arch of the atlas to the axis: a narrow, free band in two spans.
struct HeadBand {
    static constexpr int rows = 7;
    static constexpr int on_atlas = 3;
    glm::vec3 basion, atlas;

    [[nodiscard]] SheetPlace at(float s, int row, const SheetPlace& axis, float half_width) const {
        const bool upper = row <= on_atlas;
        const float t = upper ? static_cast<float>(row) / on_atlas
                              : static_cast<float>(row - on_atlas) / (rows - on_atlas);
        const glm::vec3 side(0, 0, (2 * s - 1) * half_width);
        const glm::vec3 middle =
            upper ? glm::mix(basion, atlas, t) + side : glm::mix(atlas + side, axis.deep, t);
        SheetPlace place;
        place.deep = middle;
        place.deep_ride = upper ? t : glm::mix(1.0F, axis.deep_ride, t);
        place.across = side.z;
        return place;
    }
};

} // namespace

std::vector<TissuePlan> longitudinal_ligaments(const Figures& figures, const StandingBones& bones) {
    std::vector<Shape> discs;
    for (std::size_t i = 1; i + 1 < levels.size(); ++i)
        discs.push_back(seen_from_spine(disc_form(figures, bones, levels[i])));
    const auto figure = [&figures](const char* quantity) {
        return
            [&figures, quantity](const Station& row) { return along_the_spine(figures, row.ride, quantity); };
    };

    Course front{.rows = stations(figures, bones), .way = 1, .columns = 7};
    front.half_width = [width = figure("anterior_longitudinal_width")](const Station& row) {
        // A band of the neck's width below, running to a point on the atlas.
        return 0.5F * width(row) * std::min(1.0F, 0.55F + 0.12F * (row.ride - 1)) *
               (0.94F + 0.06F * row.on_disc);
    };
    front.thickness = figure("anterior_longitudinal_thickness");
    const Occiput skull = occiput_of(figures, bones);
    const StandingBone& atlas = bones.at("C1");
    const HeadBand head{skull.basion + glm::vec3(1.5F, -0.3F, 0),
                        bones.tip("C1", {1, 0, 0}, [](const glm::vec3& p) { return std::abs(p.z) < 3; }) +
                            glm::vec3(contact_mm, 0, 0)};

    Course back{.rows = stations(figures, bones), .way = -1, .columns = 7};
    back.half_width = [body = figure("posterior_longitudinal_width_body"),
                       disc = figure("posterior_longitudinal_width_disc")](const Station& row) {
        const float narrow = row.level == "L5" || row.level == "S1" ? 0.7F : 1.0F;
        return 0.5F * narrow * glm::mix(body(row), disc(row), row.on_disc);
    };
    back.thickness = figure("posterior_longitudinal_thickness");

    std::vector<Hold> front_holds = holds_of(front, HeadBand::rows);
    const Sheet blank(front.columns, HeadBand::rows + static_cast<int>(front.rows.size()));
    front_holds.push_back({"occiput", blank.deep_vertex(front.columns / 2, 0)});
    front_holds.push_back({"C1", blank.deep_vertex(front.columns / 2, HeadBand::on_atlas)});

    std::vector<TissuePlan> plans;
    plans.push_back({.id = "ligament.anterior-longitudinal",
                     .make =
                         [&bones, &atlas, discs, front, head] {
                             const Sheet below = laid_along(bones, discs, front);
                             Sheet sheet(below.columns, HeadBand::rows + below.rows);
                             const Shape bed = bed_of({shape_of(atlas), shape_of(bones.at("C2"))}, 1);
                             for (int row = 0; row < HeadBand::rows; ++row)
                                 for (int column = 0; column < sheet.columns; ++column) {
                                     SheetPlace& place = sheet.at(column, row);
                                     place = head.at(sheet.s(column), row, below.at(column, 0),
                                                     front.half_width(front.rows.front()) * 0.8F);
                                     place.deep = lifted(bed, place.deep, contact_mm);
                                 }
                             thicken(sheet, {1, 0, 0}, [&](int column, int row) {
                                 return (row == 0 ? 0.4F : 1.1F) *
                                        std::max(tapered(sheet.s(column), 4), 0.12F);
                             });
                             std::ranges::copy(below.places, &sheet.at(0, HeadBand::rows));
                             return closed(sheet);
                         },
                     .holds = front_holds});
    plans.push_back({.id = "ligament.posterior-longitudinal",
                     .make = [&bones, discs, back] { return closed(laid_along(bones, discs, back)); },
                     .holds = holds_of(back, 0)});
    return plans;
}

} // namespace spinescope::anatomy
