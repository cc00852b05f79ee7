#include "timeline/trace.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::timeline {

namespace {

/// A chapter's own scale: linear (0), or logarithmic from its begin, with this many seconds as its first
/// step.
double first_step(const Chapter& chapter) {
    if (chapter.id == "cavitation") return 5e-6;
    if (chapter.id == "settling") return 0.05;
    if (chapter.id == "refractory") return 30;
    return 0;
}

double share_of(const Chapter& chapter, double time_s) {
    const double length = chapter.end_s - chapter.begin_s, step = first_step(chapter);
    const double t = std::clamp(time_s - chapter.begin_s, 0.0, length);
    return step > 0 ? std::log1p(t / step) / std::log1p(length / step) : t / length;
}

double time_of(const Chapter& chapter, double share) {
    const double length = chapter.end_s - chapter.begin_s, step = first_step(chapter);
    const double t = step > 0 ? step * std::expm1(share * std::log1p(length / step)) : share * length;
    return chapter.begin_s + std::clamp(t, 0.0, length);
}

} // namespace

cavitation::Sample at(const Trace& trace, double time_s) {
    using cavitation::Sample;
    const std::vector<Sample>& samples = trace.samples;
    if (samples.empty()) return {};
    if (!(time_s > samples.front().time_s)) return samples.front();
    if (time_s >= samples.back().time_s) return samples.back();
    const auto after = std::ranges::upper_bound(samples, time_s, {}, &Sample::time_s);
    const Sample &b = *after, &a = *(after - 1);
    const double share = (time_s - a.time_s) / (b.time_s - a.time_s);
    const auto between = [share](double from, double to) { return std::lerp(from, to, share); };
    Sample sample{.time_s = time_s,
                  .pull_N = between(a.pull_N, b.pull_N),
                  .gap_m = between(a.gap_m, b.gap_m),
                  .pressure_Pa = between(a.pressure_Pa, b.pressure_Pa),
                  .cavity_m3 = between(a.cavity_m3, b.cavity_m3),
                  .cavity_Pa = between(a.cavity_Pa, b.cavity_Pa),
                  .sound_Pa = between(a.sound_Pa, b.sound_Pa)};
    for (std::size_t i = 0; i < 3; ++i) {
        sample.dissolved_mol[i] = between(a.dissolved_mol[i], b.dissolved_mol[i]);
        sample.cavity_mol[i] = between(a.cavity_mol[i], b.cavity_mol[i]);
    }
    return sample;
}

std::vector<std::pair<std::string, double>> pops(const Trace& trace) {
    std::vector<std::pair<std::string, double>> found;
    const auto add = [&](const Trace& joint) {
        if (joint.outcome.time_of_pop_s) found.emplace_back(joint.joint, *joint.outcome.time_of_pop_s);
    };
    add(trace);
    for (const Trace& other : trace.neighbours) add(other);
    std::ranges::stable_sort(found, {}, &std::pair<std::string, double>::second);
    return found;
}

double ruler_position(const Trace& trace, double time_s) {
    double begin = 0;
    for (const Chapter& chapter : trace.chapters) {
        if (time_s < chapter.end_s) return begin + chapter.width * share_of(chapter, time_s);
        begin += chapter.width;
    }
    return 1;
}

double ruler_time(const Trace& trace, double position) {
    if (trace.chapters.empty()) return 0;
    double begin = 0;
    for (const Chapter& chapter : trace.chapters) {
        if (position < begin + chapter.width)
            return time_of(chapter, std::clamp((position - begin) / chapter.width, 0.0, 1.0));
        begin += chapter.width;
    }
    return trace.chapters.back().end_s;
}

} // namespace spinescope::timeline
