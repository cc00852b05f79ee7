#include "language/folded.hpp"

#include <array>

namespace spinescope::language {

namespace {

/// Latin letters from U+00C0 on, without their accents; a point: none.
constexpr std::string_view from_c0 = "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty";
constexpr std::string_view from_100 = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                      "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(from_c0.size() == 0x40 && from_100.size() == 0x80);

struct Pair {
    char32_t letter;
    std::string_view letters;
};
constexpr std::array pairs{Pair{0xC6, "ae"},  Pair{0xE6, "ae"},  Pair{0xDF, "ss"}, Pair{0x132, "ij"},
                           Pair{0x133, "ij"}, Pair{0x152, "oe"}, Pair{0x153, "oe"}};

constexpr char32_t no_letter = 0x110000;

/// The letter that begins at `at`, which moves behind it; of what is no UTF-8 one byte.
char32_t next(std::string_view words, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(words[i]); };
    const unsigned char first = byte(at++);
    const std::size_t more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    if (first < 0x80) return first;
    if (more == 0 || at + more > words.size()) return no_letter;
    char32_t letter = first & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i) letter = (letter << 6) | (byte(at++) & 0x3FU);
    return letter;
}

bool separates(char32_t letter) {
    const bool ascii = letter < 0x80 && !(letter >= '0' && letter <= '9') &&
                       !(letter >= 'a' && letter <= 'z') && !(letter >= 'A' && letter <= 'Z');
    return ascii || (letter >= 0xA0 && letter < 0xC0) || (letter >= 0x2000 && letter < 0x2070);
}

/// A letter as it is searched; `own` is how it is written.
std::string plain(char32_t letter, std::string_view own) {
    for (const Pair& pair : pairs)
        if (pair.letter == letter) return std::string(pair.letters);
    char one = 0;
    if (letter >= 'A' && letter <= 'Z') one = char(letter - 'A' + 'a');
    if (letter >= 0xC0 && letter < 0x100) one = from_c0[letter - 0xC0];
    if (letter >= 0x100 && letter < 0x180) one = from_100[letter - 0x100];
    if (separates(letter) || one == '.') one = ' ';
    return one != 0 ? std::string(1, one) : std::string(own);
}

} // namespace

std::string folded(std::string_view words) {
    std::string text;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t from = at;
        const char32_t letter = next(words, at);
        text += plain(letter, words.substr(from, at - from));
    }
    return text;
}

} // namespace spinescope::language
