// Everything that has a name, for the finder.
#include "app/finder.hpp"
#include "app/session.hpp"

#include <algorithm>

namespace spinescope::app {

namespace {

using Kind = Findable::Kind;

void add_structures(const Session& session, std::vector<Findable>& all) {
    for (const scene::Structure& structure : session.stage.model.structures) {
        const scene::Description& told = structure.description;
        all.push_back({.kind = Kind::structure,
                       .words = told.name.empty() ? structure.id : told.name,
                       .other = told.latin,
                       .key = {},
                       .name = structure.id});
    }
}

/// What files of that name tell; one that cannot be read says so where it is opened, not here.
template <typename Load>
void add_files(Kind kind, const std::vector<std::string>& names, Load load, std::vector<Findable>& all) {
    for (const std::string& name : names) try {
            all.push_back(
                {.kind = kind, .words = load(name).title.str(), .other = {}, .key = {}, .name = name});
        } catch (const std::exception&) {
            continue;
        }
}

void add_lessons(std::vector<Findable>& all) {
    std::vector<std::string> trouble; // told where the lessons are laid out
    for (const Lesson& lesson : load_lessons(trouble))
        all.push_back({.kind = Kind::lesson,
                       .words = title_of(lesson),
                       .other = {},
                       .key = {},
                       .name = lesson.file.string()});
    for (const QuizSet& set : load_quizzes(trouble))
        all.push_back({.kind = Kind::quiz, .words = title_of(set), .other = {}, .key = {}, .name = set.file});
}

} // namespace

std::vector<Findable> things_to_find(const Session& session) {
    std::vector<Findable> all;
    if (session.whole_spine) {
        add_lessons(all);
        add_files(Kind::scenario, timeline::scenario_names(), timeline::load_scenario, all);
        add_files(Kind::regimen, timeline::regimen_names(), timeline::load_regimen, all);
        add_files(Kind::exercise, timeline::exercise_names(), timeline::load_exercise, all);
    }
    add_structures(session, all);
    return all;
}

void go_to_structure(Session& session, std::size_t structure) {
    const std::span<const std::size_t> only(&structure, 1);
    if (session.visibility[structure] != scene::Showing::shown) show(session, only, scene::Showing::shown);
    select(session, structure);
    // As near as it takes to see it among its neighbours, from the side that is looked from already.
    constexpr float room = 2.2f, nearest_m = 0.22f;
    const float aspect = session.viewport_width / std::max(1.0f, session.viewport_height);
    const scene::Bounds box = scene::bounds(session.stage.model, only, posture(session.stage, session.look));
    const scene::Camera near = scene::framed(scene::StandardView::oblique, box, aspect);
    scene::Camera camera = session.flight ? session.flight->to : session.camera;
    camera.target = near.target;
    camera.distance_m = std::max(nearest_m, room * near.distance_m);
    fly_to(session, camera);
}

} // namespace spinescope::app
