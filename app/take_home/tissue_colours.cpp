#include "app/take_home/tissue_colours.hpp"

#include "render/look.hpp"

namespace spinescope::app {

scene::TissueColours tissue_colours() {
    scene::TissueColours colours{};
    for (std::size_t i = 0; i < colours.size(); ++i)
        colours.at(i) = render::appearance(scene::Tissue(i)).albedo;
    return colours;
}

} // namespace spinescope::app
