#include "render/passes.hpp"

#include "render/dressing.hpp"
#include "render/gl_state.hpp"
#include "render/look.hpp"
#include "render/section.hpp"
#include "render/surfaces.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::render {
namespace {

constexpr float stage_margin = 2; // px; an edge tints its neighbour
constexpr GLuint taken = 0x80;    // stencil: something opaque is there, and ghosts are to be quiet

void mark_as_taken() {
    glEnable(GL_STENCIL_TEST);
    glStencilMask(taken);
    glStencilFunc(GL_ALWAYS, taken, taken);
    glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
}

void fill_picture(const gl::VertexArray& nothing) {
    glBindVertexArray(nothing.get());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

/// A pass on the stage, or on something as large: the picture's part that the stage covers comes to lie on
/// it.
void start_stage_pass(const Canvas& canvas, const Frame& frame, GLuint target) {
    const int side = canvas.side;
    start_pass(target, side * canvas.stage_width, side * canvas.stage_height);
    glViewport(-side * frame.stage.left, -side * frame.stage.bottom, side * canvas.width,
               side * canvas.height);
}

/// Narrows drawing to `area`. False when nothing is in it.
bool narrow(const Area& area) {
    if (area.empty()) return false;
    glEnable(GL_SCISSOR_TEST);
    glScissor(area.left, area.bottom, area.width, area.height);
    return true;
}

/// The ground into lit. Once it is there it is painted again only where something was drawn over it.
void lay_ground(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    const Picture& picture = *frame.picture;
    if (!picture.background) {
        start_pass(canvas.lit_frame.get(), canvas.width, canvas.height);
        constexpr float none[] = {0, 0, 0, 0};
        glClearBufferfv(GL_COLOR, 0, none);
        canvas.ground.reset();
        return;
    }
    const Area all{0, 0, canvas.width, canvas.height};
    start_full_pass(canvas.lit_frame.get(), canvas.width, canvas.height);
    if (narrow(canvas.ground == picture.theme ? canvas.drawn_over : all)) {
        const ShaderProgram& program = programs.background.use();
        program.set("middle", room(picture.theme).middle);
        program.set("rim", room(picture.theme).rim);
        program.set("size", glm::vec2(canvas.width, canvas.height));
        fill_picture(nothing);
        glDisable(GL_SCISSOR_TEST);
    }
    canvas.ground = picture.theme;
    canvas.drawn_over = frame.covered(stage_margin);
}

void draw_caps_of(const Frame& frame, const std::vector<Item>& items, Pass& cap, Programs& programs,
                  const gl::VertexArray& nothing, bool write_depth,
                  const std::function<void(const ShaderProgram&)>& begin) {
    draw_caps(
        frame, items, programs.id, cap, nothing, write_depth,
        [&](const Item& item) { return rind_mm(frame, item); },
        [&](const ShaderProgram& program, const Item& item, Face face) {
            begin(program);
            dye_face(program, frame, item, face);
        });
}

void draw_opaque(const Frame& frame, Programs& programs, const Shadow* shadow,
                 const gl::VertexArray& nothing) {
    const float grain = grain_seen(frame);
    Pass& pass = shadow != nullptr ? programs.lit_fully : grain > 0 ? programs.lit_closely : programs.lit;
    const auto begin = [&](const ShaderProgram& program) {
        illuminate(program, frame);
        if (shadow == nullptr) return;
        program.set("shadows", 2);
        program.set("to_shadow", shadow->to_shadow);
        program.set("softness", shadow->softness);
    };
    draw_items(frame, frame.solid, pass, tissue_kind, begin,
               [&](const ShaderProgram& program, const Item& item) { dye(program, item, grain); });
    draw_caps_of(frame, frame.solid, programs.lit, programs, nothing, true,
                 [&](const ShaderProgram& program) { illuminate(program, frame); });
}

void draw_data(const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    const auto begin = [&](const ShaderProgram& program) {
        illuminate(program, frame);
        warm(program, frame);
    };
    draw_items(frame, frame.data, programs.data, data_kind, begin,
               [](const ShaderProgram& program, const Item& item) { dye(program, item, 0); });
    draw_caps_of(frame, frame.data, programs.data, programs, nothing, true, begin);
}

/// What stands close in front of a surface keeps light from it.
void darken_hollows(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    canvas.need_hollows();
    const auto read_marks = [&](const ShaderProgram& program) {
        program.set("marks", 0);
        program.set("nearness", frame.nearness);
        bind_texture(0, canvas.marks);
    };
    start_full_pass(canvas.hollows.frame.get(), canvas.stage_width, canvas.stage_height);
    const ShaderProgram& find = programs.hollows.use();
    read_marks(find);
    find.set("ray", frame.ray);
    find.set("reach", glm::vec2(hollow_reach_m, std::abs(frame.ray.y)));
    fill_picture(nothing);

    start_full_pass(canvas.stage_frame.get(), canvas.side * canvas.stage_width,
                    canvas.side * canvas.stage_height);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ZERO, GL_SRC_COLOR);
    const ShaderProgram& darken = programs.darken.use();
    read_marks(darken);
    darken.set("hollows", 1);
    darken.set("tint", room(frame.picture->theme).hollow);
    bind_texture(1, canvas.hollows.texture);
    fill_picture(nothing);
}

/// Over the spine ghosts are quiet, beside it they are clearer.
void draw_ghosts(const Frame& frame, Programs& programs) {
    if (frame.ghosts.empty()) return;
    const Room& around = room(frame.picture->theme);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glDepthMask(GL_FALSE);
    glEnable(GL_STENCIL_TEST);
    glStencilMask(0);
    for (const bool over : {false, true}) {
        glStencilFunc(GL_EQUAL, over ? taken : 0, taken);
        draw_items(
            frame, frame.ghosts, programs.ghost, place_kind,
            [&](const ShaderProgram& program) {
                program.set("ray", frame.ray);
                program.set("tint", around.ghost);
                program.set("quiet", over ? glm::vec3(0.015f, 0.34f, 4.5f) : glm::vec3(0.045f, 0.62f, 3));
            },
            [](const ShaderProgram&, const Item&) {});
    }
    glStencilMask(0xff);
    glDisable(GL_STENCIL_TEST);
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
}

void draw_see_through(Canvas& canvas, const Frame& frame, Programs& programs,
                      const gl::VertexArray& nothing) {
    canvas.need_gathering();
    start_stage_pass(canvas, frame, canvas.gathering_frame.get());
    constexpr float nothing_yet[] = {0, 0, 0, 1};
    glClearBufferfv(GL_COLOR, 0, nothing_yet);
    glClearBufferfv(GL_COLOR, 1, nothing_yet);
    glDepthMask(GL_FALSE);
    glEnable(GL_BLEND);
    // One function for both targets, as OpenGL 3.3 has it: colours add up, alpha keeps what shines through.
    glBlendFuncSeparate(GL_ONE, GL_ONE, GL_ZERO, GL_ONE_MINUS_SRC_ALPHA);
    const auto begin = [&](const ShaderProgram& program) {
        illuminate(program, frame);
        program.set("distance_m", frame.picture->camera.distance_m);
    };
    draw_items(frame, frame.see_through, programs.see_through, tissue_kind, begin,
               [](const ShaderProgram& program, const Item& item) { dye(program, item, 0); });
    draw_caps_of(frame, frame.see_through, programs.see_through, programs, nothing, false, begin);

    const int side = canvas.side;
    start_full_pass(canvas.stage(), side * canvas.stage_width, side * canvas.stage_height);
    glEnable(GL_BLEND);
    // The picture's colours are premultiplied.
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const ShaderProgram& program = programs.gathered.use();
    program.set("gathered", 0);
    program.set("weight", 1);
    bind_texture(0, canvas.gathered);
    bind_texture(1, canvas.weight);
    fill_picture(nothing);
}

/// What of a stage apart lies in `part` into lit.
void bring_down(Canvas& canvas, const Frame& frame, const Area& part, Programs& programs,
                const gl::VertexArray& nothing) {
    start_full_pass(canvas.lit_frame.get(), canvas.width, canvas.height);
    if (!narrow(part)) return;
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const bool lines = frame.picture->silhouettes;
    const ShaderProgram& program = (lines ? programs.bring_down_with_lines : programs.bring_down).use();
    program.set("fine", 0);
    program.set("pixels", canvas.side * canvas.side);
    program.set("corner", glm::vec2(frame.stage.left, frame.stage.bottom));
    if (lines) {
        program.set("marks", 1);
        program.set("nearness", frame.nearness);
        program.set("pixel_m", std::abs(frame.ray.y) * static_cast<float>(canvas.side));
        program.set("reach", std::max(1, static_cast<int>(std::lround(canvas.height / 1000.0))));
        bind_texture(1, canvas.marks);
    }
    bind_texture(0, canvas.stage_colour);
    fill_picture(nothing);
    glDisable(GL_SCISSOR_TEST);
}

/// Which colours of the stage are drawn: with what is opaque its marks, too.
void draw_marks(const Canvas& canvas, bool wanted) {
    if (canvas.side == 1) return;
    constexpr GLenum both[] = {GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1};
    glBindFramebuffer(GL_FRAMEBUFFER, canvas.stage_frame.get());
    glDrawBuffers(wanted ? 2 : 1, both);
}

void draw_stage(Canvas& canvas, const Frame& frame, Programs& programs, const Shadow* shadow,
                const gl::VertexArray& nothing) {
    draw_marks(canvas, true);
    start_stage_pass(canvas, frame, canvas.stage());
    constexpr float none[] = {0, 0, 0, 0};
    constexpr GLuint nobody[] = {0, 0, 0, 0};
    if (canvas.side > 1) { // left transparent: only what is drawn on it is brought down
        glClearBufferfv(GL_COLOR, 0, none);
        glClearBufferuiv(GL_COLOR, 1, nobody);
    }
    glClearBufferfi(GL_DEPTH_STENCIL, 0, 1, 0);
    if (!frame.ghosts.empty()) mark_as_taken();
    draw_opaque(frame, programs, shadow, nothing);
    if (canvas.side > 1 && shadow != nullptr) {
        draw_marks(canvas, false);
        darken_hollows(canvas, frame, programs, nothing);
        draw_marks(canvas, true);
        start_stage_pass(canvas, frame, canvas.stage());
    }
    if (!frame.ghosts.empty()) mark_as_taken();
    draw_data(frame, programs, nothing);
    glDisable(GL_STENCIL_TEST);
    draw_marks(canvas, false);
    draw_ghosts(frame, programs);
    if (!frame.see_through.empty()) draw_see_through(canvas, frame, programs, nothing);
}

} // namespace

