#include "app/panels/heat_legend.hpp"
#include "app/percent.hpp"

#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <glm/trigonometric.hpp>

namespace spinescope::app {

using language::say;

namespace {

constexpr ImU32 slack_light = palette::rgb(0x6B6B6B), slack_dark = palette::rgb(0x454545),
                hurt_dark = palette::rgb(0x050508);

ImU32 colour_of(std::size_t step) {
    const glm::vec3 c = scene::heat_colour(step);
    return ImGui::ColorConvertFloat4ToU32({c.r, c.g, c.b, 1});
}

void words(ImDrawList& draw, ImFont* font, ImVec2 at, ImU32 colour, const char* text) {
    draw.AddText(font, font->FontSize, at, colour, text);
}

float width_of(ImFont* font, const char* text) {
    return font->CalcTextSizeA(font->FontSize, 1e6f, 0, text).x;
}

/// Slanting stripes over a rectangle; `rise` 1 climbs to the right, -1 falls.
void stripes(ImDrawList& draw, ImVec2 from, ImVec2 to, float period, float thick, float rise, ImU32 colour) {
    draw.PushClipRect(from, to, true);
    const float height = to.y - from.y;
    for (float x = from.x - height; x < to.x + height; x += period)
        draw.AddLine({x, rise > 0 ? to.y : from.y}, {x + height, rise > 0 ? from.y : to.y}, colour, thick);
    draw.PopClipRect();
}

/// A kind of ligament and the least strain at which it begins to be hurt anywhere.
struct Mark {
    const char* name; ///< of its words
    const char* prefix;
    float strain = 1e9f;
};

std::vector<Mark> marks_of(const scene::HeatMap& map) {
    std::vector<Mark> marks{{"posterior_longitudinal", "ligament.posterior-longitudinal"},
                            {"anterior_longitudinal", "ligament.anterior-longitudinal"},
                            {"intertransverse", "ligament.intertransverse"},
                            {"iliolumbar", "ligament.iliolumbar"},
                            {"capsule", "capsule"},
                            {"interspinous", "ligament.interspinous"},
                            {"flavum", "ligament.flavum"},
                            {"supraspinous", "ligament.supraspinous"}};
    for (const auto& [id, ligament] : map.ligaments)
        for (Mark& mark : marks) {
            if (!id.starts_with(mark.prefix)) continue;
            for (const float strain : ligament.hurt_from)
                if (strain > 0) mark.strain = std::min(mark.strain, strain);
        }
    std::erase_if(marks, [](const Mark& mark) { return mark.strain > 1e8f; });
    std::ranges::sort(marks, {}, &Mark::strain);
    return marks;
}

/// The bar and what stands beside it; `at` is its upper left corner.
struct Bar {
    ImVec2 at;
    float width, row;

