#pragma once

#include "anatomy/spine.hpp"

#include <filesystem>
#include <map>
#include <span>

namespace spinescope::anatomy {

/// Where every tissue holds on to bone, by its id.
using Attachments = std::map<std::string, std::vector<Attachment>, std::less<>>;

/// Keeps the attachments of a built spine beside its meshes, whole or not at all.
void save_attachments(std::span<const BuiltStructure> spine, const std::filesystem::path& file);

/// Throws Failure when the file is missing or malformed.
[[nodiscard]] Attachments load_attachments(const std::filesystem::path& file);

} // namespace spinescope::anatomy
