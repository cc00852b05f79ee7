#pragma once

#include "app/bend.hpp"
#include "scene/camera.hpp"
#include "scene/cutting_plane.hpp"
#include "scene/visibility.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace spinescope::app {

/// A way of seeing the spine that can be kept, come back to, and sent to someone.
struct SavedView {
    std::string name;
    scene::Camera camera;
    scene::Opacities opacities = scene::first_opacities;
    std::vector<std::string> hidden, faded; ///< ids of structures, beyond what the layers say
    std::optional<scene::CuttingPlane> cut;
    float explode = 0;
    Bend bend;
    bool strain = false;
    bool labels = false;
    bool operator==(const SavedView&) const = default;
};

/// One line of JSON that begins {"spinescope_view":1, and the way back. Throws Failure naming what is wrong.
[[nodiscard]] std::string text_of(const SavedView& view);
[[nodiscard]] SavedView view_of(const std::string& text);

/// The kept views, in the person's order; none when there is no file yet. Throws Failure when it is damaged.
[[nodiscard]] std::vector<SavedView> load_views(const std::filesystem::path& file);
/// Whole or not at all.
void save_views(const std::vector<SavedView>& views, const std::filesystem::path& file);

} // namespace spinescope::app
