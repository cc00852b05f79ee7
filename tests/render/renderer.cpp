#include "files/failure.hpp"
#include "studio.hpp"

#include <algorithm>
#include <epoxy/gl.h>

using namespace spinescope;
using render::Drawing;
using render::Renderer;
using scene::Tissue;
using test::difference;
using test::pixel;
using test::Studio;

TEST_CASE("the same picture is not drawn twice") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.03f));
    std::vector<Drawing> drawings{{.mesh = ball, .id = 7}};
    render::Picture picture = test::picture();
    CHECK(studio.draw(drawings, picture));
    CHECK_FALSE(studio.draw(drawings, picture));
    const std::vector<Drawing> copy = drawings;
    CHECK_FALSE(studio.draw(copy, picture));

    picture.hovered = 7;
    CHECK(studio.draw(drawings, picture));
    CHECK_FALSE(studio.draw(drawings, picture));
    picture.camera.azimuth_deg += 1;
    CHECK(studio.draw(drawings, picture));
    drawings[0].tissue = Tissue::annulus;
    CHECK(studio.draw(drawings, picture));
    drawings.push_back(drawings[0]);
    CHECK(studio.draw(drawings, picture));
    CHECK_FALSE(studio.draw(drawings, picture));
    studio.renderer.replace(ball, test::sphere(0.02f));
    CHECK(studio.draw(drawings, picture));
}

TEST_CASE("the inset does not disturb the scene") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.03f));
    const std::vector<Drawing> drawings{{.mesh = ball, .id = 7}};
    const render::Image before = studio.shot(drawings, test::picture());
    CHECK(studio.renderer.draw(Renderer::Canvas::inset, {}, test::picture(100, 50)));
    CHECK_FALSE(studio.draw(drawings, test::picture()));
    CHECK(difference(studio.read(), before) == 0);
    CHECK(studio.renderer.read(Renderer::Canvas::inset).width == 100);
    CHECK(studio.renderer.pick(Renderer::Canvas::inset, 50, 25).id == 0);
    CHECK(studio.renderer.texture(Renderer::Canvas::inset) !=
          studio.renderer.texture(Renderer::Canvas::scene));
}

TEST_CASE("a new shape behind a handle is seen and picked") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.01f));
    const std::vector<Drawing> drawings{{.mesh = ball, .id = 7}};
    studio.draw(drawings, test::picture());
    CHECK(studio.pick(190, 120).id == 0);
    studio.renderer.replace(ball, test::sphere(0.04f));
    studio.draw(drawings, test::picture());
    CHECK(studio.pick(190, 120).id == 7);
    studio.renderer.replace(ball, anatomy::Mesh{});
    studio.draw(drawings, test::picture());
    CHECK(studio.pick(160, 120).id == 0);
}

TEST_CASE("pointing answers what is nearest and where it is") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.01f, 96, 48));
    std::vector<Drawing> drawings{
        {.mesh = ball, .id = 7}, {.mesh = ball, .id = 0xfffffff0u}, {.mesh = ball, .id = 9}};
    drawings[1].place = glm::translate(glm::mat4(1), {-0.03f, 0, 0});
    drawings[2].place = glm::translate(glm::mat4(1), {0, 0.025f, 0.03f});
    for (const float scale : {1.0f, 0.5f}) {
        CAPTURE(scale);
        render::Picture picture = test::picture(401, 301);
        picture.scale = scale;
        studio.draw(drawings, picture);
        const Renderer::Hit middle = studio.pick(200, 150);
        CHECK(middle.id == 7);
        CHECK(glm::length(middle.point - glm::vec3(0.01f, 0, 0)) < 0.0005f);

        // Any other point: where it is projected is where it is found again.
        const glm::vec3 wanted = glm::vec3(0, 0.025f, 0.03f) + 0.01f * glm::normalize(glm::vec3(3, 1, -1));
        const glm::vec4 clip =
            picture.camera.projection(401 / 301.0f) * picture.camera.view() * glm::vec4(wanted, 1);
        const Renderer::Hit hit = studio.pick(static_cast<int>((clip.x / clip.w + 1) / 2 * 401),
                                              static_cast<int>((1 - clip.y / clip.w) / 2 * 301));
        CHECK(hit.id == 9);
        CHECK(glm::length(hit.point - wanted) < 0.001f);

        CHECK(studio.pick(2, 2).id == 0);
        CHECK(studio.pick(-1, 150).id == 0);
        CHECK(studio.pick(200, 301).id == 0);
    }
    render::Picture behind = test::picture(401, 301);
    behind.camera.azimuth_deg = 180;
    studio.draw(drawings, behind);
    CHECK(studio.pick(200, 150).id == 0xfffffff0u);
}

