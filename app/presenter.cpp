#include "app/presenter.hpp"

#include "app/session.hpp"

#include <algorithm>

namespace spinescope::app {

float strength(const Presenter& presenter, const Stroke& stroke) {
    if (!presenter.fades) return 1;
    return float(std::clamp(1 - (stroke.age_s - Presenter::stays_s) / Presenter::fades_s, 0.0, 1.0));
}

void toggle_ring(Session& session) {
    session.presenter.ring = !session.presenter.ring;
    session.log(session.presenter.ring ? "ring" : "no ring");
}

void toggle_pen(Session& session) {
    session.presenter.pen = !session.presenter.pen;
    session.presenter.drawing = false;
    session.log(session.presenter.pen ? "pen" : "no pen");
}

void toggle_fading(Session& session) {
    Presenter& presenter = session.presenter;
    presenter.fades = !presenter.fades;
    for (Stroke& stroke : presenter.strokes) stroke.age_s = 0;
    session.log(presenter.fades ? "strokes fade" : "strokes stay");
}

void wipe(Session& session) {
    session.presenter.strokes.clear();
    session.presenter.drawing = false;
    session.log("wiped");
}

bool pass_time_in_pen(Presenter& presenter, double elapsed_s) {
    if (!presenter.fades) return false;
    for (Stroke& stroke : presenter.strokes) {
        const bool drawn_now = presenter.drawing && &stroke == &presenter.strokes.back();
        if (!drawn_now) stroke.age_s += elapsed_s;
    }
    std::erase_if(presenter.strokes, [&](const Stroke& stroke) { return strength(presenter, stroke) <= 0; });
    return !presenter.strokes.empty();
}

} // namespace spinescope::app
