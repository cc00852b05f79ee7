// Over the scene: rings around joints that pop, and how much of the motion each segment takes.
#include "app/panels/picture.hpp"
#include "app/panels/strain_parts.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "timeline/course_story.hpp"

#include <algorithm>
#include <cstdio>
#include <glm/mat4x4.hpp>
#include <vector>

namespace spinescope::app {

namespace {

struct Mark {
    ImVec2 at;
    std::string words;
    bool strong = false;
    std::size_t segment = 0;
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
    const bool inside = at.x > area.x && at.x < area.x + area.width && at.y > area.y &&
                        at.y < area.y + area.height - px(10);
    return inside ? std::optional(at) : std::nullopt;
}

/// Names in a column, from above downward, moved apart, with leaders to what they name.
void column(const std::vector<Mark>& marks, float edge, bool right, const Area& area) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float line = ImGui::GetTextLineHeight() + px(6);
    float free = area.y + px(56);
    for (const Mark& mark : marks) {
        const ImVec2 size = ImGui::CalcTextSize(mark.words.c_str());
        const float y = std::max(free, mark.at.y - size.y / 2);
        free = y + line;
        const float x = right ? edge : edge - size.x;
        const ImU32 colour = mark.strong ? palette::now().accent : palette::now().text;
        const ImVec2 from{right ? x - px(6) : x + size.x + px(6), y + size.y / 2};
        draw->AddLine(from, mark.at, (colour & ~IM_COL32_A_MASK) | 150u << IM_COL32_A_SHIFT, px(1.1f));
        draw->AddRectFilled({x - px(5), y - px(2)}, {x + size.x + px(5), y + size.y + px(2)},
                            (palette::now().ground & ~IM_COL32_A_MASK) | 190u << IM_COL32_A_SHIFT, px(5));
        draw->AddText({x, y}, colour, mark.words.c_str());
    }
}

} // namespace

void strain_marks(const Session& session, const Area& area) {
    const Strain& strain = session.strain;
    if (session.mode != Mode::strain || !has_course(strain) || session.look.explode > 0) return;
    const timeline::Course& course = shown(strain);
    const timeline::Moment& now = moment(strain);
    const anatomy::Posture posture = ::spinescope::app::posture(session.stage, session.look);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImGui::PushFont(type().small);

    std::vector<Mark> shares, pops;
    const std::string what(timeline::told_manoeuvre(course.regimen));
    for (const std::size_t i : timeline::fellows_of(course, strain.segment)) {
        const auto at = seen_at(session, posture, area, glm::vec3(spine_in_use()[i].origin), float(i) + 0.5f);
        if (!at) continue;
        const std::string_view made = timeline::told_makeup(course.regimen, i);
        char words[96];
        std::snprintf(words, sizeof words, "%s%s%s  %.0f %%", mechanics::segment_name(i).c_str(),
                      made.empty() ? "" : " ", std::string(made).c_str(), 100. * double(now.segment[i].share));
        shares.push_back({.at = *at, .words = words, .strong = i == strain.segment, .segment = i});
    }
    for (const anatomy::FacetJoint& joint : session.stage.joints) {
        const auto i = std::size_t(anatomy::ride_of(joint.upper));
        const bool right = joint.side == anatomy::Side::right;
        const timeline::SegmentState& state = now.segment[i];
        if (!(right ? state.popped_right : state.popped_left)) continue;
        const auto at = seen_at(session, posture, area, joint.centre, float(i) + 1);
        if (!at) continue;
        const ImU32 colour = i == strain.segment ? palette::now().accent : palette::now().text;
        draw->AddCircle(*at, px(11), palette::now().ground, 0, px(4.5f));
        draw->AddCircle(*at, px(11), colour, 0, px(2.2f));
        pops.push_back({.at = *at,
                        .words = mechanics::segment_name(i) + (right ? " right pops" : " left pops"),
                        .strong = i == strain.segment,
                        .segment = i});
    }
    float widest = 0, most_right = area.x + area.width / 2;
    for (const Mark& mark : shares) {
        widest = std::max(widest, ImGui::CalcTextSize(mark.words.c_str()).x);
        most_right = std::max(most_right, mark.at.x);
    }
    const float edge = std::min(area.x + area.width - widest - px(18), most_right + px(130));
    column(shares, edge, true, area);
    for (Mark& mark : pops) mark.at.x -= px(11);
    column(pops, area.x + px(150), false, area);
    ImGui::PopFont();
}

} // namespace spinescope::app