TEST_CASE("a ghost is seen but stands in nobody's way") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.012f));
    const auto shell = studio.renderer.upload(test::sphere(0.03f));
    const std::vector<Drawing> alone{{.mesh = ball, .id = 1}};
    std::vector<Drawing> both{{.mesh = ball, .id = 1}, {.mesh = shell, .ghost = true, .id = 2}};
    const render::Image without = studio.shot(alone, test::picture());
    const render::Image with = studio.shot(both, test::picture());
    CHECK(difference(pixel(without, 160, 120), pixel(with, 160, 120)) <
          16);                             // the solid inside is hardly veiled
    CHECK(difference(without, with) > 40); // but the ghost's rim is there
    CHECK(studio.pick(160, 120).id == 1);
    CHECK(studio.pick(160 + 45, 120).id == 2); // only the ghost is there

    std::swap(both[0], both[1]);
    CHECK(difference(studio.shot(both, test::picture()), with) == 0);

    // Two ghosts, one behind the other, come out the same in either order.
    std::vector<Drawing> ghosts{{.mesh = shell, .ghost = true, .id = 2},
                                {.mesh = shell, .ghost = true, .id = 3}};
    ghosts[1].place = glm::translate(glm::mat4(1), {-0.02f, 0.01f, 0.01f});
    const render::Image order = studio.shot(ghosts, test::picture());
    std::swap(ghosts[0], ghosts[1]);
    CHECK(difference(studio.shot(ghosts, test::picture()), order) <= 3); // 8-bit sums round differently
}

TEST_CASE("see-through tissues look the same in whatever order they are drawn") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.02f));
    std::vector<Drawing> drawings;
    for (int i = 0; i < 4; ++i) {
        drawings.push_back({.mesh = ball,
                            .tissue = static_cast<Tissue>(i * 2),
                            .opacity = 0.25f + 0.15f * static_cast<float>(i),
                            .id = static_cast<std::uint32_t>(i + 1)});
        drawings.back().place = glm::translate(
            glm::mat4(1), {0.02f * static_cast<float>(i - 2), 0.006f * static_cast<float>(i), 0});
    }
    drawings.push_back({.mesh = ball, .tissue = Tissue::artery, .id = 9});
    drawings.back().place = glm::translate(glm::mat4(1), {-0.03f, -0.01f, 0});
    for (const render::Tier tier : {render::Tier::software, render::Tier::full}) {
        render::Picture picture = test::picture();
        picture.tier = tier;
        const render::Image first = studio.shot(drawings, picture);
        std::vector<Drawing> solid = drawings;
        for (Drawing& drawing : solid) drawing.opacity = 1;
        CHECK(difference(studio.shot(solid, picture), first) > 40); // they are see-through
        std::vector<Drawing> shuffled = drawings;
        for (int turn = 0; turn < 5; ++turn) {
            std::rotate(shuffled.begin(), shuffled.begin() + 2, shuffled.end());
            if (turn % 2 == 1) std::swap(shuffled[0], shuffled[3]);
            CHECK(difference(studio.shot(shuffled, picture), first) <= 2); // sums of halves round differently
        }
    }
}

TEST_CASE("a see-through tissue before a solid one lets it shine through") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.02f));
    std::vector<Drawing> drawings{{.mesh = ball, .tissue = Tissue::artery, .id = 1},
                                  {.mesh = ball, .tissue = Tissue::cartilage, .opacity = 0.3f, .id = 2}};
    drawings[1].place = glm::translate(glm::mat4(1), {0.045f, 0, 0});
    const render::Image through = studio.shot(drawings, test::picture());
    const render::Image red = studio.shot(std::span(drawings).first(1), test::picture());
    drawings[1].opacity = 1;
    const render::Image solid = studio.shot(drawings, test::picture());
    const auto between = pixel(through, 160, 120), behind = pixel(red, 160, 120),
               before = pixel(solid, 160, 120);
    CHECK(between[1] > behind[1] + 10);
    CHECK(between[1] < before[1] - 10);
    drawings[1].opacity = 0; // not there
    studio.draw(drawings, test::picture());
    CHECK(studio.pick(160, 120).id == 1);
}

