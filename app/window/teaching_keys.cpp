// Keys of the opening screen, of lessons and of quizzes: they come before those of every day.
#include "app/take_home/take_home.hpp"
#include "app/window/key_tables.hpp"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace spinescope::app {

namespace {

void on(Session& session) {
    go_on(session, 1);
}
void back(Session& session) {
    go_on(session, -1);
}
void leave(Session& session) {
    if (session.settings_open)
        session.settings_open = false;
    else if (session.help)
        session.help = false;
    else if (session.teaching.blank)
        toggle_blank(session);
    else if (session.presenter.pen)
        toggle_pen(session);
    else if (session.hints.shown)
        dismiss_hint(session);
    else if (session.full_screen)
        toggle_full_screen(session);
    else
        leave_lesson(session);
}

/// While a lesson runs these come first.
constexpr Key lesson_table[] = {
    {GLFW_KEY_PAGE_DOWN, 0, "keys.lesson.on", on},
    {GLFW_KEY_RIGHT, 0, "keys.lesson.on", on},
    {GLFW_KEY_SPACE, 0, "keys.lesson.on", on},
    {GLFW_KEY_PAGE_UP, 0, "keys.lesson.back", back},
    {GLFW_KEY_LEFT, 0, "keys.lesson.back", back},
    {GLFW_KEY_HOME, 0, "keys.lesson.first", [](Session& session) { go_on(session, -1000); }},
    {GLFW_KEY_END, 0, "keys.lesson.last", [](Session& session) { go_on(session, 1000); }},
    {GLFW_KEY_A, 0, "keys.lesson.answer", [](Session& session) { session.teaching.answer = true; }},
    {GLFW_KEY_P, 0, "keys.lesson.pen", toggle_pen},
    {GLFW_KEY_O, 0, "keys.lesson.ring", toggle_ring},
    {GLFW_KEY_K, 0, "keys.lesson.fading", toggle_fading},
    {GLFW_KEY_X, 0, "keys.lesson.wipe", wipe},
    {GLFW_KEY_B, 0, "keys.lesson.blank", toggle_blank},
    {GLFW_KEY_PERIOD, 0, "keys.lesson.blank", toggle_blank},
    {GLFW_KEY_ESCAPE, 0, "keys.lesson.leave", leave},
};

/// While it waits: back to it.
constexpr Key waiting_table[] = {
    {GLFW_KEY_ENTER, 0, "keys.lesson.resume", resume_lesson},
    {GLFW_KEY_KP_ENTER, 0, "keys.lesson.resume", resume_lesson},
    {GLFW_KEY_PAGE_DOWN, 0, "keys.lesson.on", on},
    {GLFW_KEY_PAGE_UP, 0, "keys.lesson.back", back},
};

template <int by>
void choose(Session& session) {
    Teaching& teaching = session.teaching;
    const int last = int(teaching.lessons.size()) - 1;
    if (last >= 0) teaching.card = std::size_t(std::clamp(int(teaching.card) + by, 0, last));
}
void open_chosen(Session& session) {
    if (session.teaching.card < session.teaching.lessons.size())
        open_lesson(session, session.teaching.lessons[session.teaching.card]);
}

void go_on_with_last(Session& session) {
    const Teaching& teaching = session.teaching;
    const auto last = std::ranges::find(teaching.lessons, teaching.last, &Lesson::name);
    if (last != teaching.lessons.end()) open_lesson(session, *last, teaching.last_step);
}

template <std::size_t card>
void begin(Session& session) {
    begin_with(session, card);
}
template <int by>
void move_card(Session& session) {
    std::size_t& card = session.welcome.card;
    card = std::size_t(std::clamp(int(card) + by, 0, int(Welcome::cards) - 1));
}
void begin_here(Session& session) {
    begin_with(session, session.welcome.card);
}

/// On the opening screen; any other key puts it away and does what it always does.
constexpr Key welcome_table[] = {
    {GLFW_KEY_1, 0, "keys.welcome.explore", begin<0>},
    {GLFW_KEY_2, 0, "keys.welcome.pop", begin<1>},
    {GLFW_KEY_3, 0, "keys.welcome.teach", begin<2>},
    {GLFW_KEY_RIGHT, 0, "keys.cards.next", move_card<1>},
    {GLFW_KEY_DOWN, 0, "keys.cards.next", move_card<1>},
    {GLFW_KEY_LEFT, 0, "keys.cards.before", move_card<-1>},
    {GLFW_KEY_UP, 0, "keys.cards.before", move_card<-1>},
    {GLFW_KEY_ENTER, 0, "keys.welcome.begin", begin_here},
    {GLFW_KEY_KP_ENTER, 0, "keys.welcome.begin", begin_here},
    {GLFW_KEY_SPACE, 0, "keys.welcome.begin", begin_here},
    {GLFW_KEY_ESCAPE, 0, "keys.welcome.leave", leave_welcome},
};

/// While the lessons are laid out.
constexpr Key card_table[] = {
    {GLFW_KEY_RIGHT, 0, "keys.cards.next", choose<1>},
    {GLFW_KEY_LEFT, 0, "keys.cards.before", choose<-1>},
    {GLFW_KEY_DOWN, 0, "keys.cards.next", choose<1>},
    {GLFW_KEY_UP, 0, "keys.cards.before", choose<-1>},
    {GLFW_KEY_ENTER, 0, "keys.cards.open", open_chosen},
    {GLFW_KEY_KP_ENTER, 0, "keys.cards.open", open_chosen},
    {GLFW_KEY_SPACE, 0, "keys.cards.open", open_chosen},
    {GLFW_KEY_G, 0, "keys.cards.go_on", go_on_with_last},
    {GLFW_KEY_ESCAPE, 0, "keys.cards.close", choose_lesson},
};

template <std::size_t choice>
void answer_with(Session& session) {
    const Asked* asked = shown_question(session.quizzing);
    if (asked != nullptr && question_of(*session.quizzing.quiz, *asked).kind != QuestionKind::find)
        give(session, choice);
}
template <int by>
void move_mark(Session& session) {
    mark(session, by);
}
void answer_or_go_on(Session& session) {
    Quizzing& quizzing = session.quizzing;
    if (asks(quizzing) && quizzing.marked)
        give(session, *quizzing.marked);
    else
        next_question(session);
}

/// While a quiz runs these, and the quiet ones, are the only ones.
constexpr Key quiz_table[] = {
    {GLFW_KEY_1, 0, "keys.quiz.first", answer_with<0>},
    {GLFW_KEY_2, 0, "keys.quiz.second", answer_with<1>},
    {GLFW_KEY_3, 0, "keys.quiz.third", answer_with<2>},
    {GLFW_KEY_4, 0, "keys.quiz.fourth", answer_with<3>},
    {GLFW_KEY_TAB, 0, "keys.quiz.mark_next", move_mark<1>},
    {GLFW_KEY_TAB, GLFW_MOD_SHIFT, "keys.quiz.mark_before", move_mark<-1>},
    {GLFW_KEY_DOWN, 0, "keys.quiz.mark_next", move_mark<1>},
    {GLFW_KEY_UP, 0, "keys.quiz.mark_before", move_mark<-1>},
    {GLFW_KEY_RIGHT, 0, "keys.quiz.mark_next", move_mark<1>},
    {GLFW_KEY_LEFT, 0, "keys.quiz.mark_before", move_mark<-1>},
    {GLFW_KEY_ENTER, 0, "keys.quiz.answer", answer_or_go_on},
    {GLFW_KEY_KP_ENTER, 0, "keys.quiz.answer", answer_or_go_on},
    {GLFW_KEY_SPACE, 0, "keys.quiz.answer", answer_or_go_on},
    {GLFW_KEY_PAGE_DOWN, 0, "keys.quiz.on", next_question},
    {GLFW_KEY_S, 0, "keys.quiz.save", save_results},
    {GLFW_KEY_ESCAPE, 0, "keys.quiz.leave",
     [](Session& session) {
         if (session.help)
             session.help = false;
         else if (!session.notice.empty())
             session.notice.clear();
         else
             leave_quiz(session);
     }},
};
template <int by>
void choose_set(Session& session) {
    Quizzing& quizzing = session.quizzing;
    const int last = int(quizzing.sets.size()) - 1;
    if (last >= 0) quizzing.card = std::size_t(std::clamp(int(quizzing.card) + by, 0, last));
}
void open_chosen_set(Session& session) {
    const Quizzing& quizzing = session.quizzing;
    try {
        if (quizzing.card < quizzing.sets.size())
            open_quiz(session, quizzing.sets[quizzing.card].file, any_seed());
    } catch (const std::exception& failure) {
        report(session, failure);
    }
}

/// While the quizzes are laid out.
constexpr Key quiz_card_table[] = {
    {GLFW_KEY_RIGHT, 0, "keys.cards.next", choose_set<1>},
    {GLFW_KEY_LEFT, 0, "keys.cards.before", choose_set<-1>},
    {GLFW_KEY_DOWN, 0, "keys.cards.next", choose_set<1>},
    {GLFW_KEY_UP, 0, "keys.cards.before", choose_set<-1>},
    {GLFW_KEY_ENTER, 0, "keys.cards.open", open_chosen_set},
    {GLFW_KEY_KP_ENTER, 0, "keys.cards.open", open_chosen_set},
    {GLFW_KEY_SPACE, 0, "keys.cards.open", open_chosen_set},
    {GLFW_KEY_ESCAPE, 0, "keys.cards.close", choose_quiz},
};

constexpr KeyGroup welcome_group{"keys.group.welcome", welcome_table};
constexpr KeyGroup lesson_group{"keys.group.lesson", lesson_table};
constexpr Key take_home_table[] = {
    {GLFW_KEY_1, 0, "take_home.picture.save", save_picture},
    {GLFW_KEY_2, 0, "take_home.clip.make", make_clip},
    {GLFW_KEY_3, 0, "take_home.handout.make", make_handout},
    {GLFW_KEY_4, 0, "take_home.model.still", save_model},
    {GLFW_KEY_5, 0, "take_home.model.moving", save_motion},
    {GLFW_KEY_ESCAPE, 0, "take_home.close", choose_take_home},
};

constexpr KeyGroup take_home_group{"take_home.title", take_home_table};
constexpr KeyGroup waiting_group{"keys.group.waiting", waiting_table};
constexpr KeyGroup card_group{"keys.group.lesson_cards", card_table};
constexpr KeyGroup quiz_group{"keys.group.quiz", quiz_table};
constexpr KeyGroup quiz_card_group{"keys.group.quiz_cards", quiz_card_table};

} // namespace

const KeyGroup& welcome_keys() {
    return welcome_group;
}
const KeyGroup& lesson_keys() {
    return lesson_group;
}
const KeyGroup& waiting_keys() {
    return waiting_group;
}
const KeyGroup& take_home_keys() {
    return take_home_group;
}
const KeyGroup& lesson_card_keys() {
    return card_group;
}
const KeyGroup& quiz_keys() {
    return quiz_group;
}
const KeyGroup& quiz_card_keys() {
    return quiz_card_group;
}

std::vector<KeyGroup> all_keys() {
    std::vector<KeyGroup> all(everyday_keys().begin(), everyday_keys().end());
    all.insert(all.end(), {lesson_group, take_home_group, waiting_group, quiz_group, welcome_group,
                           card_group, quiz_card_group});
    return all;
}

} // namespace spinescope::app
