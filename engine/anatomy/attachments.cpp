#include "anatomy/attachments.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <nlohmann/json.hpp>

namespace spinescope::anatomy {

void save_attachments(std::span<const BuiltStructure> spine, const std::filesystem::path& file) {
    nlohmann::ordered_json all = nlohmann::ordered_json::object();
    for (const BuiltStructure& built : spine)
        for (const Attachment& hold : built.attachments)
            all[built.id].push_back({{"bone", hold.bone}, {"at", {hold.at.x, hold.at.y, hold.at.z}}});
    files::write_whole(file, all.dump() + "\n");
}

Attachments load_attachments(const std::filesystem::path& file) {
    Attachments attachments;
    try {
        const auto all = nlohmann::json::parse(files::read_whole(file));
        for (const auto& [id, holds] : all.items())
            for (const auto& hold : holds) {
                const auto& at = hold.at("at");
                attachments[id].push_back(
                    {.bone = hold.at("bone").get<std::string>(),
                     .at = {at.at(0).get<float>(), at.at(1).get<float>(), at.at(2).get<float>()}});
            }
    } catch (const nlohmann::json::exception& fault) {
        throw Failure(file.string(), std::string("is malformed: ") + fault.what(),
                      "install the program again");
    }
    return attachments;
}

} // namespace spinescope::anatomy
