#include "scene/visibility.hpp"

#include <array>
#include <catch2/catch.hpp>

using namespace spinescope::scene;

namespace {
std::vector<Showing> state(const Visibility& visibility) {
    std::vector<Showing> all;
    for (std::size_t i = 0; i < visibility.size(); ++i) all.push_back(visibility[i]);
    return all;
}
using enum Showing;
} // namespace

TEST_CASE("everything is shown at first and there is nothing to undo") {
    const Visibility visibility(std::vector<Layer>(3, Layer::bone));
    CHECK(state(visibility) == std::vector{shown, shown, shown});
    CHECK_FALSE(visibility.can_undo());
    CHECK_FALSE(visibility.can_redo());
}

TEST_CASE("hide, fade, isolate and show all are each one step back") {
    Visibility visibility(std::vector<Layer>(4, Layer::bone));
    std::vector<std::vector<Showing>> history{state(visibility)};
    visibility.set(std::array<std::size_t, 2>{1, 2}, hidden);
    history.push_back(state(visibility));
    CHECK(history.back() == std::vector{shown, hidden, hidden, shown});
    visibility.set(std::array<std::size_t, 1>{0}, faded);
    history.push_back(state(visibility));
    visibility.isolate(std::array<std::size_t, 1>{3});
    history.push_back(state(visibility));
    CHECK(history.back() == std::vector{hidden, hidden, hidden, shown});
    visibility.reset();
    history.push_back(state(visibility));

    for (std::size_t i = history.size() - 1; i-- > 0;) {
        REQUIRE(visibility.can_undo());
        visibility.undo();
        CHECK(state(visibility) == history[i]);
    }
    CHECK_FALSE(visibility.can_undo());
    visibility.undo(); // nothing left: nothing happens
    CHECK(state(visibility) == history.front());
    for (std::size_t i = 1; i < history.size(); ++i) {
        REQUIRE(visibility.can_redo());
        visibility.redo();
        CHECK(state(visibility) == history[i]);
    }
    CHECK_FALSE(visibility.can_redo());
}

TEST_CASE("a new change forgets what was undone") {
    Visibility visibility(std::vector<Layer>(2, Layer::bone));
    visibility.set(std::array<std::size_t, 1>{0}, hidden);
    visibility.undo();
    visibility.set(std::array<std::size_t, 1>{1}, faded);
    CHECK_FALSE(visibility.can_redo());
    visibility.undo();
    CHECK(state(visibility) == std::vector{shown, shown});
}

TEST_CASE("what changes nothing is no step, and unknown structures are ignored") {
    Visibility visibility(std::vector<Layer>(2, Layer::bone));
    visibility.reset();
    visibility.set(std::array<std::size_t, 1>{7}, hidden);
    CHECK_FALSE(visibility.can_undo());
}

TEST_CASE("a layer that is not shown hides its structures, and a structure shown out of it comes alone") {
    const std::vector<Layer> layers{Layer::bone, Layer::muscle, Layer::muscle, Layer::nerve};
    Visibility visibility(layers);
    CHECK(state(visibility) == std::vector{shown, hidden, hidden, hidden});
    visibility.set(std::array<std::size_t, 1>{2}, shown);
    CHECK(state(visibility) == std::vector{shown, hidden, shown, hidden});
    CHECK(visibility.opacity(2) == 1);
    visibility.undo();
    CHECK(state(visibility) == std::vector{shown, hidden, hidden, hidden});
    visibility.isolate(std::array<std::size_t, 1>{3});
    CHECK(state(visibility) == std::vector{hidden, hidden, hidden, shown});
    visibility.reset();
    CHECK(state(visibility) == std::vector{shown, hidden, hidden, hidden});
}

TEST_CASE("dragging a layer's slider is one step, and brings the whole layer") {
    Visibility visibility({Layer::bone, Layer::muscle, Layer::muscle});
    visibility.set(std::array<std::size_t, 1>{1}, shown); // alone
    for (const float opacity : {0.0f, 0.3f, 0.7f}) {
        Opacities opacities = first_opacities;
        opacities[static_cast<std::size_t>(Layer::muscle)] = opacity;
        visibility.set_opacities(opacities);
    }
    CHECK(visibility.opacity(1) == Approx(0.7f));
    CHECK(state(visibility) == std::vector{shown, shown, shown});
    visibility.undo();
    CHECK(state(visibility) == std::vector{shown, shown, hidden});
}

TEST_CASE("structures that come later are there in every past state") {
    Visibility visibility({Layer::bone});
    visibility.set(std::array<std::size_t, 1>{0}, hidden);
    visibility.grow(std::array{Layer::bone, Layer::nerve});
    CHECK(state(visibility) == std::vector{hidden, shown, hidden});
    visibility.undo();
    CHECK(state(visibility) == std::vector{shown, shown, hidden});
}

TEST_CASE("from the skin to the nerves each layer leaves in its turn and none comes back") {
    const auto opacity = [](float depth, Layer layer) {
        return opacities_at_depth(depth)[static_cast<std::size_t>(layer)];
    };
    for (const Layer layer : {Layer::muscle, Layer::ligament, Layer::bone, Layer::disc, Layer::cartilage}) {
        float before = 1;
        CHECK(opacity(0, layer) == 1);
        for (float depth = 0; depth <= 1; depth += 0.02f) {
            CHECK(opacity(depth, layer) <= before + 1e-6f);
            before = opacity(depth, layer);
        }
    }
    CHECK(opacity(0.34f, Layer::muscle) == 0);
    CHECK(opacity(depth_of_bones, Layer::bone) == 1);
    CHECK(opacity(1, Layer::bone) == 0);
    CHECK(opacity(1, Layer::nerve) == 1);
    CHECK(opacities_at_depth(depth_of_bones) == first_opacities);
}
