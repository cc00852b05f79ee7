#pragma once

#include "app/tracks.hpp"
#include "timeline/course.hpp"

#include <span>
#include <string>
#include <vector>

namespace spinescope::app {

/// One quantity of a segment over the days of a course, in percent.
struct CourseTrack {
    const char* name;  ///< of its words, as a Track's
    double least_span; ///< of its scale, so that next to nothing looks like next to nothing
    double (*value)(const timeline::Moment&, std::size_t segment);
};

/// Strain (of that at failure; none at rest), laxity, share of the motion (at rest: what the same effort
/// would give).
[[nodiscard]] std::span<const CourseTrack> course_tracks();

/// Holds these segments of all these courses; round ends.
[[nodiscard]] Scale scale_of(const CourseTrack& track, std::span<const timeline::Course* const> courses,
                             std::span<const std::size_t> segments);

/// A segment's course as a line over the part of `ruler`'s ruler that is shown. Of more moments than
/// `columns` the first, the lowest, the highest and the last of each column are kept: no peak is lost.
[[nodiscard]] std::vector<LinePoint> line_of(const CourseTrack& track, const Scale& scale,
                                             const timeline::Course& course, std::size_t segment,
                                             const timeline::Course& ruler, const RulerView& view,
                                             std::size_t columns);

/// Where on screen a segment's joint popped, 0..1 of what is shown; of several in a column the first.
[[nodiscard]] std::vector<float> pops_on_screen(const timeline::Course& course, std::size_t segment,
                                                const RulerView& view, std::size_t columns);

[[nodiscard]] std::string value_words(const CourseTrack& track, const timeline::Moment& moment,
                                      std::size_t segment);

} // namespace spinescope::app
