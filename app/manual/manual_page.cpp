#include "app/manual/declared.hpp"
#include "app/manual/manual.hpp"

#include <sstream>

namespace spinescope::app {

namespace {

/// Text that roff prints as it stands: a hyphen may not become a dash (people copy options), and a point or
/// a quote that begins a line is no request.
std::string roff(const std::string& text) {
    std::string safe = !text.empty() && (text.front() == '.' || text.front() == '\'') ? "\\&" : "";
    for (const char c : text) {
        if (c == '-')
            safe += "\\-";
        else if (c == '\\')
            safe += "\\e";
        else
            safe += c == '\n' ? ' ' : c;
    }
    return safe;
}

std::string bold(const std::string& text) {
    return "\\fB" + roff(text) + "\\fR";
}

std::string italic(const std::string& text) {
    return "\\fI" + roff(text) + "\\fR";
}

/// "-h, --help", or what a bare word is called.
std::string names(const CLI::Option& option) {
    if (!option.nonpositional()) return italic(option.get_name());
    std::string all;
    for (const std::string& name : option.get_snames()) all += (all.empty() ? "" : ", ") + bold("-" + name);
    for (const std::string& name : option.get_lnames()) all += (all.empty() ? "" : ", ") + bold("--" + name);
    return all;
}

/// What stands behind the option: its words, or what kind of value it takes.
std::string value(const CLI::Option& option) {
    if (!option.nonpositional() || option.get_items_expected_max() == 0) return "";
    std::string all;
    for (const std::string& word : words_of(option)) all += (all.empty() ? " " : " | ") + bold(word);
    if (!all.empty()) return all;
    return " " + italic(option.get_type_name().rfind("TEXT", 0) == 0 ? "text" : "number");
}

/// "0 to 1" of "FLOAT:FLOAT in [0 - 1]".
std::string range(const CLI::Option& option) {
    const std::string type = option.get_type_name(), opening = " in [", dash = " - ";
    const std::size_t from = type.find(opening), to = type.find(dash, from), end = type.find(']', to);
    if (from == std::string::npos || to == std::string::npos || end == std::string::npos) return "";
    const std::size_t first = from + opening.size(), second = to + dash.size();
    return type.substr(first, to - first) + " to " + type.substr(second, end - second);
}

std::string told(const CLI::Option& option) {
    std::string text = option.get_description(), facts;
    const auto add = [&](const std::string& fact) {
        if (text.find(fact) == std::string::npos) facts += (facts.empty() ? "" : "; ") + fact;
    };
    add(range(option));
    if (option.get_required()) add("needed");
    if (!option.get_default_str().empty()) add(option.get_default_str() + " if not given");
    if (!facts.empty()) text += (text.empty() ? "" : " ") + ("(" + facts + ")");
    return text.empty() ? "\\&" : roff(text);
}

void options(std::ostream& page, const CLI::App& app) {
    for (const CLI::Option* option : app.get_options())
        if (app.get_parent() == nullptr || option != app.get_help_ptr()) // every command has --help
            page << ".TP\n" << names(*option) << value(*option) << "\n" << told(*option) << "\n";
}

} // namespace

std::string manual_page(const CLI::App& app, const std::string& version) {
    std::ostringstream page;
    page << ".TH SPINESCOPE 1 \"\" \"Spinescope " << roff(version) << "\" \"User Commands\"\n"
         << ".SH NAME\nspinescope \\- an interactive model of the human spine\n"
         << ".SH SYNOPSIS\n.B spinescope\n[\\fICOMMAND\\fR] [\\fIOPTION\\fR]... [\\fIMODEL\\fR]\n"
         << ".SH DESCRIPTION\n"
         << roff(app.get_description()) << "\n.PP\n"
         << "Without a command it opens its window, where F1 lists the keys. "
         << "Everything that the window shows can be had without one.\n"
         << ".PP\nIt teaches; it does not diagnose. If you are worried, ask a doctor or physiotherapist.\n"
         << ".SH OPTIONS\n";
    options(page, app);
    page << ".SH COMMANDS\nEach command has " << bold("--help") << ", too.\n";
    for (const CLI::App* command : commands_of(app)) {
        page << ".SS " << roff(command->get_name()) << "\n" << roff(command->get_description()) << "\n";
        options(page, *command);
    }
    page << R"(.SH EXIT STATUS
.TP
0
done
.TP
1
the work failed, with the reason on standard error
.TP
2
the command line is wrong, with the nearest right word
.SH ENVIRONMENT
.TP
LC_ALL, LC_MESSAGES, LANG
the language of window and pictures, where none is asked for
.TP
XDG_CONFIG_HOME
where the window keeps its settings instead of ~/.config
.SH FILES
.TP
~/.config/spinescope
settings, and where the window was left
.SH EXAMPLES
.TP
spinescope render \-\-view joint \-\-scenario healthy\-pop \-\-close\-up face \-\-time 1.0615 \-\-output pop.png
A facet joint as its cavity opens.
.TP
spinescope simulate \-\-scenario healthy\-pop \-\-output trace.csv
The same pop as figures.
)";
    return page.str();
}

} // namespace spinescope::app
