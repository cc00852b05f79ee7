#include "language/folded.hpp"

#include <catch2/catch.hpp>

using spinescope::language::folded;

TEST_CASE("Words are searched without case, accents and signs") {
    CHECK(folded("Wirbelsäule") == "wirbelsaule");
    CHECK(folded("ÉPINEUX, ÎLE, Œil") == "epineux  ile  oeil");
    CHECK(folded("Músculo ñ") == "musculo n");
    CHECK(folded("Stoß") == "stoss");
    CHECK(folded("Łódź") == "lodz");
    CHECK(folded("L4–L5") == "l4 l5");
    CHECK(folded("L4-L5") == "l4 l5");
    CHECK(folded("disc.L4·a") == "disc l4 a");
}

TEST_CASE("Letters of other scripts, and what is no UTF-8, stay as they are") {
    CHECK(folded("Δφ 脊柱") == "Δφ 脊柱");
    CHECK(folded("\xC3") == "\xC3");
    CHECK(folded("a\xFF") == "a\xFF");
    CHECK(folded("").empty());
}
