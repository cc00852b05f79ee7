#pragma once

#include "app/lessons/lesson.hpp"
#include "app/newest_wish.hpp"
#include "timeline/course.hpp"
#include "timeline/performance.hpp"
#include "timeline/trace.hpp"

#include <map>
#include <string>
#include <vector>

namespace spinescope::app {

/// What the steps of a lesson need solved, worked out in the background one after the other, in the order of
/// the steps, so that a step finds it there.
class Solutions {
public:
    /// Goes on to another lesson; what is solved already stays.
    void prepare(const Lesson& lesson);
    /// Takes what has been finished. Returns whether something came. Throws what went wrong with it.
    bool take();
    /// Everything now, in the caller's own time: for pictures without a window.
    void finish();
    [[nodiscard]] bool busy() const { return solving_.busy(); }

    /// Null while it is not there.
    [[nodiscard]] const timeline::Trace* trace(const std::string& scenario) const;
    [[nodiscard]] const timeline::Course* course(const std::string& regimen) const;
    [[nodiscard]] const timeline::Performance* performance(const std::string& exercise) const;

private:
    /// One of them has a name.
    struct Need {
        std::string scenario, regimen, exercise;
        auto operator<=>(const Need&) const = default;
    };
    struct Solved {
        Need need;
        timeline::Trace trace;
        timeline::Course course;
        timeline::Performance performance;
    };
    [[nodiscard]] static Solved solved(const Need& need);
    void keep(Solved solved);
    void next();

    std::vector<Need> waiting_;
    std::map<std::string, timeline::Trace> traces_;
    std::map<std::string, timeline::Course> courses_;
    std::map<std::string, timeline::Performance> performances_;
    NewestWish<Need, Solved> solving_{solved};
};

} // namespace spinescope::app
