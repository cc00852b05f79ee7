#pragma once

#include "app/close_up.hpp"
#include "app/session.hpp"

#include <imgui.h>

namespace spinescope::app {

/// Where a panel stands in the window, pixels from the top left.
struct Area {
    float x = 0, y = 0, width = 0, height = 0;
};

/// Opens a panel that fills its area; pairs with ImGui::End(). One that stands above others stays there,
/// whichever was made first and whichever is pressed; a page does, too, and scrolls where it holds more than
/// a small window shows.
enum class Level { ground, above, page };
void begin_panel(const char* name, const Area& area, ImU32 ground, Level level = Level::ground);
/// A hairline along a panel's edge, from the area's padding to its very border.
void hairline(float x1, float y1, float x2, float y2);

// One function a panel, each in a file of its own.
void top_bar(Session& session, const Area& area);
void structure_panel(Session& session, const Area& area);
void scene_panel(Session& session, const Area& area);
void view_tools(Session& session, const Area& scene);
void close_up_panel(Session& session, const Area& area);
/// Names and leaders over the picture of a close-up that fills `area`.
void draw_close_up_names(ImDrawList& draw, const CloseUp& close, const scene::Camera& camera,
                         const Area& area);
void side_panel(Session& session, const Area& area);
void timeline_panel(Session& session, const Area& area);
/// The same for the days of a regimen.
void strain_timeline(Session& session, const Area& area);
/// The waveform and the spectrum of the pop, when they are open: within `area`, and where there is room
/// beside the close-up.
void sound_view(Session& session, const Area& area, const Area& beside_close_up);
void help_panel(Session& session, const Area& area);
/// The box that finds everything, over all else.
void finder_panel(Session& session, const Area& area);
/// A word of advice at the foot of the scene; `right` of it is taken.
void hint_panel(Session& session, const Area& scene, float right = 0);
/// The lessons to choose from.
void lesson_cards(Session& session, const Area& area);
/// The step of the lesson that runs, the scene's edges that turn the page, and, while the person looks
/// around, the way back to it.
void lesson_panel(Session& session, const Area& area);
void lesson_zones(Session& session, const Area& scene);
[[nodiscard]] float lesson_zone_width();
void lesson_waits(Session& session, const Area& scene);
/// The quizzes to choose from; the question that stands under the scene, its marks over it, and the score.
void quiz_cards(Session& session, const Area& area);
void quiz_panel(Session& session, const Area& area);
void quiz_marks(const Session& session, const Area& scene);
void quiz_score(Session& session, const Area& area);
/// The opening screen.
void welcome_panel(Session& session, const Area& area);
/// Pen, ring and captions over the scene.
void presenter_panel(Session& session, const Area& scene);
/// Switches of what a person prefers, when they are open.
void settings_panel(Session& session, const Area& area);
/// What can be taken home, when that is open; and how far it is, instead of everything else, while it is
/// made.
void take_home_panel(Session& session, const Area& area);
void making_panel(Session& session, const Area& area);
/// The keys on their way through the controls: before the panels are drawn the step to another panel, and
/// after them a ring about the control that the keys are at.
void move_focus(Session& session);
void focus_ring(const Session& session);
void notice_panel(Session& session, const Area& area);

// Parts of the side panel.
void what_is_this(Session& session);
void what_happens(Session& session);
void strain_story(Session& session);
void try_it(Session& session);
void comparison(Session& session);
void safer_instead(Session& session);
/// Where to start with a tight back: a reason, and the gentlest fitting things.
void tight_back(Session& session);
/// Breath, repetition and hold of the exercise that is played, and its buttons.
void exercise_player(Session& session, const timeline::Exercise& exercise, float width);
/// What an exercise asks of a back beside a forced self-twist.
void strain_strip(const Session& session, const timeline::Exercise& exercise, float width);
/// Words in a cut and colour, broken at a width.
void words(ImFont* font, ImU32 colour, const std::string& text, float width);
/// Height of the callout that stands at the foot of the side panel, and the callout itself.
[[nodiscard]] float professional_callout_height(const Session& session, float width);
void professional_callout(Session& session);
void when_to_see_a_professional(Session& session);

} // namespace spinescope::app
