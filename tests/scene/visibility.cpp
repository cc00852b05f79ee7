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
