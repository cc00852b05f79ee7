// The scene in the middle of the window: the picture, and what the pointer does with it.
#include "app/panels/heat_legend.hpp"
#include "app/panels/labels.hpp"
#include "app/panels/panels.hpp"
#include "app/panels/picture.hpp"
#include "app/panels/strain_parts.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"
#include "timeline/why.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::app {

using language::say;

namespace {

bool draw_picture(Session& session, const Area& area) {
    session.look.viewer = {
        .camera = session.camera, .height_px = area.height, .moving = scale_now(session) < 1};
    const render::Picture picture = scene_picture(session, int(area.width), int(area.height));
    const bool drawn = session.renderer.draw(
        render::Renderer::Canvas::scene, drawings(session.stage, session.renderer, session.look), picture);
    ImGui::GetWindowDrawList()->AddImage(
        texture_id(session.renderer.texture(render::Renderer::Canvas::scene)), {area.x, area.y},
        {area.x + area.width, area.y + area.height}, {0, 1}, {1, 0});
    return drawn;
}

/// Names what shows once the picture rests; while it moves the names go along and fade when they are hidden.
void names(Session& session, const Area& area, bool drawn) {
    if (!session.labels) return;
    constexpr auto canvas = render::Renderer::Canvas::scene;
    const bool moving = scale_now(session) < 1 || session.moving || session.flight;
    Labelling& labelling = session.labelling;
    const glm::vec2 size(area.width, area.height);
    if (moving && drawn)
        look_after_names(labelling, session.renderer, canvas, session.camera, size);
    else if (!moving && (drawn || labelling.names.empty())) {
        look_after_names(labelling, session.renderer, canvas, session.camera, size);
        name_what_shows(labelling, session.stage.model, session.renderer, canvas, session.selected,
                        session.teaching.labelled);
    }
    const glm::vec2 label = label_size(labelling);
    place_names(labelling, session.camera, size, label.x, label.y);
    draw_labels(*ImGui::GetWindowDrawList(), labelling, {area.x, area.y}, session.theme);
}

/// Points at the joint that pops, from a name beside the spine.
void joint_label(const Session& session, const Area& area) {
    if (session.mode != Mode::pop || !session.stage.joint) return;
    const anatomy::FacetJoint& joint = session.stage.joint->space.joint;
    const glm::vec4 clip = session.camera.projection(area.width / area.height) * session.camera.view() *
                           glm::vec4(joint.centre, 1);
    if (clip.w <= 0) return;
    const ImVec2 at{area.x + area.width * (clip.x / clip.w + 1) / 2,
                    area.y + area.height * (1 - clip.y / clip.w) / 2};
    const std::string words = say("window.scene.facet_joint", {{"joint", timeline::told_joint(joint.id)}});
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    const ImVec2 from{area.x + px(24),
                      std::clamp(at.y - px(70), area.y + px(20), area.y + area.height - px(40))};
    const ImVec2 end{from.x + size.x + px(10), from.y + size.y / 2};
    if (at.x < end.x + px(20) || at.x > area.x + area.width || at.y < area.y || at.y > area.y + area.height)
        return;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled({from.x - px(6), from.y - px(3)}, {from.x + size.x + px(6), from.y + size.y + px(3)},
                        (palette::now().ground & ~IM_COL32_A_MASK) | 190u << IM_COL32_A_SHIFT, px(5));
    draw->AddText(from, palette::now().accent, words.c_str());
    draw->AddLine(end, at, palette::now().accent, px(1.2f));
    draw->AddCircleFilled(at, px(4), palette::now().accent);
}

void name_under_pointer(const Session& session) {
    if (!session.hovered || session.moving || asks(session.quizzing)) return;
    const scene::Structure& structure = session.stage.model.structures[*session.hovered];
    const std::string& name = structure.description.name.empty() ? structure.id : structure.description.name;
    ImGui::BeginTooltip();
    ImGui::TextUnformatted(name.c_str());
    if (!structure.description.latin.empty()) ImGui::TextDisabled("%s", structure.description.latin.c_str());
    if (session.tool == Session::Tool::bend) ImGui::TextDisabled("%s", say("window.scene.bend_hint"));
    ImGui::EndTooltip();
}

/// With the bending tool open a bone can be held and pulled. Returns whether the pointer is taken up by it.
bool pulls_a_bone(Session& session, const ImVec2& at) {
    const bool pressed = ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
    if (pressed && session.tool == Session::Tool::bend)
        hold_bone(session, session.renderer.pick(render::Renderer::Canvas::scene, int(at.x), int(at.y)));
    if (!session.grab) return false;
    const ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsItemActive()) {
        session.grab->pulled = session.grab->pulled || ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(3));
        if (session.grab->pulled && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0))
            io.KeyShift ? turn_bone(session, io.MouseDelta.x) : drag_bone(session, {at.x, at.y});
        return true;
    }
    const bool pulled = session.grab->pulled; // one that was only pressed is selected
    session.grab.reset();
    if (pulled) session.log("bent by hand");
    return pulled;
}