void draw_scene(Canvas& canvas, Frame& frame, Programs& programs, Shadow& shadow,
                const gl::VertexArray& nothing) {
    lay_ground(canvas, frame, programs, nothing);
    const bool richly = frame.picture->tier == Tier::full;
    if (richly) {
        cast_shadow(shadow, frame, programs);
        bind_texture(2, shadow.depths);
    }
    const Shadow* cast = richly ? &shadow : nullptr;
    if (canvas.side == 1) return draw_stage(canvas, frame, programs, cast, nothing);

    const Area all = frame.covered(stage_margin);
    if (all.empty()) return;
    // In steps, so that a spine that turns does not need another stage at every angle; and in parts, so that
    // a close look does not need more memory than one from afar. Hollows reach over many pixels: a part with
    // them overlaps its neighbours.
    constexpr int step = 128;
    const int across = std::min(canvas.width, (all.width / step + 1) * step);
    const int overlap = richly ? 24 : 1;
    const int most = (richly ? 4'000'000 : 200'000) / (canvas.side * canvas.side * across);
    const int along = std::min({canvas.height, (all.height / step + 1) * step, std::max(most, 4 * overlap)});
    canvas.need_stage(across, along);
    const int left = std::min(all.left, canvas.width - across);
    const int top = all.bottom + all.height;
    for (int done = all.bottom; done < top;) {
        const int bottom = std::clamp(done - overlap, 0, canvas.height - along);
        const int next = bottom + along >= top ? top : bottom + along - overlap;
        frame.cover({left, bottom, across, along});
        draw_stage(canvas, frame, programs, cast, nothing);
        bring_down(canvas, frame, {all.left, done, all.width, next - done}, programs, nothing);
        done = next;
    }
    frame.cover({0, 0, canvas.width, canvas.height});
}

void draw_ids(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    canvas.need_ids();
    start_pass(canvas.id_frame.get(), canvas.width, canvas.height);
    constexpr GLuint nobody[] = {0, 0, 0, 0};
    glClearBufferuiv(GL_COLOR, 0, nobody);
    glClearBufferfi(GL_DEPTH_STENCIL, 0, 1, 0);

    const auto begin = [](const ShaderProgram&) {};
    const auto sign = [](const ShaderProgram& program, const Item& item) {
        program.set("id", item.drawing->id);
    };
    for (const std::vector<Item>* items : {&frame.solid, &frame.data, &frame.see_through}) {
        mark_as_taken();
        draw_items(frame, *items, programs.id, place_kind, begin, sign);
        draw_caps(
            frame, *items, programs.id, programs.id, nothing, true, [](const Item&) { return 0.0f; },
            [&](const ShaderProgram& program, const Item& item, Face) { sign(program, item); });
    }
    if (frame.ghosts.empty()) return;
    glEnable(GL_STENCIL_TEST);
    glStencilMask(0);
    glStencilFunc(GL_EQUAL, 0, taken);
    draw_items(frame, frame.ghosts, programs.id, place_kind, begin, sign);
}

void draw_emphasis(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    canvas.need_emphasised();
    copy_colour(canvas.lit_frame.get(), canvas.emphasised.frame.get(), canvas.width, canvas.height,
                canvas.width, canvas.height);
    const Picture& picture = *frame.picture;
    const Room& colours = room(picture.theme);
    start_full_pass(canvas.emphasised.frame.get(), canvas.width, canvas.height);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glBindVertexArray(nothing.get());
    bind_texture(0, canvas.ids);
    const ShaderProgram& program = programs.outline.use();
    program.set("ids", 0);
    // Thin lines must not vanish in large pictures.
    const float unit = std::max(1.0f, static_cast<float>(canvas.height) / 900.0f);
    const auto line = [&](std::uint32_t id, const glm::vec3& colour, float strength, float reach) {
        if (id == 0) return;
        if (!narrow(frame.covered(reach + 2, id))) return;
        program.set("wanted", id);
        program.set("reach", reach);
        program.set("line", glm::vec4(colour, strength));
        glDrawArrays(GL_TRIANGLES, 0, 3);
    };
    if (picture.hovered != picture.selected) line(picture.hovered, colours.hovered, 0.75f, 1.3f * unit);
    line(picture.selected, colours.accent, 1.0f, 2.4f * unit);
    glDisable(GL_SCISSOR_TEST);
}

} // namespace spinescope::render
