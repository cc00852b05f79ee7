// Figures along the chain of bones as steps of colour.
#include "reference.hpp"
#include "rod.hpp"
#include "studio.hpp"

using namespace spinescope;
using render::Drawing;
using test::difference;
using test::height_of;
using test::pixel;
using test::Pixel;
using test::Studio;

namespace {

/// A thick rod along L1 to the sacrum: from above downward slack, in its second step, in its fifth, hurt in
/// its last, and not measured.
struct Rod {
    Studio studio;
    std::vector<Drawing> drawings;
    render::Picture picture = test::picture(300, 300);

    Rod() {
        render::Heat heat{.level = scene::nowhere_measured(), .part_of_hurt = {}};
        heat.level[20] = -0.4f;
        heat.level[21] = 1.5f;
        heat.level[22] = 4.5f;
        heat.level[23] = 7.8f;
        heat.part_of_hurt[22] = 0.4f;
        drawings = {{.mesh = studio.renderer.upload(test::rod(0.014f)),
                     .bends = true,
                     .tissue = scene::Tissue::ligament,
                     .data_colour = scene::heat_colour(7),
                     .heat = heat,
                     .id = 7}};
    }
    /// What the picture shows on the rod's midline where it rides so.
    Pixel at(const render::Image& image, float ride, int aside = 0) const {
        const glm::vec4 here =
            anatomy::motion_at(picture.posture, ride) * glm::vec4(0.014f, height_of(ride), 0, 1);
        const glm::vec4 clip = picture.camera.projection(1) * picture.camera.view() * here;
        return pixel(image, static_cast<int>((clip.x / clip.w + 1) / 2 * 300) + aside,
                     static_cast<int>((1 - clip.y / clip.w) / 2 * 300));
    }
};

float off(const Pixel& seen, const glm::vec3& colour) {
    return glm::distance(glm::vec3(seen[0], seen[1], seen[2]), 255.0f * colour);
}

} // namespace

TEST_CASE("a tissue shows the step of every segment that it crosses, standing and bent") {
    Rod rod;
    for (const bool bent : {false, true})
        for (const render::Tier tier : {render::Tier::software, render::Tier::full})
            for (const render::Theme theme : {render::Theme::dark, render::Theme::light}) {
                CAPTURE(bent, static_cast<int>(tier), static_cast<int>(theme));
                rod.picture.posture = bent ? test::leaning() : anatomy::Posture();
                rod.picture.camera.azimuth_deg = 0;
                rod.picture.tier = tier;
                rod.picture.theme = theme;
                const render::Image image = rod.studio.shot(rod.drawings, rod.picture);
                if (!bent) CHECK(off(rod.at(image, 21.5f), scene::heat_colour(1)) < 5);
                if (!bent) CHECK(off(rod.at(image, 22.5f), scene::heat_colour(4)) < 5);
                if (!bent) CHECK(off(rod.at(image, 23.5f), scene::heat_colour(7)) < 5);
                // Bent it may face away a little: still the nearest of all steps.
                for (const auto& [ride, step] : {std::pair{21.5f, 1U}, {22.5f, 4U}, {23.5f, 7U}}) {
                    const Pixel seen = rod.at(image, ride);
                    for (std::size_t other = 0; other < scene::heat_steps; ++other)
                        CHECK(off(seen, scene::heat_colour(step)) <= off(seen, scene::heat_colour(other)));
                }
            }
}

TEST_CASE("slack is grey and striped, hurt is crossed by dark stripes, and what was not measured is itself") {
    Rod rod;
    const auto spread = [&](const render::Image& image, float ride) {
        int low = 255, high = 0;
        for (int aside = -18; aside <= 18; ++aside) {
            const Pixel p = rod.at(image, ride, aside);
            low = std::min(low, p[1]);
            high = std::max(high, p[1]);
        }
        return high - low;
    };
    render::Image image = rod.studio.shot(rod.drawings, rod.picture);
    CHECK(spread(image, 20.7f) > 18);
    for (int aside = -18; aside <= 18; ++aside) {
        const Pixel p = rod.at(image, 20.7f, aside);
        CHECK(std::abs(p[0] - p[2]) < 4); // no hue
    }
    const int whole = spread(image, 23.5f);
    rod.drawings[0].heat->part_of_hurt[23] = 1.2f;
    image = rod.studio.shot(rod.drawings, rod.picture);
    CHECK(spread(image, 23.5f) > whole + 120);

    const Pixel bare = rod.at(image, 24.22f);
    Drawing plain = rod.drawings[0];
    plain.heat.reset();
    plain.data_colour.reset();
    CHECK(difference(bare, rod.at(rod.studio.shot(std::vector{plain}, rod.picture), 24.22f)) < 30);
}

TEST_CASE("what stands back is greyer and nearer to the ground") {
    Rod rod;
    rod.drawings[0].heat.reset();
    rod.drawings[0].data_colour.reset();
    rod.drawings[0].tissue = scene::Tissue::muscle;
    const auto far_from = [](const Pixel& a, const Pixel& b) {
        return std::abs(a[0] - b[0]) + std::abs(a[1] - b[1]) + std::abs(a[2] - b[2]);
    };
    for (const render::Theme theme : {render::Theme::dark, render::Theme::light}) {
        rod.picture.theme = theme;
        int before = 1000;
        for (const float backward : {0.0f, 0.4f, 0.8f}) {
            rod.drawings[0].backward = backward;
            const render::Image image = rod.studio.shot(rod.drawings, rod.picture);
            const int now = far_from(rod.at(image, 22.5f), pixel(image, 20, 150));
            CHECK(now < before);
            before = now;
        }
    }
}

TEST_CASE("pictures of a heat map, whole, bent and cut open") {
    Rod rod;
    rod.drawings[0].heat->part_of_hurt[23] = 1.2f;
    const auto bone = rod.studio.renderer.upload(test::torus(0.022f, 0.007f));
    for (const float y : {0.02f, -0.024f})
        rod.drawings.push_back(
            {.mesh = bone, .place = glm::translate(glm::mat4(1), {0, y, 0}), .backward = 0.74f});
    test::check(rod.studio.shot(rod.drawings, rod.picture), "heat-map");
    rod.picture.theme = render::Theme::light;
    rod.picture.posture = test::leaning();
    test::check(rod.studio.shot(rod.drawings, rod.picture), "heat-map-bent-light");
    rod.picture.theme = render::Theme::dark;
    rod.picture.posture = {};
    rod.picture.camera.azimuth_deg = 40;
    rod.picture.cut = glm::vec4(1, 0, 0, -0.004f);
    test::check(rod.studio.shot(rod.drawings, rod.picture), "heat-map-cut");
}
