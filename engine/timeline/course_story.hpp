#pragma once

#include "timeline/course.hpp"
#include "timeline/segment_history.hpp"

#include <optional>
#include <string>
#include <vector>

namespace spinescope::timeline {

/// The segments that a course tells about, from above downward.
[[nodiscard]] std::vector<std::size_t> segments_of(const Course& course);
/// Those of them beside a segment, itself included: of its own region.
[[nodiscard]] std::vector<std::size_t> fellows_of(const Course& course, std::size_t segment);

/// How a segment is before anything is done.
enum class Build { healthy, loose, stiff };
[[nodiscard]] Build build_of(const Regimen& regimen, std::size_t segment);
/// "loose", "stiff", or nothing for a healthy one, in the language in use.
[[nodiscard]] std::string_view told_makeup(const Regimen& regimen, std::size_t segment);

/// The segment that turns most, and the one that turns least, of a region at a moment.
[[nodiscard]] std::size_t most_moved(const Course& course, const Moment& moment);
[[nodiscard]] std::size_t least_moved(const Course& course, const Moment& moment);

/// One ligament of a segment at a moment.
struct LigamentNow {
    std::string name; ///< "Capsule, right"
    double strain = 0;
    double failure_strain = 0;
    double onset = 0; ///< strain from which it is lengthened for good
};
/// The segment's ligaments, nearest to their onset first.
[[nodiscard]] std::vector<LigamentNow> ligaments_at(const Course& course, const Moment& moment,
                                                    std::size_t segment, const mechanics::SpineModel& model,
                                                    const mechanics::SubfailureLaw& law);

/// A segment's laxity in its two parts: what a night's rest leaves of it, and what today added.
struct Laxity {
    double now = 0;
    double lasting = 0; ///< at the day's first look or repetition
};
[[nodiscard]] Laxity laxity_at(const Course& course, double time_s, std::size_t segment);

/// How long ago a segment's joint last popped, either side; nothing when it has not yet.
[[nodiscard]] std::optional<double> since_pop_s(const Course& course, double time_s, std::size_t segment);
/// How often it has popped that day so far, of the repetitions that are kept.
[[nodiscard]] int pops_today(const Course& course, double time_s, std::size_t segment);

/// What the side panel tells about a moment: plain sentences made from the course's own numbers.
struct CourseStory {
    std::string title;    ///< "Day 12, twist 231 of 600"
    std::string motion;   ///< which segment turns most, and why
    std::string joints;   ///< which joint popped, and which did not
    std::string wear;     ///< what came of it for one segment
    std::string mobility; ///< whether it is beyond published limits
};
[[nodiscard]] CourseStory story_at(const Course& course, double time_s, std::size_t segment,
                                   const WearLaws& laws);

/// "42 min", "3 h 20 min", "2 days".
[[nodiscard]] std::string told_wait(double s);

} // namespace spinescope::timeline