TEST_CASE("where cut tissues overlap, the one asked for later shows") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.03f));
    // The same ball twice, a little apart along the line of sight, so that either may lie nearer.
    for (const float apart : {-0.002f, 0.002f}) {
        const glm::mat4 moved = glm::translate(glm::mat4(1), glm::vec3(apart, 0, 0));
        const std::array one{Drawing{.mesh = ball, .tissue = Tissue::fluid, .id = 1},
                             Drawing{.mesh = ball, .place = moved, .tissue = Tissue::artery, .id = 2}};
        const std::array other{Drawing{.mesh = ball, .tissue = Tissue::artery, .id = 1},
                               Drawing{.mesh = ball, .place = moved, .tissue = Tissue::fluid, .id = 2}};
        auto picture = test::picture();
        picture.cut = glm::vec4(1, 0, 0, 0);
        const test::Pixel red = test::pixel(studio.shot(one, picture), 160, 120);
        const test::Pixel blue = test::pixel(studio.shot(other, picture), 160, 120);
        CHECK(red[0] > red[2]);
        CHECK(blue[2] > blue[0]);
    }
}

TEST_CASE("a cut is filled, in each tissue's own colour") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.03f));
    const auto ring = studio.renderer.upload(test::torus(0.03f, 0.008f));
    render::Picture picture = test::picture(400, 400);
    picture.cut = glm::vec4(2, 0, 0, -0.02f); // takes x > 0.01 away, towards the viewer; not a unit normal
    for (const render::Tier tier : {render::Tier::software, render::Tier::full})
        for (const float opacity : {1.0f, 0.5f}) {
            CAPTURE(static_cast<int>(tier), opacity);
            picture.tier = tier;
            std::vector<Drawing> drawings{
                {.mesh = ball, .tissue = Tissue::plain, .opacity = opacity, .id = 1}};
            const render::Image image = studio.shot(drawings, picture);
            const auto face = pixel(image, 200, 200);
            int on_plane = 0, elsewhere = 0, same = 0;
            for (int y = 100; y < 300; y += 5)
                for (int x = 100; x < 300; x += 5) {
                    const Renderer::Hit hit = studio.pick(x, y);
                    // Well inside the circle in which plane and ball meet.
                    if (hit.id != 1 || glm::length(glm::vec2(hit.point.y, hit.point.z)) > 0.027f) continue;
                    ++(std::abs(hit.point.x - 0.01f) < 2e-4f ? on_plane : elsewhere);
                    same += difference(pixel(image, x, y), face) <= 6 ? 1 : 0;
                }
            CHECK(on_plane > 300);
            CHECK(elsewhere == 0);   // no inside of the ball is to be seen
            CHECK(same == on_plane); // and the face is flat
        }

    // Several meshes at once, one inside the other's hole, one not cut.
    picture.tier = render::Tier::software;
    std::vector<Drawing> drawings{{.mesh = ring, .tissue = Tissue::muscle, .id = 1},
                                  {.mesh = ball, .tissue = Tissue::annulus, .id = 2},
                                  {.mesh = ball, .tissue = Tissue::bone, .cut = false, .id = 3}};
    drawings[0].place = glm::rotate(glm::mat4(1), 1.5707963f, glm::vec3(1, 0, 0));
    drawings[1].place = glm::scale(glm::mat4(1), glm::vec3(0.5f));
    drawings[2].place = glm::translate(glm::mat4(1), {0, 0.05f, 0}) * drawings[1].place;
    picture.cut = glm::vec4(1, 0, 0, 0);
    studio.draw(drawings, picture);
    const glm::mat4 from_clip = glm::inverse(picture.camera.projection(1) * picture.camera.view());
    const glm::vec3 eye = picture.camera.eye();
    int ring_face = 0, ball_face = 0, wrong = 0, whole = 0;
    for (int y = 0; y < 400; y += 4)
        for (int x = 0; x < 400; x += 4) {
            const Renderer::Hit hit = studio.pick(x, y);
            if (hit.id == 3) {
                whole += hit.point.x > 0.005f ? 1 : 0;
                continue;
            }
            // Where the pixel's line of sight meets the plane x = 0.
            const glm::vec4 far = from_clip * glm::vec4((static_cast<float>(x) + 0.5f) / 200 - 1,
                                                        1 - (static_cast<float>(y) + 0.5f) / 200, 1, 1);
            const glm::vec3 along = glm::vec3(far) / far.w - eye;
            const glm::vec3 there = eye - along * (eye.x / along.x);
            const bool in_ring = glm::length(glm::vec2(std::abs(there.y) - 0.03f, there.z)) < 0.0075f;
            const bool in_ball = glm::length(there) < 0.0145f;
            if (!in_ring && !in_ball) continue;
            const bool right = hit.id == (in_ring ? 1u : 2u) && glm::length(hit.point - there) < 5e-4f;
            ++(!right ? wrong : in_ring ? ring_face : ball_face);
        }
    CHECK(ring_face > 50);
    CHECK(ball_face > 100);
    CHECK(whole > 100);
    CHECK(wrong == 0);

    picture.cut = glm::vec4(-1, 0, 0, -1); // nothing is taken away
    studio.draw(drawings, picture);
    CHECK(studio.pick(200, 200).point.x > 0.01f);
    picture.cut = glm::vec4(1, 0, 0, 1); // all of it
    studio.draw(drawings, picture);
    CHECK(studio.pick(200, 200).id == 0);
    picture.cut = glm::vec4(0, 0, 0, 0); // no plane at all
    CHECK_NOTHROW(studio.draw(drawings, picture));
    CHECK(studio.pick(200, 200).id == 1);
}

