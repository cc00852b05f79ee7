// A tight back starts from a reason and is led to the gentlest fitting thing; what is no tightness is led to
// a professional.
#include "app/panels/choice.hpp"
#include "app/panels/panels.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

namespace spinescope::app {

using language::say;

void tight_back(Session& session) {
    const TightBack& tight = session.guidance.tight_back;
    subheading(tight.title);
    body(tight.lead);
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < tight.reasons.size(); ++i)
        choices.push_back({tight.reasons[i].label, tight.reasons[i].says, session.exercise.reason == i});
    if (const auto pressed = pressed_of(choices)) choose_reason(session, *pressed);
    if (session.exercise.reason) {
        const TightBack::Reason& reason = tight.reasons.at(*session.exercise.reason);
        fine_print(reason.says);
        for (const TightBack::Suggestion& suggestion : reason.suggestions) {
            const timeline::Exercise* exercise = exercise_named(session.guidance, suggestion.exercise);
            if (exercise == nullptr) continue;
            ImGui::PushID(suggestion.exercise.c_str());
            if (link(exercise->title.c_str())) do_exercise(session, exercise->name);
            ImGui::PopID();
            body(suggestion.why);
        }
    }
    ImGui::PushStyleColor(ImGuiCol_Text, palette::now().warm);
    body(tight.not_this);
    ImGui::PopStyleColor();
    if (link(say("window.professional.see"))) {
        session.professional_open = true;
        session.log("professional");
    }
    space(8);
}

} // namespace spinescope::app
