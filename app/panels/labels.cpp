// Names beside the spine, with straight leaders to what they name.
#include "app/panels/labels.hpp"

#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace spinescope::app {

namespace {

ImU32 faded(ImU32 colour, float strength) {
    const auto alpha = ImU32(std::lround(float(colour >> IM_COL32_A_SHIFT) * strength));
    return (colour & ~IM_COL32_A_MASK) | alpha << IM_COL32_A_SHIFT;
}

/// A leader to something hidden is dashed.
void leader(ImDrawList& draw, const ImVec2& from, const ImVec2& to, ImU32 colour, bool dashed) {
    if (!dashed) return draw.AddLine(from, to, colour, px(1.1f));
    const float length = std::hypot(to.x - from.x, to.y - from.y), step = px(7);
    for (float at = 0; at < length; at += step) {
        const float end = std::min(at + 0.55f * step, length);
        const auto point = [&](float d) {
            return ImVec2(from.x + (to.x - from.x) * d / length, from.y + (to.y - from.y) * d / length);
        };
        draw.AddLine(point(at), point(end), colour, px(1.1f));
    }
}

ImVec2 measured(ImFont* font, const std::string& words) {
    return font->CalcTextSizeA(font->FontSize, 1e6f, 0, words.c_str());
}

/// A long Latin name stands in two lines: in one it would push all names over what they name.
std::string latin_of(const Labelling::Name& name) {
    const float own = measured(type().strong, name.caption.name).x;
    return wrapped(type().small, name.caption.latin, std::max(1.25f * own, px(175)));
}

} // namespace

glm::vec2 label_size(const Labelling& labelling) {
    float widest = 0, tallest = type().small->FontSize;
    for (const Labelling::Name& name : labelling.names) {
        const ImVec2 latin = measured(type().small, latin_of(name));
        widest = std::max({widest, measured(type().strong, name.caption.name).x, latin.x});
        tallest = std::max(tallest, latin.y);
    }
    return {widest + px(10), type().strong->FontSize + tallest + px(9)};
}

void draw_labels(ImDrawList& draw, const Labelling& labelling, const ImVec2& corner, render::Theme theme) {
    const bool dark = theme == render::Theme::dark;
    const ImU32 strong = palette::rgb(dark ? 0xEEF1F4 : 0x14181E),
                quiet = palette::rgb(dark ? 0xA3ACB8 : 0x4B5563);
    const ImU32 line = palette::rgb(dark ? 0xC9D2DC : 0x3A4452, 190);
    const ImU32 behind = palette::rgb(dark ? 0x12151A : 0xEFF0F1, 150);
    for (const scene::PlacedLabel& label : labelling.placed) {
        const auto name = std::ranges::find_if(
            labelling.names, [&](const auto& known) { return known.caption.id == label.id; });
        if (name == labelling.names.end()) continue;
        const glm::vec2 port = label.port(labelling.columns);
        const ImVec2 from{corner.x + port.x, corner.y + port.y};
        const ImVec2 to{corner.x + label.anchor.x, corner.y + label.anchor.y};
        leader(draw, from, to, faded(line, name->strength), name->hidden);
        draw.AddCircleFilled(to, px(3.2f), faded(behind, name->strength));
        draw.AddCircleFilled(to, px(2.2f), faded(strong, name->strength));
        const ImVec2 title = measured(type().strong, name->caption.name);
        const std::string other = latin_of(*name);
        const ImVec2 latin = measured(type().small, other);
        const float height = title.y + (latin.x > 0 ? latin.y : 0), width = std::max(title.x, latin.x);
        const float x = label.right ? from.x + px(6) : from.x - px(6) - width;
        const float y = from.y - height / 2;
        // Over a picture that fills the window the words still have to be read.
        draw.AddRectFilled({x - px(4), y - px(2)}, {x + width + px(4), y + height + px(2)},
                           faded(behind, 0.75f * name->strength), px(4));
        const auto words = [&](ImFont* font, float top, ImU32 colour, const std::string& text) {
            std::istringstream lines(text);
            for (std::string one; std::getline(lines, one); top += font->FontSize) {
                const float left = label.right ? x : x + width - measured(font, one).x;
                draw.AddText(font, font->FontSize, {left, top}, faded(colour, name->strength), one.c_str());
            }
        };
        words(type().strong, y, strong, name->caption.name);
        words(type().small, y + title.y, quiet, other);
    }
}

} // namespace spinescope::app