TEST_CASE("the ground can be left out, and edges keep their own colour") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.03f));
    const std::vector<Drawing> drawings{{.mesh = ball, .tissue = Tissue::plain, .id = 1}};
    for (const render::Tier tier : {render::Tier::software, render::Tier::full}) {
        render::Picture picture = test::picture();
        picture.tier = tier;
        CHECK(pixel(studio.shot(drawings, picture), 0, 0)[3] == 255);
        picture.background = false;
        const render::Image image = studio.shot(drawings, picture);
        CHECK(pixel(image, 0, 0) == test::Pixel{0, 0, 0, 0});
        CHECK(pixel(image, 160, 120)[3] == 255);
        int partial = 0, black = 0;
        for (std::size_t i = 0; i < image.rgba.size(); i += 4)
            if (image.rgba[i + 3] > 40 && image.rgba[i + 3] < 255) {
                ++partial;
                black += image.rgba[i] < 12 ? 1 : 0;
            }
        CHECK(partial > 50); // smooth edges
        CHECK(black == 0);   // of the ball's own colour, not darkened by what is not there
    }
}

TEST_CASE("an outline marks the selected structure and leaves the rest alone") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.012f));
    std::vector<Drawing> drawings{{.mesh = ball, .id = 1}, {.mesh = ball, .id = 2}};
    drawings[0].place = glm::translate(glm::mat4(1), {0, 0, 0.025f}); // the picture's left
    drawings[1].place = glm::translate(glm::mat4(1), {0, 0, -0.025f});
    render::Picture picture = test::picture();
    const render::Image plain = studio.shot(drawings, picture);
    picture.selected = 1;
    const render::Image selected = studio.shot(drawings, picture);
    int left = 0, right = 0;
    for (int y = 0; y < 240; ++y)
        for (int x = 0; x < 320; ++x)
            if (difference(pixel(plain, x, y), pixel(selected, x, y)) > 20) ++(x < 160 ? left : right);
    CHECK(left > 60);
    CHECK(left < 1500);
    CHECK(right == 0);
    picture.hovered = 2;
    CHECK(difference(studio.shot(drawings, picture), selected) > 20);
    picture.selected = picture.hovered = 0;
    CHECK(difference(studio.shot(drawings, picture), plain) == 0);
    picture.selected = 99; // nobody
    CHECK(difference(studio.shot(drawings, picture), plain) == 0);
}

