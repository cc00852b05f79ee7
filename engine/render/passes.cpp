#include "render/passes.hpp"

#include "render/gl_state.hpp"
#include "render/look.hpp"
#include "render/portions.hpp"
#include "render/section.hpp"

#include <algorithm>
#include <glm/geometric.hpp>

namespace spinescope::render {
namespace {

void place(const ShaderProgram& program, const Item& item) {
    program.set("to_clip", item.to_clip);
    program.set("to_view", item.to_view);
    if (item.cut) program.set("plane", item.plane);
}

/// The lights, once a frame.
void illuminate(const ShaderProgram& program, const Frame& frame) {
    const Room& around = room(frame.picture->theme);
    // The sky is above the patient and a little behind the viewer: looking from below is not looking into
    // night.
    const glm::vec3 up = glm::mat3(frame.view) * glm::vec3(0, 1, 0);
    program.set("ray", frame.ray);
    program.set("above", glm::normalize(up + glm::vec3(0, 0.35f, 0.55f)));
    program.set("sky_light", around.sky);
    program.set("floor_light", around.floor);
    program.set("key_light", around.key);
    program.set("rim_light", around.back);
}

void dye(const ShaderProgram& program, scene::Tissue tissue, bool cut_face = false) {
    const Appearance& t = appearance(tissue);
    program.set("albedo", cut_face ? t.cut : t.albedo);
    program.set("crevice", t.crevice);
    program.set("gloss", glm::vec4(cut_face ? 0 : t.highlight, t.wrap, t.through, cut_face ? 0 : t.sheen));
    if (cut_face) program.set("grain", t.grain);
}

/// Draws the items, first those that are whole, then those that are cut: two programs, each set up once.
template <typename Begin, typename Dress>
void draw_items(const Frame& frame, const std::vector<Item>& items, Programs::Pass& pass, Begin begin,
                Dress dress) {
    Portions portions(frame.picture->tier);
    for (const bool cut : {false, true}) {
        if (std::none_of(items.begin(), items.end(), [=](const Item& item) { return item.cut == cut; }))
            continue;
        const ShaderProgram& program = (cut ? pass.cut : pass.whole).use();
        begin(program);
        if (cut) glEnable(GL_CLIP_DISTANCE0);
        for (const Item& item : items) {
            if (item.cut != cut) continue;
            place(program, item);
            dress(program, item);
            item.mesh->draw();
            portions.add(*item.mesh);
        }
        if (cut) glDisable(GL_CLIP_DISTANCE0);
    }
}

/// A pass on the stage, or on something as large: the picture's part that the stage covers comes to lie on
/// it.
void start_stage_pass(const Canvas& canvas, GLuint target) {
    const int side = canvas.fineness.side;
    start_pass(target, canvas.stage_width(), canvas.stage_height());
    glViewport(-side * canvas.stage_area.left, -side * canvas.stage_area.bottom, side * canvas.width,
               side * canvas.height);
}

void paint_ground(GLuint target, int width, int height, Theme theme, Programs& programs,
                  const gl::VertexArray& nothing) {
    const Room& around = room(theme);
    start_full_pass(target, width, height);
    const ShaderProgram& program = programs.background.use();
    program.set("middle", around.middle);
    program.set("rim", around.rim);
    program.set("size", glm::vec2(width, height));
    glBindVertexArray(nothing.get());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

/// The ground into lit: painted once for a size and a theme, and then only copied.
void lay_ground(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    if (!frame.picture->background) {
        start_pass(canvas.lit_frame.get(), canvas.width, canvas.height);
        constexpr float none[] = {0, 0, 0, 0};
        glClearBufferfv(GL_COLOR, 0, none);
        return;
    }
    const Theme theme = frame.picture->theme;
    if (canvas.backdrop_theme != theme) {
        canvas.need_backdrop();
        paint_ground(canvas.backdrop_frame.get(), canvas.width, canvas.height, theme, programs, nothing);
        canvas.backdrop_theme = theme;
    }
    copy_colour(canvas.backdrop_frame.get(), canvas.lit_frame.get(), canvas.width, canvas.height,
                canvas.width, canvas.height);
}

/// Makes the stage ready. A larger stage is left transparent: only what is drawn on it is brought down.
void set_stage(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    if (canvas.fineness.plain()) lay_ground(canvas, frame, programs, nothing);
    if (canvas.fineness.samples > 0 && frame.picture->background)
        paint_ground(canvas.stage(), canvas.stage_width(), canvas.stage_height(), frame.picture->theme,
                     programs, nothing);
    start_stage_pass(canvas, canvas.stage());
    constexpr float none[] = {0, 0, 0, 0};
    if (canvas.fineness.side > 1 || (canvas.fineness.samples > 0 && !frame.picture->background))
        glClearBufferfv(GL_COLOR, 0, none);
    glClearBufferfi(GL_DEPTH_STENCIL, 0, 1, 0);
}

void draw_opaque(const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    const bool closely = frame.grain > 0;
    draw_items(
        frame, frame.solid, closely ? programs.lit_closely : programs.lit,
        [&](const ShaderProgram& program) { illuminate(program, frame); },
        [&](const ShaderProgram& program, const Item& item) {
            dye(program, item.drawing->tissue);
            if (!closely) return;
            program.set("strength", frame.grain * appearance(item.drawing->tissue).pores);
            program.set("fineness", item.stretch / grain_m);
        });
    draw_caps(frame, frame.solid, programs.id.cut, programs.lit.cap, nothing, true,
              [&](const ShaderProgram& program, const Item& item) {
                  illuminate(program, frame);
                  dye(program, item.drawing->tissue, true);
              });
}

void draw_ghosts(const Frame& frame, Programs& programs) {
    if (frame.ghosts.empty()) return;
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glDepthMask(GL_FALSE);
    draw_items(
        frame, frame.ghosts, programs.ghost,
        [&](const ShaderProgram& program) {
            program.set("ray", frame.ray);
            program.set("tint", room(frame.picture->theme).ghost);
        },
        [](const ShaderProgram&, const Item&) {});
    glDepthMask(GL_TRUE);
    glDisable(GL_BLEND);
}

void draw_see_through(Canvas& canvas, const Frame& frame, Programs& programs,
                      const gl::VertexArray& nothing) {
    canvas.need_gathering();
    start_stage_pass(canvas, canvas.gathering_frame.get());
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
    draw_items(frame, frame.see_through, programs.see_through, begin,
               [](const ShaderProgram& program, const Item& item) {
                   dye(program, item.drawing->tissue);
                   program.set("opacity", item.drawing->opacity);
               });
    draw_caps(frame, frame.see_through, programs.id.cut, programs.see_through.cap, nothing, false,
              [&](const ShaderProgram& program, const Item& item) {
                  begin(program);
                  dye(program, item.drawing->tissue, true);
                  program.set("opacity", item.drawing->opacity);
              });

    const bool resolved = canvas.fineness.samples > 0;
    if (resolved) {
        copy_colour(canvas.gathering_frame.get(), canvas.gathered_frame.get(), canvas.width, canvas.height,
                    canvas.width, canvas.height);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, canvas.gathering_frame.get());
        glReadBuffer(GL_COLOR_ATTACHMENT1);
        copy_colour(canvas.gathering_frame.get(), canvas.weight_frame.get(), canvas.width, canvas.height,
                    canvas.width, canvas.height);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, canvas.gathering_frame.get());
        glReadBuffer(GL_COLOR_ATTACHMENT0);
    }
    start_full_pass(resolved ? canvas.lit_frame.get() : canvas.stage(), canvas.stage_width(),
                    canvas.stage_height());
    glEnable(GL_BLEND);
    // The picture's colours are premultiplied.
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const ShaderProgram& program = programs.gathered.use();
    program.set("gathered", 0);
    program.set("weight", 1);
    bind_texture(0, canvas.gathered);
    bind_texture(1, canvas.weight);
    glBindVertexArray(nothing.get());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

/// Narrows drawing to `area`. False when nothing is in it.
bool narrow(const Area& area) {
    if (area.empty()) return false;
    glEnable(GL_SCISSOR_TEST);
    glScissor(area.left, area.bottom, area.width, area.height);
    return true;
}

/// The stage into lit.
void bring_down(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    if (canvas.fineness.samples > 0) {
        copy_colour(canvas.stage(), canvas.lit_frame.get(), canvas.width, canvas.height, canvas.width,
                    canvas.height);
        return;
    }
    lay_ground(canvas, frame, programs, nothing);
    start_full_pass(canvas.lit_frame.get(), canvas.width, canvas.height);
    if (!narrow(frame.covered(2))) return;
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const ShaderProgram& program = programs.bring_down.use();
    program.set("fine", 0);
    program.set("corner", glm::vec2(canvas.stage_area.left, canvas.stage_area.bottom));
    bind_texture(0, canvas.stage_colour);
    glBindVertexArray(nothing.get());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_SCISSOR_TEST);
}

} // namespace

