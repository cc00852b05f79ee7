#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "studio.hpp"

#include <random>

using namespace spinescope;
using render::Image;

namespace {

Image stripes(int width, int height, int period) {
    Image image{.width = width, .height = height, .rgba = {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto v = static_cast<std::uint8_t>((x + y) / period % 2 == 0 ? 200 : 60);
            image.rgba.insert(image.rgba.end(), {v, static_cast<std::uint8_t>(v / 2), 30, 255});
        }
    return image;
}

} // namespace

TEST_CASE("a PNG comes back as it went") {
    const test::ScratchFolder folder;
    Image image = stripes(37, 21, 3);
    image.rgba[3] = 0;
    image.rgba[7] = 128;
    files::write_whole(folder.path / "a.png", render::png(image));
    const Image back = render::read_png(folder.path / "a.png");
    CHECK(back.width == 37);
    CHECK(back.height == 21);
    CHECK(back.rgba == image.rgba);
}

TEST_CASE("what is no picture is a failure that names it") {
    const test::ScratchFolder folder;
    const std::string good = render::png(stripes(16, 16, 2));
    CHECK_THROWS_WITH(render::read_png(folder.path / "none.png"), Catch::Contains("none.png"));
    for (const std::string& bytes :
         {std::string(), std::string("no picture"), good.substr(0, 40), good.substr(0, 8)}) {
        files::write_whole(folder.path / "bad.png", bytes);
        CHECK_THROWS_WITH(render::read_png(folder.path / "bad.png"), Catch::Contains("bad.png"));
    }
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::string bytes = good;
        for (int k = 0; k < 3; ++k) bytes[random() % bytes.size()] = static_cast<char>(random());
        files::write_whole(folder.path / "bad.png", bytes);
        try {
            const Image image = render::read_png(folder.path / "bad.png");
            CHECK(image.rgba.size() ==
                  4 * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
        } catch (const Failure&) {
        }
    }
    CHECK_THROWS_AS(render::png(Image{}), Failure);
    CHECK_THROWS_AS(render::png(Image{.width = 4, .height = 4, .rgba = {1, 2, 3}}), Failure);
}

TEST_CASE("similarity is 1 for equal pictures and falls with what the eye sees") {
    const Image a = stripes(64, 48, 6);
    CHECK(render::structural_similarity(a, a) == Approx(1));
    Image brighter = a, noisy = a;
    std::mt19937 random(3);
    for (std::size_t i = 0; i < a.rgba.size(); ++i) {
        if (i % 4 == 3) continue;
        brighter.rgba[i] = static_cast<std::uint8_t>(std::min(255, a.rgba[i] + 4));
        noisy.rgba[i] =
            static_cast<std::uint8_t>(std::clamp(a.rgba[i] + static_cast<int>(random() % 121) - 60, 0, 255));
    }
    const double slight = render::structural_similarity(a, brighter);
    const double strong = render::structural_similarity(a, noisy);
    CHECK(slight > 0.98);
    CHECK(slight < 1);
    CHECK(strong < 0.9);
    CHECK(render::structural_similarity(a, stripes(64, 48, 5)) < 0.5);
    CHECK(render::structural_similarity(a, noisy) == Approx(render::structural_similarity(noisy, a)));
    CHECK_THROWS_AS(render::structural_similarity(a, stripes(63, 48, 6)), Failure);
}
