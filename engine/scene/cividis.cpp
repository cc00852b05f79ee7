#include "scene/cividis.hpp"

#include <algorithm>
#include <array>
#include <glm/common.hpp>

namespace spinescope::scene {

namespace {

/// Between these entries of the published table of 256 it is straight, to one step of a screen.
struct Node {
    float at = 0;
    glm::vec3 colour{};
};
constexpr std::array<Node, 23> nodes{
    {{0, {0, 34, 78}},       {19, {0, 48, 111}},     {21, {0, 49, 112}},     {23, {1, 50, 113}},
     {28, {18, 53, 112}},    {34, {30, 58, 111}},    {43, {43, 64, 109}},    {52, {54, 70, 108}},
     {66, {69, 80, 108}},    {84, {86, 92, 109}},    {107, {107, 109, 114}}, {126, {123, 122, 120}},
     {147, {143, 138, 120}}, {164, {159, 151, 117}}, {179, {174, 163, 113}}, {192, {188, 174, 108}},
     {205, {201, 185, 101}}, {219, {217, 197, 92}},  {232, {231, 209, 80}},  {243, {243, 219, 66}},
     {251, {253, 227, 52}},  {252, {254, 228, 52}},  {255, {254, 232, 56}}}};

} // namespace

glm::vec3 cividis(float place) {
    const float at = 255 * (place > 0 ? std::min(place, 1.0f) : 0); // what is no number is held too
    const auto above =
        std::find_if(nodes.begin() + 1, nodes.end() - 1, [at](const Node& node) { return node.at >= at; });
    const Node& below = *(above - 1);
    return glm::mix(below.colour, above->colour, (at - below.at) / (above->at - below.at)) / 255.0f;
}

} // namespace spinescope::scene
