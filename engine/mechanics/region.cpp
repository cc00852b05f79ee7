#include "mechanics/region.hpp"

#include "files/failure.hpp"
#include "files/nearest_word.hpp"

#include <vector>

namespace spinescope::mechanics {

Region region_named(std::string_view name) {
    std::vector<std::string> names;
    for (const Region& region : {whole_spine, cervical, thoracic, lumbar}) {
        if (region.name == name) return region;
        names.emplace_back(region.name);
    }
    throw Failure(files::shown(name), "is no region of the spine", files::suggestion(name, names));
}

} // namespace spinescope::mechanics
