#include "app/commands/commands.hpp"
#include "timeline/validate.hpp"

namespace spinescope::app {

void validate_command(const ValidateOptions& options) {
    const std::vector<timeline::Validation> rows = timeline::validate();
    print(options.format == "csv"    ? timeline::validation_csv(rows)
          : options.format == "json" ? timeline::validation_json(rows)
                                     : timeline::validation_table(rows));
}

} // namespace spinescope::app
