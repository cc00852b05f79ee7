#include "render/renderer.hpp"

#include "files/failure.hpp"
#include "render/canvas.hpp"
#include "render/debug_output.hpp"
#include "render/gl_state.hpp"
#include "render/passes.hpp"
#include "render/seen.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/matrix.hpp>

namespace spinescope::render {

struct Renderer::State {
    DebugOutput debug;
    std::string device;
    int largest = 0; ///< side of a picture, px
    Programs programs;
    gl::VertexArray nothing = gl::make_vertex_array();
    std::vector<StoredMesh> meshes;
    std::array<render::Canvas, 3> canvases;
    Frame frame;
    Shadow shadow;

    render::Canvas& canvas(Renderer::Canvas which) { return canvases.at(static_cast<std::size_t>(which)); }

    /// Stage pixels along a pixel's side. What moves is drawn as it comes, what rests with smooth edges.
    [[nodiscard]] int side(const Picture& picture, int width, int height) const {
        const bool moving = picture.scale < 1;
        return moving || 2 * std::max(width, height) > largest ? 1 : 2;
    }

    void prepare(const render::Canvas& canvas, int side) {
        frame.prepare(canvas.picture, canvas.width, canvas.height, side, canvas.drawings, meshes);
    }

    void need_ids(render::Canvas& canvas) {
        if (canvas.ids_valid) return;
        prepare(canvas, 1);
        draw_ids(canvas, frame, programs, nothing);
        canvas.ids_valid = true;
    }
};

namespace {

/// Emphasis is laid over the kept scene: it does not count as another scene.
bool same_scene(Picture a, Picture b) {
    a.selected = b.selected = a.hovered = b.hovered = 0;
    return a == b;
}

} // namespace

Renderer::Renderer() {
    if (epoxy_is_desktop_gl() == 0 || epoxy_gl_version() < 33)
        throw Failure("OpenGL", "version 3.3 is not there",
                      "install a newer graphics driver (or libgl1-mesa-dri)");
    state_ = std::make_unique<State>();
    state_->device = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    GLint texture_size = 0, buffer_size = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture_size);
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &buffer_size);
    state_->largest = std::min(texture_size, buffer_size);
}

Renderer::~Renderer() = default;

std::string Renderer::device() const {
    return state_->device;
}

Tier Renderer::detected_tier() const {
    const std::string& name = state_->device;
    for (const char* processor :
         {"llvmpipe", "softpipe", "swrast", "SWR", "Software Rasterizer", "GDI Generic"})
        if (name.find(processor) != std::string::npos) return Tier::software;
    return Tier::full;
}

MeshHandle Renderer::upload(const anatomy::Mesh& mesh) {
    StoredMesh stored;
    store(stored, mesh);
    state_->meshes.push_back(std::move(stored));
    return {static_cast<std::uint32_t>(state_->meshes.size() - 1)};
}

void Renderer::replace(MeshHandle handle, const anatomy::Mesh& mesh) {
    store(state_->meshes.at(handle.index), mesh);
    for (render::Canvas& canvas : state_->canvases)
        if (std::any_of(canvas.drawings.begin(), canvas.drawings.end(),
                        [=](const Drawing& drawing) { return drawing.mesh == handle; }))
            canvas.valid = false;
}

bool Renderer::draw(Canvas which, std::span<const Drawing> drawings, const Picture& picture) {
    const auto size = [&](int side) {
        return static_cast<int>(
            std::lround(static_cast<float>(side) * std::clamp(picture.scale, 0.1f, 1.0f)));
    };
    if (picture.width < 1 || picture.height < 1 || picture.width > state_->largest ||
        picture.height > state_->largest)
        throw Failure("picture",
                      std::to_string(picture.width) + "x" + std::to_string(picture.height) +
                          " pixels cannot be drawn",
                      "choose a size from 1x1 to " + std::to_string(state_->largest) + "x" +
                          std::to_string(state_->largest));
    render::Canvas& canvas = state_->canvas(which);
    const bool kept =
        canvas.valid && same_scene(canvas.picture, picture) &&
        std::equal(canvas.drawings.begin(), canvas.drawings.end(), drawings.begin(), drawings.end());
    if (kept && canvas.picture == picture) return false;

    canvas.valid = false; // should something throw
    if (!kept) {
        const int width = std::max(1, size(picture.width)), height = std::max(1, size(picture.height));
        canvas.fit(width, height, state_->side(picture, width, height));
        canvas.drawings.assign(drawings.begin(), drawings.end());
        canvas.ids_valid = false;
    }
    if (picture.squares != canvas.picture.squares || !kept) canvas.enlarge_by_squares(picture.squares);
    canvas.picture = picture;
    state_->prepare(canvas, canvas.side);
    if (!kept) draw_scene(canvas, state_->frame, state_->programs, state_->shadow, state_->nothing);
    canvas.shows_emphasis = picture.selected != 0 || picture.hovered != 0;
    if (canvas.shows_emphasis) {
        state_->need_ids(canvas);
        draw_emphasis(canvas, state_->frame, state_->programs, state_->nothing);
    }
    canvas.valid = true;
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glBindVertexArray(0);
    return true;
}

void Renderer::finish() const {
    glFinish();
}

unsigned Renderer::texture(Canvas which) const {
    const render::Canvas& canvas = state_->canvas(which);
    return canvas.shows_emphasis ? canvas.emphasised.texture.get() : canvas.lit.get();
}

