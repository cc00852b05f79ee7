#include "app/commands/commands.hpp"
#include "app/stage.hpp"
#include "app/structure_words.hpp"
#include "scene/export_model.hpp"

namespace spinescope::app {

void export_command(const ExportOptions& options) {
    const scene::Model model = whole_spine();
    const std::vector<std::size_t> chosen = structures_named(
        model, options.structures.empty() ? std::vector<std::string>{"all"} : options.structures);
    // A name with an extension is a file; any other is a folder of one STL a structure.
    if (options.output.has_extension() && !std::filesystem::is_directory(options.output))
        scene::export_file(model, chosen, options.output);
    else
        scene::export_folder(model, chosen, options.output);
}

} // namespace spinescope::app
