#pragma once

#include "mechanics/equilibrium.hpp"
#include "mechanics/spine_model.hpp"
#include "timeline/regimen.hpp"

#include <array>
#include <string>
#include <vector>

namespace spinescope::timeline {

/// A ligament that a course keeps the strain of.
struct LigamentOfCourse {
    std::string structure; ///< "capsule.L4-L5.right"
    mechanics::Ligament kind = mechanics::Ligament::flavum;
    std::size_t segment = 0;
};

/// One segment at one moment of a course.
struct SegmentState {
    float turn_deg = 0;         ///< the angle of its whole turn under the load, in whatever plane
    float share = 0;            ///< of the region's motion in the manoeuvre's main plane, 0 to 1
    float neutral_zone_deg = 0; ///< how far a twentieth of the first phase's load turns it
    float laxity = 0;           ///< how much farther that load turns it than at the beginning: 0.1 is a tenth
    float peak_strain = 0;      ///< of its most stretched ligament, lengthening since the beginning included
    float share_of_failure = 0; ///< the greatest of strain over failure strain
    bool popped_left = false;
    bool popped_right = false;
    bool hypermobile = false; ///< beyond published limits, bent forward and backward
    float foramen_left = 1;   ///< the nerve root's room in the foramen, of that in standing
    float foramen_right = 1;
};

/// One moment: the peak of a repetition, or a look in a morning and at the end.
struct Moment {
    double time_s = 0;  ///< from the first repetition
    int day = 1;        ///< from 1
    int repetition = 0; ///< of all, from 1; 0 before the first; on rest the last one done
    bool loaded = false;
    mechanics::Motions motions; ///< under load at its peak; standing at rest
    std::array<SegmentState, mechanics::segments> segment{};
    std::vector<float> strain; ///< one a ligament of Course::ligaments; below 0 slack
};

/// A joint that cracked, a threshold that was crossed.
struct Happening {
    std::string id; ///< "popped", "hurt", "hypermobile"
    double time_s = 0;
    std::size_t segment = 0;
    std::string side{}; ///< "left" or "right", of what popped
};
/// "L4-L5 left pops": in the language in use.
[[nodiscard]] std::string told(const Happening& happening);

/// Everything a regimen does to the spine, day after day, so that any moment is a look-up.
struct Course {
    Regimen regimen;
    std::vector<LigamentOfCourse> ligaments;
    std::vector<Moment> moments; ///< times strictly increasing; at most some thousands, the ends of days kept
    std::vector<Happening> happenings;
    int repetitions = 0; ///< of all, also those that no moment is kept of
};

/// Lives through it. Deterministic; throws Failure for a regimen that cannot be.
[[nodiscard]] Course lived(const mechanics::SpineModel& model, const Regimen& regimen);

/// The last moment at or before a time; before the first the first.
[[nodiscard]] const Moment& at(const Course& course, double time_s);

/// Where on the ruler (0..1) a time stands and back: every day is as wide as another, its repetitions take
/// most of it and the night the rest.
[[nodiscard]] double ruler_position(const Course& course, double time_s);
[[nodiscard]] double ruler_time(const Course& course, double position);

/// A row a segment and moment, and the JSON of `spinescope simulate`.
[[nodiscard]] std::string csv(const Course& course);
[[nodiscard]] std::string json(const Course& course);

} // namespace spinescope::timeline
