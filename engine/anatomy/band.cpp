#include "anatomy/band.hpp"

#include "anatomy/bed.hpp"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace spinescope::anatomy {

Sheet band(const std::vector<BandStation>& stations, int columns, int between, const Shape& clear) {
    constexpr float contact_mm = 0.08F;
    const int rows = static_cast<int>(stations.size() - 1) * between + 1;
    const auto station = [&](int k) -> const BandStation& {
        return stations[static_cast<std::size_t>(std::clamp(k, 0, static_cast<int>(stations.size()) - 1))];
    };
    Sheet sheet(columns, rows);
    std::vector<float> thickness;
    for (int row = 0; row < rows; ++row) {
        const int k = std::min(row / between, static_cast<int>(stations.size()) - 2);
        const float t = static_cast<float>(row - k * between) / static_cast<float>(between);
        const BandStation& a = station(k);
        const BandStation& b = station(k + 1);
        const float t2 = t * t;
        const float t3 = t2 * t;
        const float ease = 3 * t2 - 2 * t3;
        const glm::vec3 middle = (1 - ease) * a.at + ease * b.at +
                                 (t3 - 2 * t2 + t) * 0.5F * (b.at - station(k - 1).at) +
                                 (t3 - t2) * 0.5F * (station(k + 2).at - a.at);
        const glm::vec3 side = glm::normalize(glm::mix(a.side, b.side, ease));
        const float half = glm::mix(a.half_width, b.half_width, ease);
        for (int column = 0; column < columns; ++column) {
            SheetPlace& place = sheet.at(column, row);
            place.across = (1 - 2 * sheet.s(column)) * half;
            place.deep = middle + place.across * side;
            place.deep_ride = glm::mix(a.ride, b.ride, ease);
        }
        thickness.push_back(glm::mix(a.thickness, b.thickness, ease));
    }
    const glm::vec3 towards = glm::cross(stations.front().side, stations[1].at - stations[0].at);
    thicken_both_ways(sheet, glm::normalize(towards), [&](int column, int row) {
        const float end = row == 0 || row == rows - 1 ? 0.6F : 1.0F;
        return end * thickness[static_cast<std::size_t>(row)] * std::max(tapered(sheet.s(column), 3), 0.2F);
    });
    for (SheetPlace& place : sheet.places) {
        place.deep = lifted(clear, place.deep, contact_mm);
        place.surface = lifted(clear, place.surface, contact_mm);
    }
    return sheet;
}

} // namespace spinescope::anatomy
