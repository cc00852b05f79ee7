#include "app/manual/declared.hpp"

#include <sstream>

namespace spinescope::app {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
    std::vector<const CLI::App*> commands;
    for (const CLI::App* command : app.get_subcommands({}))
        if (!command->get_group().empty()) commands.push_back(command);
    return commands;
}

std::vector<std::string> words_of(const CLI::Option& option) {
    const std::string type = option.get_type_name(), opening = "TEXT:";
    if (type.rfind(opening, 0) != 0) return {};
    std::istringstream list(type.substr(opening.size()));
    std::vector<std::string> words;
    for (std::string word; std::getline(list, word, '|');) words.push_back(word);
    return words;
}

} // namespace spinescope::app
