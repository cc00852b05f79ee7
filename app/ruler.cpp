#include "app/ruler.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::app {

void zoom(RulerView& view, double factor, double about) {
    if (!(factor > 0) || !std::isfinite(factor)) return;
    const double length = std::clamp((view.end - view.begin) / factor, nearest_view, 1.0);
    const double share = view.on_screen(about);
    view.begin = about - share * length;
    view.end = view.begin + length;
    pan(view, 0);
}

void pan(RulerView& view, double by) {
    const double length = view.end - view.begin;
    if (length > 1 - 1e-9) {
        view = {};
        return;
    }
    view.begin = std::clamp(view.begin + by, 0.0, 1 - length);
    view.end = view.begin + length;
}

void bring_into_view(RulerView& view, double ruler) {
    if (ruler < view.begin) pan(view, ruler - view.begin);
    if (ruler > view.end) pan(view, ruler - view.end);
}

void move_border(timeline::Trace& trace, std::size_t border, double to) {
    if (border + 1 >= trace.chapters.size()) return;
    double begin = 0;
    for (std::size_t i = 0; i < border; ++i) begin += trace.chapters[i].width;
    double &left = trace.chapters[border].width, &right = trace.chapters[border + 1].width;
    const double both = left + right, least = std::min(least_width, both / 2);
    left = std::clamp(to - begin, least, both - least);
    right = both - left;
}

std::vector<double> chapter_widths(const timeline::Trace& trace) {
    std::vector<double> widths;
    for (const timeline::Chapter& chapter : trace.chapters) widths.push_back(chapter.width);
    return widths;
}

void set_chapter_widths(timeline::Trace& trace, const std::vector<double>& widths) {
    if (widths.size() != trace.chapters.size()) return;
    for (std::size_t i = 0; i < widths.size(); ++i) trace.chapters[i].width = widths[i];
}

bool same_chapters(const timeline::Trace& a, const timeline::Trace& b) {
    return std::ranges::equal(a.chapters, b.chapters, {}, &timeline::Chapter::id, &timeline::Chapter::id);
}

} // namespace spinescope::app