Image Renderer::read(Canvas which) const {
    render::Canvas& canvas = state_->canvas(which);
    if (!canvas.valid) throw Failure("picture", "nothing has been drawn", "draw before reading");
    const int width = canvas.picture.width, height = canvas.picture.height;
    GLuint from = canvas.shown().get();
    render::Canvas enlarged;
    if (width != canvas.width || height != canvas.height) {
        enlarged.fit(width, height, 1);
        copy_colour(from, enlarged.lit_frame.get(), canvas.width, canvas.height, width, height, GL_LINEAR);
        from = enlarged.lit_frame.get();
    }
    Image image{.width = width, .height = height, .rgba = {}};
    const std::size_t row = 4 * static_cast<std::size_t>(width);
    image.rgba.resize(row * static_cast<std::size_t>(height));
    glBindFramebuffer(GL_FRAMEBUFFER, from);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glPixelStorei(GL_PACK_ROW_LENGTH, 0);
    glPixelStorei(GL_PACK_SKIP_ROWS, 0);
    glPixelStorei(GL_PACK_SKIP_PIXELS, 0);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(height) - 1; top < bottom; ++top, --bottom)
        std::swap_ranges(image.rgba.begin() + static_cast<std::ptrdiff_t>(top * row),
                         image.rgba.begin() + static_cast<std::ptrdiff_t>((top + 1) * row),
                         image.rgba.begin() + static_cast<std::ptrdiff_t>(bottom * row));
    if (!canvas.picture.background) // the picture is premultiplied, an Image is not
        for (std::size_t i = 0; i < image.rgba.size(); i += 4)
            if (const unsigned a = image.rgba[i + 3]; a != 0 && a != 255)
                for (std::size_t k = i; k < i + 3; ++k)
                    image.rgba[k] =
                        static_cast<std::uint8_t>(std::min(255u, (image.rgba[k] * 255u + a / 2) / a));
    return image;
}

Renderer::Hit Renderer::pick(Canvas which, int x, int y) const {
    render::Canvas& canvas = state_->canvas(which);
    if (!canvas.valid || x < 0 || y < 0 || x >= canvas.picture.width || y >= canvas.picture.height) return {};
    state_->need_ids(canvas);
    // The pixel's middle, in the picture as it is stored.
    const float u = (static_cast<float>(x) + 0.5f) / static_cast<float>(canvas.picture.width);
    const float v = 1 - (static_cast<float>(y) + 0.5f) / static_cast<float>(canvas.picture.height);
    const int i = std::clamp(static_cast<int>(u * static_cast<float>(canvas.width)), 0, canvas.width - 1);
    const int j = std::clamp(static_cast<int>(v * static_cast<float>(canvas.height)), 0, canvas.height - 1);
    glBindFramebuffer(GL_FRAMEBUFFER, canvas.id_frame.get());
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    Hit hit;
    glReadPixels(i, j, 1, 1, GL_RED_INTEGER, GL_UNSIGNED_INT, &hit.id);
    if (hit.id != 0) {
        float depth = 1;
        glReadPixels(i, j, 1, 1, GL_DEPTH_COMPONENT, GL_FLOAT, &depth);
        const scene::Camera& camera = canvas.picture.camera;
        const float aspect =
            static_cast<float>(canvas.picture.width) / static_cast<float>(canvas.picture.height);
        // In double: near and far are four orders of magnitude apart.
        const glm::dmat4 from_clip =
            glm::inverse(glm::dmat4(camera.projection(aspect)) * glm::dmat4(camera.view()));
        const glm::dvec4 point =
            from_clip * glm::dvec4(2.0 * (i + 0.5) / canvas.width - 1, 2.0 * (j + 0.5) / canvas.height - 1,
                                   2.0 * depth - 1, 1);
        hit.point = glm::vec3(glm::dvec3(point) / point.w);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return hit;
}

std::vector<Renderer::Seen> Renderer::seen(Canvas which) const {
    render::Canvas& canvas = state_->canvas(which);
    if (!canvas.valid) return {};
    state_->need_ids(canvas);
    const auto width = static_cast<std::size_t>(canvas.width),
               height = static_cast<std::size_t>(canvas.height);
    std::vector<std::uint32_t> ids(width * height);
    glBindFramebuffer(GL_FRAMEBUFFER, canvas.id_frame.get());
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, canvas.width, canvas.height, GL_RED_INTEGER, GL_UNSIGNED_INT, ids.data());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    for (std::size_t top = 0, bottom = height - 1; top < bottom; ++top, --bottom)
        std::swap_ranges(ids.begin() + static_cast<std::ptrdiff_t>(top * width),
                         ids.begin() + static_cast<std::ptrdiff_t>((top + 1) * width),
                         ids.begin() + static_cast<std::ptrdiff_t>(bottom * width));
    std::vector<Seen> seen;
    for (const SeenRegion& region : seen_regions(ids, canvas.width, canvas.height)) {
        // The stored picture may be smaller than what the pixel is asked for.
        const float enlarged = static_cast<float>(canvas.picture.width) / static_cast<float>(canvas.width);
        const auto asked = [=](int at) { return enlarged * (static_cast<float>(at) + 0.5f); };
        seen.push_back({.id = region.id,
                        .pixels = region.pixels,
                        .left_px = asked(region.low.x),
                        .right_px = asked(region.high.x),
                        .anchor = pick(which, static_cast<int>(asked(region.anchor.x)),
                                       static_cast<int>(asked(region.anchor.y)))});
    }
    return seen;
}

std::vector<std::string> Renderer::complaints() const {
    return state_->debug.complaints();
}

} // namespace spinescope::render