/// `drawn`: the picture under the pointer is another than before.
void pointer(Session& session, const Area& area, bool drawn) {
    const ImGuiIO& io = ImGui::GetIO();
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::InvisibleButton("##scene", {area.width, area.height},
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight |
                               ImGuiButtonFlags_MouseButtonMiddle);
    const bool over = ImGui::IsItemHovered(), active = ImGui::IsItemActive();
    const ImVec2 at{io.MousePos.x - area.x, io.MousePos.y - area.y};
    const auto hit = [&] {
        return session.renderer.pick(render::Renderer::Canvas::scene, int(at.x), int(at.y));
    };
    if (pulls_a_bone(session, at)) return;
    const bool dragged = active && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0) &&
                         (ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(3)) ||
                          ImGui::IsMouseDragging(ImGuiMouseButton_Right, px(3)) ||
                          ImGui::IsMouseDragging(ImGuiMouseButton_Middle, px(3)));
    const bool was_moving = session.moving;
    session.moving = active && (dragged || was_moving);
    if (dragged) {
        session.flight.reset();
        touch_scene(session);
        const glm::vec2 pixels(io.MouseDelta.x, io.MouseDelta.y);
        const bool slide = !ImGui::IsMouseDown(ImGuiMouseButton_Left) || io.KeyShift;
        session.camera = slide ? scene::panned(session.camera, pixels, area.height)
                               : scene::orbited(session.camera, pixels * 0.35f);
    }
    if (was_moving && !active) session.log("turned");
    if (over && io.MouseWheel != 0) {
        session.flight.reset();
        touch_scene(session);
        const glm::vec2 device(2 * at.x / area.width - 1, 1 - 2 * at.y / area.height);
        session.camera =
            scene::zoomed(session.camera, std::pow(1.15f, io.MouseWheel), device, area.width / area.height);
        session.log("zoomed");
    }
    if (!over || session.moving) return;
    const auto structure = [&](std::uint32_t id) {
        return id > 0 ? std::optional<std::size_t>(id - 1) : std::nullopt;
    };
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        touch_scene(session);
        if (const render::Renderer::Hit there = hit(); there.id > 0) centre_on(session, there.point);
    } else if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !was_moving) {
        touch_scene(session);
        if (quizzes(session.quizzing))
            give_structure(session, structure(hit().id));
        else
            select(session, structure(hit().id));
    } else if (!active) {
        static ImVec2 looked_at{-1, -1};
        // A still pointer over a still scene needs no second look.
        if (session.flight || session.playback.playing || session.strain.playback.playing)
            session.hovered.reset();
        else if (drawn || looked_at.x != at.x || looked_at.y != at.y)
            session.hovered = structure(hit().id);
        looked_at = at;
    }
    name_under_pointer(session);
}

} // namespace

render::Picture scene_picture(Session& session, int width, int height) {
    session.look.visibility = &session.visibility;
    session.look.theme = session.theme;
    session.look.highlighted = quizzes(session.quizzing) ? session.quizzing.highlighted
                               : session.teaching.paused ? std::vector<std::size_t>()
                                                         : session.teaching.highlighted;
    return {.width = width,
            .height = height,
            .scale = scale_now(session),
            .camera = session.camera,
            .posture = posture(session.stage, session.look),
            .theme = session.theme,
            .tier = session.tier,
            .selected = session.selected ? std::uint32_t(*session.selected + 1) : 0,
            .hovered = session.hovered ? std::uint32_t(*session.hovered + 1) : 0,
            .cut = session.cut ? std::optional(session.cut->equation()) : std::nullopt};
}

void scene_panel(Session& session, const Area& area) {
    session.viewport_width = area.width;
    session.viewport_height = area.height;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    begin_panel("##scene-panel", area, palette::now().ground);
    ImGui::PopStyleVar();
    const bool drawn = draw_picture(session, area);
    names(session, area, drawn);
    if (session.look.heat) {
        ImDrawList& draw = *ImGui::GetWindowDrawList();
        draw_mobility(draw, *session.look.heat, session.stage, posture(session.stage, session.look),
                      session.camera, area);
        draw_heat_legend(draw, *session.look.heat, area);
    }
    joint_label(session, area);
    strain_marks(session, area);
    pointer(session, area, drawn);
    ImGui::End();
}

} // namespace spinescope::app
