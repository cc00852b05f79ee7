#pragma once

#include "scene/exported_materials.hpp"
#include "scene/model.hpp"

namespace spinescope::scene {

/// Writes the structures at rest to one file, by its extension: .glb (m, nodes named by id, occlusion as
/// vertex colour, each tissue in its colour where colours are given), .obj (mm) or .stl (binary, mm). Whole
/// or not at all. Throws Failure for another extension, an empty selection, or a destination that cannot be
/// written.
void export_file(const Model& model, std::span<const std::size_t> indices, const std::filesystem::path& file,
                 const TissueColours* colours = nullptr);

/// Writes one binary STL a structure into `folder` (made when missing): id + ".stl", mm, ISB axes, spine
/// frame.
void export_folder(const Model& model, std::span<const std::size_t> indices,
                   const std::filesystem::path& folder);

} // namespace spinescope::scene
