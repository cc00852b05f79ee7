#include "app/heat_map.hpp"

#include "files/installation.hpp"
#include "mechanics/settle.hpp"
#include "mechanics/subfailure.hpp"

#include <algorithm>
#include <cmath>

namespace spinescope::app {

namespace {

/// A structure's row in the map; null for one that the model does not have.
scene::StrainedLigament* row(scene::HeatMap& map, const std::string& structure) {
    const auto found = map.ligaments.find(structure);
    return found == map.ligaments.end() ? nullptr : &found->second;
}

/// How far it turns under its reference moment in one direction, rad.
double reach(const mechanics::Segment& segment, const mechanics::Condition& condition, int entry,
             double sign) {
    mechanics::Vector6 pull = mechanics::Vector6::Zero();
    pull[entry] = sign * segment.reference_moment;
    return std::abs(settle(segment, condition, pull, mechanics::Motion::Zero()).motion[entry]);
}

} // namespace

scene::HeatMap unstrained(const mechanics::SpineModel& model) {
    const mechanics::SubfailureLaw law =
        mechanics::subfailure_law(anatomy::Figures::load(files::asset("mechanics")));
    scene::HeatMap map;
    for (std::size_t i = 0; i < model.size(); ++i)
        for (const mechanics::Strand& strand : model[i].strands)
            map.ligaments[strand.structure].hurt_from.at(i) =
                float(law.onset.at(std::size_t(strand.kind)) * strand.failure_strain);
    return map;
}

scene::HeatMap heat_map(const scene::HeatMap& unstrained, const mechanics::Readings& readings) {
    scene::HeatMap map = unstrained;
    for (const mechanics::LigamentReading& reading : readings.ligament)
        if (auto* ligament = row(map, reading.structure))
            ligament->strain.at(reading.segment) = float(reading.strain);
    map.disc_N.emplace();
    for (std::size_t i = 0; i < map.disc_N->size(); ++i)
        (*map.disc_N)[i] = float(readings.segment.at(i).disc_compression_N);
    return map;
}

scene::HeatMap heat_map(const scene::HeatMap& unstrained,
                        std::span<const timeline::LigamentOfCourse> ligaments,
                        std::span<const float> strains) {
    scene::HeatMap map = unstrained;
    for (std::size_t i = 0; i < std::min(ligaments.size(), strains.size()); ++i)
        if (auto* ligament = row(map, ligaments[i].structure))
            ligament->strain.at(ligaments[i].segment) = strains[i];
    return map;
}

std::array<scene::Mobility, mechanics::segments> mobility(const mechanics::SpineModel& model,
                                                          const mechanics::Conditions& conditions) {
    struct Direction {
        int entry; ///< of the motion
        double sign;
    };
    constexpr std::array<Direction, 4> directions{{{5, -1}, {5, 1}, {3, 1}, {4, 1}}};
    std::array<scene::Mobility, mechanics::segments> all{};
    for (std::size_t i = 0; i < model.size(); ++i) {
        mechanics::Condition condition = conditions.at(i);
        condition.guarding = 0;
        const mechanics::Condition fresh{.rib_cage = condition.rib_cage};
        if (condition == fresh) continue;
        double differs_most = 1;
        for (const auto& [entry, sign] : directions) {
            const double before = reach(model[i], fresh, entry, sign);
            const double ratio = before > 0 ? reach(model[i], condition, entry, sign) / before : 1;
            if (std::isfinite(ratio) && std::abs(ratio - 1) > std::abs(differs_most - 1))
                differs_most = ratio;
        }
        all.at(i) = scene::mobility(differs_most);
    }
    return all;
}

} // namespace spinescope::app