TEST_CASE("a data colour is shown as it is, whatever the tissue, the light and the tier") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.03f, 96, 48));
    constexpr glm::vec3 given{0.2f, 0.6f, 0.9f};
    std::vector<Drawing> drawings{{.mesh = ball, .data_colour = given, .id = 1}};
    const auto exact = [&](const test::Pixel& p) {
        return std::abs(p[0] - 51) <= 2 && std::abs(p[1] - 153) <= 2 && std::abs(p[2] - 229.5) <= 2.5;
    };
    for (const render::Tier tier : {render::Tier::software, render::Tier::full})
        for (const render::Theme theme : {render::Theme::dark, render::Theme::light})
            for (const Tissue tissue : {Tissue::bone, Tissue::muscle, Tissue::cavity}) {
                render::Picture picture = test::picture();
                picture.tier = tier;
                picture.theme = theme;
                drawings[0].tissue = tissue;
                const render::Image image = studio.shot(drawings, picture);
                CHECK(exact(pixel(image, 160, 120)));
                // Where it turns away it is darker, and of the same hue.
                const test::Pixel slanted = pixel(image, 160 + 48, 120);
                CHECK(slanted[2] < 215);
                CHECK(slanted[2] > 100);
                CHECK(slanted[0] / static_cast<double>(slanted[2]) == Approx(51 / 229.5).margin(0.02));
                CHECK(slanted[1] / static_cast<double>(slanted[2]) == Approx(153 / 229.5).margin(0.02));
                // A cut face is flat.
                picture.cut = glm::vec4(1, 0, 0, -0.01f);
                const render::Image cut = studio.shot(drawings, picture);
                for (const int x : {130, 160, 190}) CHECK(exact(pixel(cut, x, 120)));
            }
}

TEST_CASE("silhouettes are thin, dark, of the tissue's own hue, and can be left out") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.02f, 96, 48));
    std::vector<Drawing> drawings{{.mesh = ball, .tissue = Tissue::plain, .id = 1},
                                  {.mesh = ball, .tissue = Tissue::plain, .id = 2}};
    drawings[0].place = glm::translate(glm::mat4(1), {0, 0, 0.008f});
    drawings[1].place = glm::translate(glm::mat4(1), {-0.035f, 0, -0.008f}); // behind the first
    render::Picture picture = test::picture();
    const render::Image drawn = studio.shot(drawings, picture);
    picture.silhouettes = false;
    const render::Image left_out = studio.shot(drawings, picture);
    int darker = 0, brighter = 0, ground = 0, between = 0;
    for (int y = 0; y < 240; ++y)
        for (int x = 0; x < 320; ++x) {
            const test::Pixel with = pixel(drawn, x, y), without = pixel(left_out, x, y);
            if (difference(with, without) < 8) continue;
            ++(with[0] < without[0] ? darker : brighter);
            // Which of the two lies left and right of here?
            const auto left = studio.pick(x - 3, y).id, right = studio.pick(x + 3, y).id;
            ground += left == 0 || right == 0 ? 1 : 0;
            between += left + right == 3 ? 1 : 0;
        }
    CHECK(brighter == 0);
    CHECK(ground > 100);
    CHECK(between > 20);
    CHECK(darker < 1400); // of 77 thousand

    // A flat face has no lines, however it is tilted, and while something moves there are none at all.
    const auto box_top = studio.renderer.upload(test::torus(0.04f, 0.02f));
    picture.silhouettes = true;
    picture.scale = 0.5f;
    const render::Image moving = studio.shot(drawings, picture);
    picture.silhouettes = false;
    CHECK(difference(studio.shot(drawings, picture), moving) == 0);
    picture.scale = 1;
    picture.cut = glm::vec4(0.3f, 1, 0, 0.001f);
    picture.camera.elevation_deg = 25;
    const std::vector<Drawing> cut{{.mesh = box_top, .tissue = Tissue::cavity, .id = 1}};
    const render::Image plain_face = studio.shot(cut, picture);
    picture.silhouettes = true;
    const render::Image lined_face = studio.shot(cut, picture);
    int inside = 0;
    for (int y = 4; y < 236; ++y)
        for (int x = 4; x < 316; ++x) {
            bool well_inside = true;
            for (const auto& [dx, dy] : {std::pair{-4, 0}, {4, 0}, {0, -4}, {0, 4}, {0, 0}}) {
                const auto hit = studio.pick(x + dx, y + dy);
                well_inside = well_inside && hit.id == 1 &&
                              std::abs(glm::dot(glm::vec4(hit.point, 1), *picture.cut)) < 3e-4f;
            }
            if (!well_inside) continue;
            ++inside;
            if (difference(pixel(plain_face, x, y), pixel(lined_face, x, y)) != 0) inside = -100000;
        }
    CHECK(inside > 500);
}