void draw_scene(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    set_stage(canvas, frame, programs, nothing);
    draw_opaque(frame, programs, nothing);
    draw_ghosts(frame, programs);
    // Several samples are resolved before the see-through tissues are laid over, a larger stage after.
    if (canvas.fineness.samples > 0) bring_down(canvas, frame, programs, nothing);
    if (!frame.see_through.empty()) draw_see_through(canvas, frame, programs, nothing);
    if (canvas.fineness.side > 1) bring_down(canvas, frame, programs, nothing);
}

void draw_ids(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    canvas.need_ids();
    start_pass(canvas.id_frame.get(), canvas.width, canvas.height);
    constexpr GLuint nobody[] = {0, 0, 0, 0};
    glClearBufferuiv(GL_COLOR, 0, nobody);
    glClearBufferfi(GL_DEPTH_STENCIL, 0, 1, 0);

    constexpr GLuint taken = 0x80; // where a ghost must not answer
    const auto whole_stencil = [] {
        glEnable(GL_STENCIL_TEST);
        glStencilMask(taken);
        glStencilFunc(GL_ALWAYS, taken, taken);
        glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
    };
    const auto sign = [](const ShaderProgram& program, const Item& item) {
        program.set("id", item.drawing->id);
    };
    for (const std::vector<Item>* items : {&frame.solid, &frame.see_through}) {
        whole_stencil();
        draw_items(
            frame, *items, programs.id, [](const ShaderProgram&) {}, sign);
        draw_caps(frame, *items, programs.id.cut, programs.id.cap, nothing, true, sign);
    }
    if (frame.ghosts.empty()) return;
    glEnable(GL_STENCIL_TEST);
    glStencilMask(0);
    glStencilFunc(GL_EQUAL, 0, taken);
    draw_items(
        frame, frame.ghosts, programs.id, [](const ShaderProgram&) {}, sign);
}

void draw_emphasis(Canvas& canvas, const Frame& frame, Programs& programs, const gl::VertexArray& nothing) {
    canvas.need_emphasised();
    copy_colour(canvas.lit_frame.get(), canvas.emphasised_frame.get(), canvas.width, canvas.height,
                canvas.width, canvas.height);
    const Picture& picture = *frame.picture;
    const Room& colours = room(picture.theme);
    start_full_pass(canvas.emphasised_frame.get(), canvas.width, canvas.height);
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
