#pragma once

#include "app/bend.hpp"
#include "app/session_mode.hpp"
#include "scene/camera.hpp"
#include "scene/model.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace spinescope::app {

/// From where a step looks, and at what.
struct StepView {
    scene::StandardView from = scene::StandardView::oblique;
    std::vector<std::string> at; ///< structures that fill the picture; none: all that shows
    std::optional<float> azimuth_deg, elevation_deg; ///< instead of the view's own
    float nearer = 1;
};

/// One step of a lesson: what is seen while a few sentences are said.
struct LessonStep {
    std::string id;
    std::string title, text, question, answer; ///< own words; empty: those of the language, if it has any
    StepView view;
    std::string layers;                                 ///< as opacities_named() reads them
    std::vector<std::string> show, hide, fade, isolate; ///< as structures_named() reads them
    std::vector<std::string> labels, highlight;         ///< the same; "all" names what shows
    std::string cut;                                    ///< as scene::cutting_plane() reads it
    float explode = 0;
    Bend bend;
    bool strain = false; ///< coloured by it
    Mode mode = Mode::explore;
    std::string scenario; ///< of the pop
    std::string event;    ///< its instant; empty: time_s
    double time_s = 0;    ///< from the event, or from the scenario's beginning; in a regimen, days
    bool plays = false;   ///< from there on
    double speed = 1;
    bool face = false; ///< the close-up looks at the fluid's face
    std::string regimen;
    std::string exercise;
    bool professional = false;        ///< when to see one is laid open
    std::vector<std::string> sources; ///< keys of assets/sources.json
};

struct Lesson {
    std::string name; ///< of its file
    std::filesystem::path file;
    int order = 1000;           ///< among the lessons
    std::string title, summary; ///< own words, as a step's
    std::vector<LessonStep> steps;
};

/// A file's text as a lesson (assets/lessons/README.md). Throws Failure naming the line and the field of what
/// is wrong, and the nearest right word.
[[nodiscard]] Lesson parse_lesson(std::string_view text, const std::string& name, const std::string& where);
/// Throws the same for a structure, event or source that is not there; `text` is the lesson's.
void check_names(const Lesson& lesson, const scene::Model& model, std::string_view text,
                 const std::string& where);

/// One of the installation by its name, or a file of the person's own.
[[nodiscard]] Lesson load_lesson(const std::string& name);
/// The installation's and those in the person's own folder "lessons", in their order; what cannot be read is
/// left out and told in `trouble`.
[[nodiscard]] std::vector<Lesson> load_lessons(std::vector<std::string>& trouble);

// The words of a lesson in the language in use.
[[nodiscard]] std::string title_of(const Lesson& lesson);
[[nodiscard]] std::string summary_of(const Lesson& lesson);
[[nodiscard]] std::string title_of(const Lesson& lesson, const LessonStep& step);
[[nodiscard]] std::string text_of(const Lesson& lesson, const LessonStep& step);
/// Empty where the step asks nothing.
[[nodiscard]] std::string question_of(const Lesson& lesson, const LessonStep& step);
[[nodiscard]] std::string answer_of(const Lesson& lesson, const LessonStep& step);

} // namespace spinescope::app