    [[nodiscard]] float height() const { return row * float(scene::heat_steps); }
    [[nodiscard]] float y(float level) const { return at.y + height() - row * level; }
};

void steps_of_strain(ImDrawList& draw, const Bar& bar, ImU32 text) {
    for (std::size_t step = 0; step < scene::heat_steps; ++step) {
        const float top = bar.y(float(step + 1)), foot = bar.y(float(step));
        draw.AddRectFilled({bar.at.x, top}, {bar.at.x + bar.width, foot}, colour_of(step));
        ImFont* font = type().small;
        const auto every = std::size_t(std::ceil(0.8f * font->FontSize / bar.row)); // numbers that have room
        if (step % every != 0) continue;
        char number[16];
        std::snprintf(number, sizeof number, "%.0f", 100 * double(scene::strain_edges.at(step)));
        words(draw, font, {bar.at.x - px(8) - width_of(font, number), foot - font->FontSize / 2}, text,
              number);
        draw.AddLine({bar.at.x - px(4), foot}, {bar.at.x, foot}, text, px(1));
    }
}

/// Names stand at the height of their marks, or as near as there is room.
void marks_of_hurt(ImDrawList& draw, const Bar& bar, const std::vector<Mark>& marks, ImU32 text,
                   ImU32 quiet) {
    ImFont* font = type().small;
    const float line = font->FontSize + px(1), edge = bar.at.x + bar.width, left = edge + px(22);
    std::vector<float> heights;
    heights.reserve(marks.size());
    for (const Mark& mark : marks)
        heights.push_back(bar.y(scene::heat_level(scene::strain_edges, mark.strain)));
    std::vector<float> placed = heights; // from below upward
    for (std::size_t i = 1; i < placed.size(); ++i) placed[i] = std::min(placed[i], placed[i - 1] - line);
    const float top = bar.at.y - px(2);
    if (!placed.empty() && placed.back() < top) { // pushed off the bar: down again, from above
        placed.back() = top;
        for (std::size_t i = placed.size() - 1; i-- > 0;)
            placed[i] = std::max(placed[i], placed[i + 1] + line);
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        draw.AddTriangleFilled({edge + px(1), heights[i]}, {edge + px(8), heights[i] - px(4)},
                               {edge + px(8), heights[i] + px(4)}, text);
        draw.AddLine({edge + px(8), heights[i]}, {left - px(3), placed[i]}, quiet, px(1));
        const std::string name =
            say(std::string("window.heat.kind.") + marks[i].name) + (" " + percent(double(marks[i].strain)));
        words(draw, font, {left, placed[i] - font->FontSize / 2}, text, name.c_str());
    }
}

void swatch(ImDrawList& draw, ImVec2 at, bool hurt) {
    const ImVec2 to{at.x + px(30), at.y + px(14)};
    draw.AddRectFilled(at, to, hurt ? colour_of(scene::heat_steps - 2) : slack_light);
    if (hurt)
        stripes(draw, at, to, px(14), px(4.5f), -1, hurt_dark);
    else
        stripes(draw, at, to, px(6), px(1.8f), 1, slack_dark);
}

void steps_of_load(ImDrawList& draw, ImVec2 at, ImU32 text) {
    const float cell = px(25), height = px(12);
    ImFont* font = type().small;
    for (std::size_t step = 0; step < scene::heat_steps; ++step) {
        const float x = at.x + cell * float(step);
        draw.AddRectFilled({x, at.y}, {x + cell, at.y + height}, colour_of(step));
        char number[16];
        std::snprintf(number, sizeof number, "%.0f", double(scene::disc_edges_N.at(step)));
        const float shift = step == 0 ? 0 : width_of(font, number) / 2;
        words(draw, font, {x - shift, at.y + height + px(2)}, text, number);
    }
}

/// What some points take of a picture, px.
struct Reach {
    float right = -1e9f, top = 1e9f, bottom = -1e9f;

