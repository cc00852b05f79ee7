#include "app/finder.hpp"

#include "app/session.hpp"
#include "app/window/key_words.hpp"
#include "app/window/keys.hpp"
#include "language/folded.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <set>

namespace spinescope::app {

namespace {

Sought sought_of(const Findable& one) {
    return {.name = language::folded(one.words), .other = language::folded(one.other)};
}

/// What the keys do now, each once.
std::vector<Findable> actions_now(const Session& session) {
    std::vector<Findable> actions;
    std::set<std::string_view> known;
    std::set<std::pair<int, int>> taken; // what a key does first is what it is told for
    for (const Key* key : keys_now(session)) {
        const bool own = taken.emplace(key->code, key->modifiers).second;
        if (key->act == open_finder || !known.insert(key->action).second) continue;
        actions.push_back({.kind = Findable::Kind::action,
                           .words = language::say(key->action),
                           .other = {},
                           .key = own ? label_of(*key) : "",
                           .name = key->action,
                           .action = key});
    }
    return actions;
}

const Finder::Things& things(Session& session) {
    Finder::Things& things = session.finder.things;
    const std::size_t structures = session.stage.model.structures.size();
    if (things.language == language::in_use() && things.structures == structures) return things;
    things = {.language = language::in_use(),
              .structures = structures,
              .all = things_to_find(session),
              .sought = {}};
    std::ranges::transform(things.all, std::back_inserter(things.sought), sought_of);
    return things;
}

/// A quiz asks for names: while it does, nothing but actions is to be found.
void gather(Session& session) {
    Finder& finder = session.finder;
    finder.all = actions_now(session);
    finder.sought.clear();
    std::ranges::transform(finder.all, std::back_inserter(finder.sought), sought_of);
    if (quizzes(session.quizzing)) return;
    const Finder::Things& more = things(session);
    finder.all.insert(finder.all.end(), more.all.begin(), more.all.end());
    finder.sought.insert(finder.sought.end(), more.sought.begin(), more.sought.end());
}

/// What is laid over the scene makes room for what was chosen.
void clear_the_way(Session& session) {
    leave_welcome(session);
    session.help = session.settings_open = false;
    session.teaching.choosing = session.quizzing.choosing = false;
}

void open_thing(Session& session, const Findable& thing) {
    using enum Findable::Kind;
    if (thing.kind != lesson && thing.kind != quiz) touch_scene(session);
    switch (thing.kind) {
    case structure:
        if (const auto place = session.stage.model.find(thing.name)) go_to_structure(session, *place);
        return;
    case scenario:
        open_mode(session, Mode::pop);
        return open_scenario(session, thing.name);
    case regimen:
        open_mode(session, Mode::strain);
        return open_regimen(session, thing.name);
    case exercise:
        open_mode(session, Mode::safer);
        return do_exercise(session, thing.name);
    case lesson:
        return open_lesson(session, thing.name);
    case quiz:
        return open_quiz(session, thing.name, any_seed());
    case action:
        return;
    }
}

std::string utf8(unsigned letter) {
    const auto more = [&](unsigned shift) { return char(0x80U | ((letter >> shift) & 0x3FU)); };
    if (letter < 0x80) return {char(letter)};
    if (letter < 0x800) return {char(0xC0U | (letter >> 6)), more(0)};
    if (letter < 0x10000) return {char(0xE0U | (letter >> 12)), more(6), more(0)};
    return {char(0xF0U | (letter >> 18)), more(12), more(6), more(0)};
}

} // namespace

void open_finder(Session& session) {
    Finder& finder = session.finder;
    if (finder.open) return close_finder(session);
    if (teaches(session.teaching) && session.teaching.blank) return; // nothing is to be seen
    finder.open = true;
    finder.typed.clear();
    session.help = false;
    gather(session);
    find_typed(finder);
    session.log("finder");
}

void close_finder(Session& session) {
    session.finder.open = false;
    session.log("finder closed");
}

void find_typed(Finder& finder) {
    finder.found = found(language::folded(finder.typed), finder.sought);
    finder.chosen = 0;
    finder.moved = true;
}

void type_in_finder(Finder& finder, unsigned letter) {
    if (finder.open) paste_in_finder(finder, utf8(letter));
}

void paste_in_finder(Finder& finder, const std::string& words) {
    for (const char c : words)
        if (static_cast<unsigned char>(c) >= ' ') finder.typed += c;
    find_typed(finder);
}

void erase_in_finder(Finder& finder, Erase what) {
    std::string& typed = finder.typed;
    const auto inside_letter = [&] { return !typed.empty() && (typed.back() & 0xC0) == 0x80; };
    const auto drop_letter = [&] {
        while (inside_letter()) typed.pop_back();
        if (!typed.empty()) typed.pop_back();
    };
    if (what == Erase::word)
        while (typed.ends_with(' ')) typed.pop_back();
    do drop_letter();
    while (what == Erase::word && !typed.empty() && typed.back() != ' ');
    find_typed(finder);
}

void move_in_finder(Finder& finder, int by) {
    if (finder.found.empty()) return;
    finder.chosen = std::size_t(std::clamp(int(finder.chosen) + by, 0, int(finder.found.size()) - 1));
    finder.moved = true;
}

void choose_found(Session& session) {
    Finder& finder = session.finder;
    if (finder.chosen >= finder.found.size()) return;
    const Findable chosen = finder.all[finder.found[finder.chosen]];
    finder.open = false;
    session.log("found " + chosen.name);
    if (chosen.action != nullptr) return act_on(session, *chosen.action);
    clear_the_way(session);
    try {
        open_thing(session, chosen);
    } catch (const std::exception& failure) {
        report(session, failure);
    }
}

} // namespace spinescope::app
