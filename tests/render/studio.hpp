#pragma once

#include "../scene/solids.hpp"
#include "render/offscreen_context.hpp"
#include "render/renderer.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>

namespace spinescope::test {

/// A renderer without a window, and a clean record: what the driver complains about fails the test.
struct Studio {
    render::OffscreenContext context;
    render::Renderer renderer;

    Studio() = default;
    ~Studio() {
        for (const std::string& complaint : renderer.complaints()) {
            UNSCOPED_INFO(complaint);
            CHECK(complaint.empty());
        }
    }
    Studio(const Studio&) = delete;
    Studio& operator=(const Studio&) = delete;

    bool draw(std::span<const render::Drawing> drawings, const render::Picture& picture) {
        return renderer.draw(render::Renderer::Canvas::scene, drawings, picture);
    }
    [[nodiscard]] render::Image read() const { return renderer.read(render::Renderer::Canvas::scene); }
    render::Image shot(std::span<const render::Drawing> drawings, const render::Picture& picture) {
        draw(drawings, picture);
        return read();
    }
    [[nodiscard]] render::Renderer::Hit pick(int x, int y) const {
        return renderer.pick(render::Renderer::Canvas::scene, x, y);
    }
};

/// Looks from the front at a cube of 0.1 m around the origin.
inline render::Picture picture(int width = 320, int height = 240) {
    render::Picture p;
    p.width = width;
    p.height = height;
    p.camera = scene::framed(scene::StandardView::anterior, {glm::vec3(-0.05f), glm::vec3(0.05f)},
                             static_cast<float>(width) / static_cast<float>(height));
    return p;
}

using Pixel = std::array<int, 4>;

inline Pixel pixel(const render::Image& image, int x, int y) {
    const std::uint8_t* p =
        &image.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                         static_cast<std::size_t>(x))];
    return {p[0], p[1], p[2], p[3]};
}

/// Largest difference of any channel.
inline int difference(const Pixel& a, const Pixel& b) {
    int worst = 0;
    for (std::size_t k = 0; k < 4; ++k) worst = std::max(worst, std::abs(a[k] - b[k]));
    return worst;
}

inline int difference(const render::Image& a, const render::Image& b) {
    REQUIRE(a.rgba.size() == b.rgba.size());
    int worst = 0;
    for (std::size_t k = 0; k < a.rgba.size(); ++k) worst = std::max(worst, std::abs(a.rgba[k] - b.rgba[k]));
    return worst;
}

} // namespace spinescope::test