    void take(const ImVec2& at) {
        right = std::max(right, at.x);
        top = std::min(top, at.y);
        bottom = std::max(bottom, at.y);
    }
};

/// A segment from the middle of its upper bone as far below the disc again.
std::vector<glm::vec3> ends_of(const Stage& stage, const anatomy::Posture& posture, std::size_t segment) {
    const auto upper = bone_middle(stage, posture, segment);
    if (!upper) return {};
    const bool last = segment + 2 == anatomy::chain_length; // the sacrum reaches far below its disc
    const auto other = bone_middle(stage, posture, last ? segment - 1 : segment + 1);
    if (!other) return {};
    return {*upper, last ? 2.0f * *upper - *other : *other};
}

/// A bracket open to the left, drawn through or dashed, and its word.
void bracket(ImDrawList& draw, float x, float top, float bottom, bool stiff) {
    const ImU32 colour = palette::now().text, behind = palette::now().ground;
    const float thick = stiff ? px(3.4f) : px(2.2f), foot = px(9), dash = stiff ? bottom - top : px(8);
    for (const auto& [with, width] : {std::pair{behind, thick + px(3)}, std::pair{colour, thick}}) {
        draw.AddLine({x - foot, top}, {x, top}, with, width);
        draw.AddLine({x - foot, bottom}, {x, bottom}, with, width);
        for (float y = top; y < bottom; y += 1.7f * dash)
            draw.AddLine({x, y}, {x, std::min(y + dash, bottom)}, with, width);
    }
    ImFont* font = type().strong;
    const char* word = stiff ? say("window.heat.stiff") : say("window.heat.loose");
    const ImVec2 at{x + px(10), (top + bottom - font->FontSize) / 2};
    draw.AddRectFilled({at.x - px(4), at.y - px(2)},
                       {at.x + width_of(font, word) + px(4), at.y + font->FontSize + px(2)},
                       (behind & ~IM_COL32_A_MASK) | 205u << IM_COL32_A_SHIFT, px(4));
    words(draw, font, at, colour, word);
}

} // namespace

void draw_heat_legend(ImDrawList& draw, const scene::HeatMap& map, const Area& area) {
    const palette::Palette& colours = palette::now();
    const bool whole = area.height > px(460) && area.width > px(640); // beside the spine, not over it
    const float line = type().small->FontSize;
    const float width = whole ? px(238) : px(112);
    const float title = type().strong->FontSize + px(6), under_title = whole ? line + px(8) : px(4);
    // Below the tools over the scene, whose height it takes as the title's and the foot's.
    const float room = area.height - px(104) - title;
    const float row = whole ? px(20) : std::clamp(room / float(scene::heat_steps), px(6), px(14));
    const float bar_height = row * float(scene::heat_steps);
    const float discs = whole && map.disc_N ? px(22) + px(14) + 2 * line : 0;
    const float foot = px(12) + (whole ? 2 * px(21) : px(18)) + discs;
    const float height = px(10) + title + under_title + bar_height + foot;
    const ImVec2 from{area.x + px(14), area.y + area.height - px(14) - height};
    draw.AddRectFilled(from, {from.x + width, from.y + height},
                       (colours.ground & ~IM_COL32_A_MASK) | 205u << IM_COL32_A_SHIFT, px(9));
    ImVec2 at{from.x + px(12), from.y + px(8)};
    words(draw, whole ? type().strong : type().small, at, colours.text,
          whole ? say("window.heat.title") : say("window.heat.title_short"));
    if (whole)
        words(draw, type().small, {at.x + px(74), at.y + title}, colours.muted, say("window.heat.hurt"));
    const Bar bar{{at.x + px(26), at.y + title + under_title}, px(24), row};
    steps_of_strain(draw, bar, colours.text);
    if (whole) marks_of_hurt(draw, bar, marks_of(map), colours.text, colours.muted);
    at.y = bar.at.y + bar_height + px(12);
    swatch(draw, at, false);
    words(draw, type().small, {at.x + px(38), at.y}, colours.text, say("window.heat.slack"));
    if (!whole) return;
    at.y += px(21);
    swatch(draw, at, true);
    words(draw, type().small, {at.x + px(38), at.y}, colours.text, say("window.heat.beyond"));
    if (!map.disc_N) return;
    at.y += px(28);
    words(draw, type().small, at, colours.text, say("window.heat.discs"));
    steps_of_load(draw, {at.x, at.y + line + px(4)}, colours.text);
}

void draw_mobility(ImDrawList& draw, const scene::HeatMap& map, const Stage& stage,
                   const anatomy::Posture& posture, const scene::Camera& camera, const Area& area) {
    const auto on_screen = [&](const glm::vec3& point) -> std::optional<ImVec2> {
        const glm::vec4 clip =
            camera.projection(area.width / area.height) * camera.view() * glm::vec4(point, 1);
        if (clip.w <= 0) return std::nullopt;
        return ImVec2(area.x + area.width * (clip.x / clip.w + 1) / 2,
                      area.y + area.height * (1 - clip.y / clip.w) / 2);
    };
    constexpr float half_a_spine_m = 0.075f; // sideways, with its transverse processes and ligaments
    const float aside =
        px(12) + half_a_spine_m * area.height /
                     (2 * camera.distance_m * std::tan(glm::radians(camera.field_of_view_deg) / 2));
    for (std::size_t first = 0, last = 0; first < map.mobility.size(); first = last + 1) {
        const scene::Mobility kind = map.mobility[first];
        for (last = first; last + 1 < map.mobility.size() && map.mobility[last + 1] == kind;) ++last;
        if (kind == scene::Mobility::usual) continue;
        Reach reach;
        for (std::size_t segment = first; segment <= last; ++segment)
            for (const glm::vec3& end : ends_of(stage, posture, segment))
                if (const auto at = on_screen(end)) reach.take(*at);
        if (reach.bottom <= reach.top) continue;
        bracket(draw, std::min(reach.right + aside, area.x + area.width - px(64)), reach.top + px(2.5f),
                reach.bottom - px(2.5f), kind == scene::Mobility::stiff);
    }
}

} // namespace spinescope::app
