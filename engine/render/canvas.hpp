#pragma once

#include "render/frame.hpp"
#include "render/gl.hpp"
#include "render/renderer.hpp"

#include <vector>

namespace spinescope::render {

/// Where a picture takes shape, and the pictures that are kept of it. Made for one size; made anew for
/// another.
///
/// The scene is drawn on the *stage*, which may be finer than the picture, and brought down to *lit*. Ids are
/// drawn only when someone points or something is outlined. *emphasised* is lit plus outlines.
struct Canvas {
    /// How the stage is finer: `samples` a pixel (0: one), or `side` times the picture's width and height. On
    /// a processor the second is several times quicker than the first; on a graphics card the first.
    struct Fineness {
        int samples = 0;
        int side = 1;
        bool operator==(const Fineness&) const = default;
        [[nodiscard]] bool plain() const { return samples == 0 && side == 1; }
    };

    int width = 0; ///< of the kept pictures, px
    int height = 0;
    Fineness fineness; ///< plain: the scene is drawn straight into lit

    Area stage_area; ///< what of the picture the stage covers: a larger one only where something is drawn

    gl::Texture lit;
    gl::Framebuffer lit_frame;
    gl::Renderbuffer depth; ///< with stencil; of the stage

    gl::Texture stage_colour;       ///< of a larger stage
    gl::Renderbuffer stage_samples; ///< of a stage with several samples
    gl::Framebuffer stage_frame;

    gl::Texture backdrop; ///< the painted ground
    gl::Framebuffer backdrop_frame;
    std::optional<Theme> backdrop_theme;

    // See-through tissues; made when first needed.
    gl::Texture gathered, weight;
    gl::Renderbuffer gathered_samples, weight_samples;
    gl::Framebuffer gathered_frame, weight_frame, gathering_frame;

    // Ids; made when first needed.
    gl::Renderbuffer id_depth;
    gl::Texture ids;
    gl::Framebuffer id_frame;
    bool ids_valid = false;

    gl::Texture emphasised; ///< made when first needed
    gl::Framebuffer emphasised_frame;
    bool shows_emphasis = false;

    // What the pictures show.
    bool valid = false;
    std::vector<Drawing> drawings;
    Picture picture;

    /// Makes lit, and a stage that is not larger than it, for this size, unless they already fit.
    void fit(int new_width, int new_height, Fineness new_fineness);
    /// Makes a larger stage that covers at least `area` of the picture.
    void need_larger_stage(Area area);
    void need_backdrop();
    void need_gathering();
    void need_ids();
    void need_emphasised();

    [[nodiscard]] GLuint stage() const { return fineness.plain() ? lit_frame.get() : stage_frame.get(); }
    [[nodiscard]] int stage_width() const { return stage_area.width * fineness.side; }
    [[nodiscard]] int stage_height() const { return stage_area.height * fineness.side; }
    [[nodiscard]] const gl::Framebuffer& shown() const {
        return shows_emphasis ? emphasised_frame : lit_frame;
    }
};

} // namespace spinescope::render
