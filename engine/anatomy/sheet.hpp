#pragma once

#include "anatomy/tissue_plan.hpp"

#include <vector>

namespace spinescope::anatomy {

/// One place of a sheet: a point on either face, what carries it, and how far across the fibres it lies.
struct SheetPlace {
    glm::vec3 deep{};    ///< mm
    glm::vec3 surface{}; ///< mm
    float deep_ride = 0;
    float surface_ride = 0;
    float across = 0; ///< mm
};

/// A thin tissue with two faces on a grid of places: a band, a membrane, a layer of cartilage, or, when its
/// columns meet again, a sleeve. Its edges are closed by a rim, so a band is a ball and a sleeve a torus to
/// the topologist.
struct Sheet {
    enum class Columns { open, meeting };

    int columns = 0;
    int rows = 0;
    Columns ends = Columns::open;
    std::vector<SheetPlace> places{}; ///< row after row

    Sheet(int column_count, int row_count, Columns how = Columns::open)
        : columns(column_count), rows(row_count), ends(how),
          places(static_cast<std::size_t>(column_count) * static_cast<std::size_t>(row_count)) {}

    [[nodiscard]] SheetPlace& at(int column, int row) {
        return places[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
    [[nodiscard]] const SheetPlace& at(int column, int row) const {
        return const_cast<Sheet*>(this)->at(column, row); // NOLINT: one index, two constnesses
    }
    /// The vertex of closed() on the deep face of that place.
    [[nodiscard]] std::uint32_t deep_vertex(int column, int row) const {
        return static_cast<std::uint32_t>(places.size()) + static_cast<std::uint32_t>(row * columns + column);
    }
    /// Where a column or a row lies, 0 the first to 1 the last.
    [[nodiscard]] float s(int column) const {
        return static_cast<float>(column) / static_cast<float>(ends == Columns::open ? columns - 1 : columns);
    }
    [[nodiscard]] float t(int row) const { return static_cast<float>(row) / static_cast<float>(rows - 1); }
};

/// Lays the surface `thickness(column, row)` mm above the deep face, along the normals of the grid that look
/// `towards`; the surface is carried as the deep face is.
void thicken(Sheet& sheet, const glm::vec3& towards, const std::function<float(int, int)>& thickness);

/// The same to both sides of the deep face, which was the middle.
void thicken_both_ways(Sheet& sheet, const glm::vec3& towards,
                       const std::function<float(int, int)>& thickness);

/// Its closed surface, facing outward, with normals, rides and fibres; in the frame of its places, mm.
[[nodiscard]] Mesh closed(const Sheet& sheet);

/// One mesh of several, each closed; they must agree about rides and fibres.
[[nodiscard]] Mesh joined(const Mesh& a, const Mesh& b);

/// From the spine frame into `frame`.
[[nodiscard]] Mesh seen_in(const Pose& frame, Mesh mesh);

/// A thickness that is full in the middle and thins out to a lip at both ends of 0 to 1; a higher `power` has
/// a narrower lip.
[[nodiscard]] float tapered(float s, float power = 6);

} // namespace spinescope::anatomy
