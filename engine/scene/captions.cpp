#include "scene/labels.hpp"

#include <algorithm>
#include <map>

namespace spinescope::scene {

namespace {

/// A caption and the structures it speaks for.
struct Entry {
    Caption caption;
    std::string parent;
    bool own = false; ///< must not be taken into its group
    std::vector<Sight> sights;
};

/// Less of a structure than this is a speck that no leader can point at.
constexpr std::size_t least_pixels = 60;

Caption caption_of(const std::string& id, const Description& description, const Sight& sight) {
    return {.id = id,
            .name = description.name.empty() ? id : description.name,
            .latin = description.latin,
            .point = sight.point,
            .pixels = sight.pixels};
}

/// Of several sights the one in the middle of their heights stands for all.
Sight middle_of(std::vector<Sight> sights) {
    const auto middle = sights.begin() + static_cast<std::ptrdiff_t>(sights.size() / 2);
    std::ranges::nth_element(sights, middle, {}, [](const Sight& sight) { return sight.point.y; });
    return *middle;
}

/// The group whose members have least room for names of their own; empty when no group has two.
std::string most_crowded(const std::vector<Entry>& entries) {
    std::map<std::string, std::pair<std::size_t, std::size_t>> groups; // pixels, members
    for (const Entry& entry : entries) {
        if (entry.own || entry.parent.empty()) continue;
        auto& [pixels, members] = groups[entry.parent];
        pixels += entry.caption.pixels;
        ++members;
    }
    std::string crowded;
    double least = 1e300;
    for (const auto& [group, sum] : groups) {
        if (sum.second < 2) continue;
        const double mean = static_cast<double>(sum.first) / static_cast<double>(sum.second);
        if (mean >= least) continue;
        least = mean;
        crowded = group;
    }
    return crowded;
}

/// Whether a group is `ancestor` or somewhere below it.
bool stands_below(const Model& model, std::string group, const std::string& ancestor) {
    while (!group.empty() && group != ancestor) {
        const auto found = std::ranges::find(model.groups, group, &Group::id);
        group = found == model.groups.end() ? "" : found->parent;
    }
    return !group.empty();
}

} // namespace

std::vector<Caption> captions(const Model& model, const std::vector<Sight>& sights,
                              std::optional<std::size_t> selected) {
    std::vector<Entry> entries;
    for (const Sight& sight : sights) {
        const bool own = sight.structure == selected;
        if (sight.pixels < least_pixels && !own) continue;
        const Structure& structure = model.structures.at(sight.structure);
        entries.push_back({.caption = caption_of(structure.id, structure.description, sight),
                           .parent = structure.parent,
                           .own = own,
                           .sights = {sight}});
    }
    while (entries.size() > most_labels) {
        const std::string crowded = most_crowded(entries);
        const auto group = std::ranges::find(model.groups, crowded, &Group::id);
        if (crowded.empty() || group == model.groups.end()) break;
        Entry together{.caption = {}, .parent = group->parent, .own = false, .sights = {}};
        std::size_t pixels = 0;
        std::erase_if(entries, [&](Entry& entry) {
            if (entry.own || entry.parent != crowded) return false;
            std::ranges::copy(entry.sights, std::back_inserter(together.sights));
            pixels += entry.caption.pixels;
            return true;
        });
        together.caption = caption_of(group->id, group->description, middle_of(together.sights));
        together.caption.pixels = pixels;
        entries.push_back(std::move(together));
    }
    std::ranges::stable_sort(entries, [](const Entry& a, const Entry& b) {
        return a.own != b.own ? a.own : a.caption.pixels > b.caption.pixels;
    });
    std::vector<Caption> chosen;
    for (const Entry& entry : entries)
        if (chosen.size() < most_labels) chosen.push_back(entry.caption);
    return chosen;
}

std::vector<Caption> captions_of(const Model& model, const std::vector<Sight>& sights,
                                 const std::vector<std::string>& ids) {
    std::vector<Caption> chosen;
    for (const std::string& id : ids) {
        const auto group = std::ranges::find(model.groups, id, &Group::id);
        std::vector<Sight> members;
        for (const Sight& sight : sights) {
            const Structure& structure = model.structures.at(sight.structure);
            if (sight.pixels == 0 || (structure.id != id && !stands_below(model, structure.parent, id)))
                continue;
            members.push_back(sight);
        }
        if (members.empty()) continue;
        const Sight middle = middle_of(members);
        const Description& description = group != model.groups.end()
                                             ? group->description
                                             : model.structures.at(middle.structure).description;
        chosen.push_back(caption_of(id, description, middle));
    }
    return chosen;
}

} // namespace spinescope::scene
