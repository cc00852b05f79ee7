#include "app/manual/declared.hpp"
#include "app/manual/manual.hpp"
#include "files/json.hpp"

#include <sstream>

namespace spinescope::app {

namespace {

/// A list as bash's compgen reads it: a blank after each word.
std::string listed(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += word + " ";
    return list;
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

/// What lies in assets/ under the names that an option takes: scenarios, exercises, lessons, quizzes.
std::vector<std::string> names_for(const std::string& command, const std::string& option) {
    if (option == "exercise") return files::json_names("exercises");
    if (option == "lesson") return files::json_names("lessons");
    if (command == "quiz" && option == "set") return files::json_names("quizzes");
    if (option != "scenario") return {};
    std::vector<std::string> names = files::json_names("scenarios");
    if (command == "export" || command == "sound") return names; // what lasts for days is not for them
    for (const std::string& regimen : files::json_names("regimens")) names.push_back(regimen);
    return names;
}

/// One case for each option that takes only some words.
void values(std::ostream& script, const std::string& command, const CLI::App& app) {
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) {
            std::vector<std::string> words = words_of(*option);
            if (words.empty()) words = names_for(command, name);
            if (words.empty()) continue;
            script << "    '" << command << " --" << name << "') words='" << listed(words) << "' ;;\n";
        }
}

} // namespace

std::string bash_completion(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : commands_of(app)) names.push_back(command->get_name());

    std::ostringstream script;
    script
        << "# bash completes spinescope's commands, options and their words; elsewhere names of files.\n"
        << "_spinescope() {\n"
        << "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= words= i\n"
        << "    for ((i = 1; i < COMP_CWORD; ++i)); do\n"
        << "        case ' " << listed(names) << "' in\n"
        << "        *\" ${COMP_WORDS[i]} \"*) command=${COMP_WORDS[i]}; break ;;\n"
        << "        esac\n"
        << "    done\n"
        << "    case \"$command $before\" in\n";
    values(script, "", app);
    for (const CLI::App* command : commands_of(app)) values(script, command->get_name(), *command);
    script << "    *)\n"
           << "        case \"$command/$word\" in\n"
           << "        /-*) words='" << listed(options_of(app)) << "' ;;\n"
           << "        /*) words='" << listed(names) << "' ;;\n";
    for (const CLI::App* command : commands_of(app))
        script << "        " << command->get_name() << "/-*) words='" << listed(options_of(*command))
               << "' ;;\n";
    script << "        esac ;;\n"
           << "    esac\n"
           << "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           << "}\n"
           << "complete -o default -F _spinescope spinescope\n";
    return script.str();
}

} // namespace spinescope::app
