#pragma once

#include "render/frame.hpp"
#include "render/gl.hpp"
#include "render/renderer.hpp"

#include <vector>

namespace spinescope::render {

/// A picture that can be drawn into.
struct Target {
    gl::Texture texture;
    gl::Framebuffer frame;
    explicit operator bool() const { return static_cast<bool>(texture); }
};

/// Where a picture takes shape, and the pictures that are kept of it. Made for one size; made anew for
/// another.
///
/// The scene is drawn on the *stage* and brought down to *lit*. While something moves the stage is lit
/// itself; otherwise it is twice as wide and high as the part of the picture that it covers, and covers one
/// part after the other, so that it never is large. Ids are drawn only when someone points or something is
/// outlined. *emphasised* is lit plus outlines.
struct Canvas {
    int width = 0; ///< of the kept pictures, px
    int height = 0;
    int side = 1; ///< stage pixels along a pixel's side: 1 or 2

    gl::Texture lit;
    gl::Framebuffer lit_frame;
    gl::Renderbuffer depth; ///< with stencil; of the stage

    // A stage apart from lit; made when first needed.
    int stage_width = 0; ///< of the picture, px
    int stage_height = 0;
    gl::Texture stage_colour;
    gl::Texture marks; ///< see shaders/mark.glsl
    gl::Framebuffer stage_frame;

    std::optional<Theme> ground; ///< what lies under what is drawn in lit
    Area drawn_over;             ///< where anything is

    // See-through tissues; made when first needed.
    gl::Texture gathered, weight;
    gl::Framebuffer gathering_frame;

    // The full tier's; made when first needed.
    Target hollows; ///< how little light gets in between things; as large as the stage in the picture

    // Ids; made when first needed.
    gl::Renderbuffer id_depth;
    gl::Texture ids;
    gl::Framebuffer id_frame;
    bool ids_valid = false;

    Target emphasised; ///< made when first needed
    bool shows_emphasis = false;

    // What the pictures show.
    bool valid = false;
    std::vector<Drawing> drawings;
    Picture picture;

    /// Makes lit for this size, unless it already fits, and forgets a stage that does not.
    void fit(int new_width, int new_height, int new_side);
    /// Of the kept picture, when the interface shows it larger than it is.
    void enlarge_by_squares(bool squares) const;
    /// Makes a stage of at least that size.
    void need_stage(int picture_width, int picture_height);
    void need_gathering();
    void need_hollows();
    void need_ids();
    void need_emphasised();

    [[nodiscard]] GLuint stage() const { return side == 1 ? lit_frame.get() : stage_frame.get(); }
    [[nodiscard]] const gl::Framebuffer& shown() const {
        return shows_emphasis ? emphasised.frame : lit_frame;
    }
};

} // namespace spinescope::render
