// Marks of a quiz over the scene: where the keys are, which structure was right, and which was not.
#include "app/panels/panels.hpp"
#include "app/panels/quiz_parts.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"

#include <algorithm>

namespace spinescope::app {

void draw_verdict(ImDrawList& draw, bool right, ImVec2 at, float size, ImU32 colour) {
    const float thick = std::max(2.0f, size * 0.16f);
    const auto line = [&](float x1, float y1, float x2, float y2) {
        draw.AddLine({at.x + x1 * size, at.y + y1 * size}, {at.x + x2 * size, at.y + y2 * size}, colour,
                     thick);
    };
    if (right) {
        line(0.08f, 0.55f, 0.38f, 0.85f);
        line(0.38f, 0.85f, 0.95f, 0.18f);
    } else {
        line(0.15f, 0.15f, 0.85f, 0.85f);
        line(0.85f, 0.15f, 0.15f, 0.85f);
    }
}

namespace {

/// Where a structure's middle is in the window; nothing when it lies outside the scene.
std::optional<ImVec2> middle_of(const Session& session, std::size_t structure, const Area& scene) {
    const scene::Bounds box =
        scene::bounds(session.stage.model, std::vector{structure}, posture(session.stage, session.look));
    const glm::vec4 clip = session.camera.projection(scene.width / scene.height) * session.camera.view() *
                           glm::vec4((box.low + box.high) * 0.5f, 1);
    if (clip.w <= 0) return std::nullopt;
    const ImVec2 at{scene.x + scene.width * (clip.x / clip.w + 1) / 2,
                    scene.y + scene.height * (1 - clip.y / clip.w) / 2};
    const bool inside =
        at.x > scene.x && at.x < scene.x + scene.width && at.y > scene.y && at.y < scene.y + scene.height;
    return inside ? std::optional(at) : std::nullopt;
}

/// A tag beside the scene's middle line with a leader to its structure.
void draw_tag(ImDrawList& draw, const Session& session, std::size_t structure, bool right,
              const Area& scene) {
    const auto end = middle_of(session, structure, scene);
    if (!end) return;
    const scene::Description& described = session.stage.model.structures[structure].description;
    const palette::Palette& colours = palette::now();
    const ImU32 colour = right ? colours.accent : colours.warm;
    const float sign = px(22), pad = px(10), gap = px(10);
    ImFont* name_font = type().large;
    ImFont* latin_font = type().body;
    const std::string name =
        described.name.empty() ? session.stage.model.structures[structure].id : described.name;
    const ImVec2 name_size = name_font->CalcTextSizeA(name_font->FontSize, 1e6f, 0, name.c_str());
    const ImVec2 latin_size =
        latin_font->CalcTextSizeA(latin_font->FontSize, 1e6f, 0, described.latin.c_str());
    const bool latin = right && !described.latin.empty();
    const float wide = sign + gap + std::max(name_size.x, latin ? latin_size.x : 0) + 2 * pad,
                tall = name_size.y + (latin ? latin_size.y : 0) + 2 * pad;
    // The right one stands right of the spine, the wrong one left of it.
    const float x = right ? std::max(end->x + px(70), scene.x + scene.width * 0.62f)
                          : std::min(end->x - px(70) - wide, scene.x + scene.width * 0.38f - wide);
    const ImVec2 at{
        std::clamp(x, scene.x + px(8), std::max(scene.x + px(8), scene.x + scene.width - wide - px(8))),
        std::clamp(end->y - tall / 2, scene.y + px(8), scene.y + scene.height - tall - px(8))};
    draw.AddLine({right ? at.x : at.x + wide, at.y + tall / 2}, *end, colour, px(2));
    draw.AddCircleFilled(*end, px(5), colour);
    draw.AddRectFilled(at, {at.x + wide, at.y + tall}, colours.raised, px(9));
    draw.AddRect(at, {at.x + wide, at.y + tall}, colour, px(9), 0, px(2));
    draw_verdict(draw, right, {at.x + pad, at.y + (tall - sign) / 2}, sign, colour);
    const float text_x = at.x + pad + sign + gap;
    draw.AddText(name_font, name_font->FontSize, {text_x, at.y + pad}, colours.text, name.c_str());
    if (latin)
        draw.AddText(latin_font, latin_font->FontSize, {text_x, at.y + pad + name_size.y}, colours.muted,
                     described.latin.c_str());
}

/// A ring about what the keys are at.
void draw_ring(ImDrawList& draw, ImVec2 at) {
    draw.AddCircle(at, px(20), palette::now().ground, 0, px(6));
    draw.AddCircle(at, px(20), palette::now().accent, 0, px(3));
}

} // namespace

void quiz_marks(const Session& session, const Area& scene) {
    const Quizzing& quizzing = session.quizzing;
    const Asked* asked = shown_question(quizzing);
    if (asked == nullptr) return;
    const QuestionKind kind = question_of(*quizzing.quiz, *asked).kind;
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    draw.PushClipRect({scene.x, scene.y}, {scene.x + scene.width, scene.y + scene.height});
    if (quizzing.told && quizzing.wrong) draw_tag(draw, session, *quizzing.wrong, false, scene);
    if (quizzing.told && quizzing.right) draw_tag(draw, session, *quizzing.right, true, scene);
    std::optional<std::size_t> ringed;
    if (!quizzing.told && kind == QuestionKind::find && quizzing.marked)
        ringed = session.stage.model.find(asked->choices[*quizzing.marked]);
    if (ringed)
        if (const auto at = middle_of(session, *ringed, scene)) draw_ring(draw, *at);
    draw.PopClipRect();
}

} // namespace spinescope::app
