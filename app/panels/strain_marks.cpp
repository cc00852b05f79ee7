// Over the scene: rings around joints that pop, and how much of the motion each segment takes.
#include "app/panels/picture.hpp"
#include "app/panels/strain_parts.hpp"
#include "app/percent.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"
#include "timeline/course_story.hpp"

#include <algorithm>
#include <cstdio>
#include <glm/mat4x4.hpp>
#include <vector>

namespace spinescope::app {

using language::say;

namespace {

/// A segment's name and what it does now, beside the spine.
struct Mark {
    ImVec2 at;
    std::string name, does;
    bool chosen = false;
};

/// Where a point of the standing spine shows that is carried by that place of the chain.
std::optional<ImVec2> seen_at(const Session& session, const anatomy::Posture& posture, const Area& area,
                              glm::vec3 standing, float ride) {
    const glm::vec4 carried = anatomy::motion_at(posture, ride) * glm::vec4(standing, 1);
    const glm::vec4 clip =
        session.camera.projection(area.width / area.height) * session.camera.view() * carried;
    if (clip.w <= 0) return std::nullopt;
    const ImVec2 at{area.x + area.width * (clip.x / clip.w + 1) / 2,
                    area.y + area.height * (1 - clip.y / clip.w) / 2};
    const bool inside =
        at.x > area.x && at.x < area.x + area.width && at.y > area.y && at.y < area.y + area.height - px(10);
    return inside ? std::optional(at) : std::nullopt;
}

/// In a column right of the spine, from above downward, moved apart, with leaders to what they name; in one
/// line each where there is little room.
void column(const std::vector<Mark>& marks, float left, const Area& area) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const bool flat = area.height < px(66) * float(marks.size());
    const float line = type().small->FontSize, height = (flat ? 1 : 2) * line + px(4);
    const auto wide = [&](ImFont* font, const std::string& words) {
        return font->CalcTextSizeA(line, FLT_MAX, 0, words.c_str()).x;
    };
    const auto width_of = [&](const Mark& mark) {
        const float name = wide(type().strong, mark.name), does = wide(type().small, mark.does);
        return flat ? name + px(8) + does : std::max(name, does);
    };
    for (const Mark& mark : marks) left = std::min(left, area.x + area.width - width_of(mark) - px(11));
    // Pushed apart from above, then back up from the picture's lower edge.
    std::vector<float> tops;
    float free = area.y + px(48);
    for (const Mark& mark : marks) {
        tops.push_back(std::max(free, mark.at.y - height / 2));
        free = tops.back() + height + px(3);
    }
    float limit = area.y + area.height - px(6) - height;
    for (std::size_t i = marks.size(); i-- > 0;) {
        tops[i] = std::min(tops[i], limit);
        limit = tops[i] - height - px(3);
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Mark& mark = marks[i];
        const float y = tops[i], aside = flat ? wide(type().strong, mark.name) + px(8) : 0;
        const float width = width_of(mark);
        const ImU32 colour = mark.chosen ? palette::now().accent : palette::now().text;
        draw->AddLine({left - px(6), y + height / 2}, mark.at,
                      (colour & ~IM_COL32_A_MASK) | 150u << IM_COL32_A_SHIFT, px(1.1f));
        draw->AddRectFilled({left - px(5), y - px(1)}, {left + width + px(5), y + height},
                            (palette::now().ground & ~IM_COL32_A_MASK) | 190u << IM_COL32_A_SHIFT, px(5));
        draw->AddText(type().strong, line, {left, y}, colour, mark.name.c_str());
        draw->AddText(type().small, line, {left + aside, flat ? y : y + line}, palette::now().text,
                      mark.does.c_str());
    }
}

/// "23 %, right pops"
std::string told(const timeline::SegmentState& state) {
    const std::string share = percent(double(state.share));
    if (state.popped_left && state.popped_right) return say("window.marks.both", {{"share", share}});
    if (state.popped_left) return say("window.marks.left", {{"share", share}});
    return state.popped_right ? say("window.marks.right", {{"share", share}}) : share;
}

} // namespace

void strain_marks(const Session& session, const Area& area) {
    const Strain& strain = session.strain;
    if (session.mode != Mode::strain || !has_course(strain) || session.look.explode > 0) return;
    const timeline::Course& course = shown(strain);
    const timeline::Moment& now = moment(strain);
    const anatomy::Posture posture = ::spinescope::app::posture(session.stage, session.look);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (const anatomy::FacetJoint& joint : session.stage.joints) {
        const auto i = std::size_t(anatomy::ride_of(joint.upper));
        const timeline::SegmentState& state = now.segment[i];
        if (!(joint.side == anatomy::Side::right ? state.popped_right : state.popped_left)) continue;
        const auto at = seen_at(session, posture, area, joint.centre, float(i) + 1);
        if (!at) continue;
        const ImU32 colour = i == strain.segment ? palette::now().accent : palette::now().text;
        draw->AddCircle(*at, px(11), palette::now().ground, 0, px(4.5f));
        draw->AddCircle(*at, px(11), colour, 0, px(2.2f));
    }
    std::vector<Mark> marks;
    float edge = area.x + area.width / 2 + px(130); // steady while the spine turns
    for (const std::size_t i : timeline::fellows_of(course, strain.segment)) {
        const auto at = seen_at(session, posture, area, glm::vec3(spine_in_use()[i].origin), float(i) + 0.5f);
        if (!at) continue;
        const std::string made(timeline::told_makeup(course.regimen, i));
        marks.push_back({.at = *at,
                         .name = mechanics::segment_name(i) + (made.empty() ? "" : ", " + made),
                         .does = told(now.segment[i]),
                         .chosen = i == strain.segment});
        edge = std::max(edge, at->x + px(60));
    }
    column(marks, edge, area);
}

} // namespace spinescope::app
