#include "app/take_home/picture.hpp"

#include "app/panels/picture.hpp"
#include "app/take_home/frame.hpp"
#include "app/window/interface.hpp"
#include "app/window/offscreen_interface.hpp"

#include <algorithm>

namespace spinescope::app {

namespace {

constexpr int largest_side = 8192; ///< that every graphics card can hold

/// The scene with nothing behind it.
render::Image cut_out(Session& session, int width, int height) {
    constexpr auto canvas = render::Renderer::Canvas::scene;
    session.look.viewer.reset(); // as finely as it is known
    render::Picture picture = scene_picture(session, width, height);
    picture.background = false;
    session.renderer.draw(canvas, drawings(session.stage, session.renderer, session.look), picture);
    render::Image image = session.renderer.read(canvas);
    if (session.labels) {
        Labelling labelling;
        name_what_shows(labelling, session.stage.model, session.renderer, canvas, session.selected,
                        session.teaching.labelled);
        write_labels(image, labelling, session.camera, session.theme);
    }
    return image;
}

} // namespace

render::Image take_picture(Session& session, const PictureWish& wish) {
    const int times = 2 * std::max(wish.width, wish.height) <= largest_side ? 2 : 1;
    const int width = times * wish.width, height = times * wish.height;
    const auto before = session.shot;
    const float viewport_width = session.viewport_width, viewport_height = session.viewport_height;
    session.shot = Session::Shot::still;
    render::Image image;
    if (wish.transparent) {
        image = cut_out(session, width, height);
    } else {
        OffscreenInterface drawing(width, height, float(height) / 640);
        image = drawing.picture(
            [&] {
                wish.caption ? draw_frame(session, float(width), float(height))
                             : draw_bare_frame(session, float(width), float(height));
            },
            2);
    }
    session.shot = before;
    session.viewport_width = viewport_width;
    session.viewport_height = viewport_height;
    return times > 1 ? render::reduced(image, times) : image;
}

} // namespace spinescope::app