TEST_CASE("a ghost is fainter where it lies over what is solid") {
    Studio studio;
    const auto shell = studio.renderer.upload(test::sphere(0.03f));
    const auto slab = studio.renderer.upload(test::sphere(0.05f));
    std::vector<Drawing> alone{{.mesh = shell, .ghost = true, .id = 1}};
    const test::Pixel ground = pixel(studio.shot({}, test::picture()), 160 + 70, 120);
    int clear = 0, quiet = 0;
    const render::Image beside = studio.shot(alone, test::picture());
    std::vector<Drawing> over{{.mesh = slab, .tissue = Tissue::cavity, .id = 2}};
    over[0].place = glm::translate(glm::mat4(1), {-0.2f, 0, 0}) * glm::scale(glm::mat4(1), glm::vec3(2));
    const render::Image behind = studio.shot(over, test::picture());
    over.push_back(alone[0]);
    const render::Image both = studio.shot(over, test::picture());
    for (int x = 160; x < 260; ++x) {
        clear = std::max(clear, difference(pixel(beside, x, 120), ground));
        quiet = std::max(quiet, difference(pixel(both, x, 120), pixel(behind, x, 120)));
    }
    CHECK(quiet > 10);
    CHECK(quiet < 0.75 * clear);
}

TEST_CASE("a picture at rest does not show in what parts it was drawn") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.03f));
    std::vector<Drawing> drawings{
        {.mesh = ball, .id = 1},
        {.mesh = ball, .place = glm::translate(glm::mat4(1), {0.03f, 0.01f, 0}), .opacity = 0.5f, .id = 2},
        {.mesh = ball, .place = glm::translate(glm::mat4(1), {0, -0.02f, 0.03f}), .ghost = true, .id = 3}};
    for (const render::Tier tier : {render::Tier::software, render::Tier::full}) {
        render::Picture picture = test::picture(1200, 900);
        picture.tier = tier;
        picture.cut = glm::vec4(0, 0, 1, -0.015f);
        const render::Image one = studio.shot(drawings, picture);
        // A speck in a corner moves the parts.
        drawings.push_back(
            {.mesh = ball,
             .place = glm::scale(glm::translate(glm::mat4(1), {0, -0.05f, 0.06f}), glm::vec3(0.03f)),
             .cut = false,
             .id = 4});
        const render::Image other = studio.shot(drawings, picture);
        drawings.pop_back();
        int worst = 0;
        for (int y = 0; y < 900; ++y)
            for (int x = 200; x < 1200; ++x)
                if (x > 260 || y < 700)
                    worst = std::max(worst, difference(pixel(one, x, y), pixel(other, x, y)));
        CHECK(worst <=
              (tier == render::Tier::full ? 12 : 2)); // shadows and hollows are looked for here and there
        CHECK(difference(one, other) > 0);
    }
}

TEST_CASE("every size from one pixel up works, and none is a failure that spoils nothing") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.04f));
    const std::vector<Drawing> drawings{{.mesh = ball, .opacity = 0.9f, .id = 1}, {.mesh = ball, .id = 2}};
    for (const auto& [width, height] : {std::pair{1, 1}, {3, 700}, {1999, 7}, {4096, 4096}}) {
        CAPTURE(width, height);
        render::Picture picture = test::picture(width, height);
        picture.selected = 1;
        picture.tier = width == 1999 ? render::Tier::full : render::Tier::software;
        const render::Image image = studio.shot(drawings, picture);
        CHECK(image.width == width);
        CHECK(image.height == height);
        CHECK(image.rgba.size() == 4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        CHECK(studio.pick(width / 2, height / 2).id != 0);
    }
    render::Picture small = test::picture(5, 3);
    small.scale = 0.01f;
    CHECK(studio.shot(drawings, small).width == 5);

    const render::Image before = studio.read();
    for (const auto& [width, height] : {std::pair{0, 10}, {10, 0}, {-3, 5}, {1 << 20, 10}}) {
        render::Picture picture = test::picture();
        picture.width = width;
        picture.height = height;
        CHECK_THROWS_AS(studio.draw(drawings, picture), Failure);
    }
    CHECK(difference(studio.read(), before) == 0);
    CHECK(studio.draw(drawings, test::picture()));
}

