#pragma once

#include "app/finding.hpp"

#include <string>
#include <vector>

namespace spinescope::app {

struct Key;
struct Session;

/// What can be found, and how it is told.
struct Findable {
    enum class Kind { action, structure, scenario, regimen, exercise, lesson, quiz };
    Kind kind = Kind::action;
    std::string words, other; ///< its name, and the Latin one
    std::string key;          ///< what is pressed for it; empty: nothing
    std::string name;         ///< of its file, or a structure's id
    const Key* action = nullptr;
};

/// One box to write in that finds everything: actions, structures, scenarios, lessons.
struct Finder {
    bool open = false;
    std::string typed;
    std::size_t chosen = 0;         ///< of `found`
    bool moved = false;             ///< the chosen one is to be brought into sight
    std::vector<Findable> all;      ///< what can be done now
    std::vector<Sought> sought;     ///< the same, as it is searched
    std::vector<std::size_t> found; ///< places among `all`

    /// What stays the same from one opening to the next: all but the actions, in one language.
    struct Things {
        std::string language;
        std::size_t structures = 0; ///< there were so many
        std::vector<Findable> all;
        std::vector<Sought> sought;
    } things;
};

/// Opens it, or puts it away.
void open_finder(Session& session);
void close_finder(Session& session);
/// Finds what is typed now.
void find_typed(Finder& finder);
/// Letters, as they are pressed: what is found is never behind what was typed, however slowly pictures come.
void type_in_finder(Finder& finder, unsigned letter);
void paste_in_finder(Finder& finder, const std::string& words);
enum class Erase { letter, word };
void erase_in_finder(Finder& finder, Erase what);
void move_in_finder(Finder& finder, int by);
/// Does, opens or flies to the chosen one.
void choose_found(Session& session);

/// All but the actions, in the language in use.
[[nodiscard]] std::vector<Findable> things_to_find(const Session& session);
/// Selects a structure, shows it if it was not, and comes near it.
void go_to_structure(Session& session, std::size_t structure);

} // namespace spinescope::app