TEST_CASE("a mesh that does not fit together is refused") {
    Studio studio;
    anatomy::Mesh mesh = test::sphere(0.01f, 8, 6);
    mesh.normals.pop_back();
    CHECK_THROWS_AS(studio.renderer.upload(mesh), Failure);
    mesh = test::sphere(0.01f, 8, 6);
    mesh.occlusion.resize(3);
    CHECK_THROWS_AS(studio.renderer.upload(mesh), Failure);
    mesh = test::sphere(0.01f, 8, 6);
    mesh.indices[4] = 100000;
    CHECK_THROWS_AS(studio.renderer.upload(mesh), Failure);
    const auto nothing = studio.renderer.upload(anatomy::Mesh{});
    const std::vector<Drawing> drawings{{.mesh = nothing, .id = 1}, {.mesh = {12345}, .id = 2}};
    CHECK_NOTHROW(studio.draw(drawings, test::picture()));
}

TEST_CASE("a mesh of more than 65536 corners is drawn whole") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.03f, 400, 200));
    const std::vector<Drawing> drawings{{.mesh = ball, .id = 1}};
    studio.draw(drawings, test::picture());
    for (const int y : {75, 120, 165}) CHECK(studio.pick(160, y).id == 1);
}

TEST_CASE("the picture does not depend on what others left in OpenGL") {
    Studio studio;
    const auto ball = studio.renderer.upload(test::sphere(0.03f));
    std::vector<Drawing> drawings{{.mesh = ball, .opacity = 0.6f, .id = 1},
                                  {.mesh = ball, .ghost = true, .id = 2},
                                  {.mesh = ball, .id = 3}};
    drawings[1].place = glm::translate(glm::mat4(1), {0, 0.02f, 0});
    drawings[2].place = glm::translate(glm::mat4(1), {0.01f, 0, 0.02f});
    render::Picture picture = test::picture();
    picture.selected = 3;
    picture.cut = glm::vec4(0, 0, 1, -0.03f);
    const render::Image clean = studio.shot(drawings, picture);
    picture.camera.azimuth_deg = 20;
    studio.draw(drawings, picture);
    picture.camera.azimuth_deg = 0;
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    glBlendEquation(GL_FUNC_REVERSE_SUBTRACT);
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, 3, 3);
    glViewport(1, 2, 3, 4);
    glCullFace(GL_FRONT);
    glFrontFace(GL_CW);
    glDepthFunc(GL_NEVER);
    glDepthMask(GL_FALSE);
    glColorMask(GL_TRUE, GL_FALSE, GL_FALSE, GL_FALSE);
    glStencilMask(0);
    glEnable(GL_STENCIL_TEST);
    glStencilFunc(GL_NEVER, 1, 1);
    glEnable(GL_CLIP_DISTANCE0);
    glPolygonMode(GL_FRONT_AND_BACK, GL_LINE);
    glPixelStorei(GL_PACK_ROW_LENGTH, 7);
    glActiveTexture(GL_TEXTURE3);
    GLuint sampler = 0;
    glGenSamplers(1, &sampler);
    glSamplerParameteri(sampler, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
    glBindSampler(0, sampler);
    CHECK(difference(studio.shot(drawings, picture), clean) == 0);
    CHECK(studio.pick(160, 120).id != 0);
    glDeleteSamplers(1, &sampler);
}

TEST_CASE("both tiers show the same thing") {
    Studio studio;
    CHECK_FALSE(studio.renderer.device().empty());
    const auto ring = studio.renderer.upload(test::torus(0.03f, 0.01f));
    const std::vector<Drawing> drawings{{.mesh = ring, .id = 1}};
    render::Picture picture = test::picture();
    picture.camera.elevation_deg = 40;
    const render::Image software = studio.shot(drawings, picture);
    picture.tier = render::Tier::full;
    CHECK(render::structural_similarity(studio.shot(drawings, picture), software) > 0.97);
    picture.tier = render::Tier::software;
    picture.scale = 0.6f;
    CHECK(render::structural_similarity(studio.shot(drawings, picture), software) > 0.8);
}
