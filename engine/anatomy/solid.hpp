#pragma once

#include <cstdint>
#include <functional>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace spinescope::anatomy {

/// An implicit shape: about the signed distance in mm from a point (mm) to its surface, negative inside, and
/// never changing faster than `steepest` mm a mm.
using Shape = std::function<float(const glm::vec3&)>;

/// What every shape must keep to, so that a region far from its surface can be skipped unseen.
inline constexpr float steepest = 1.5F;

/// Union and difference with a fillet about `blend` mm wide: a polynomial that leaves both fields alone where
/// they differ by more than `blend` (Quilez 2013, quadratic smooth minimum).
[[nodiscard]] float smooth_union(float a, float b, float blend);
[[nodiscard]] float smooth_difference(float a, float b, float blend);

/// A solid as an anatomist would tell it: joined from parts, then cut, in that order. Mirror-symmetric solids
/// are described by their right half (z >= 0) only.
class Solid {
public:
    enum class Symmetry { none, sagittal };

    explicit Solid(Symmetry symmetry = Symmetry::none) : symmetry_(symmetry) {}

    Solid& join(Shape part, float blend = 0);
    Solid& cut(Shape tool, float blend = 0);
    /// Keeps only what lies inside `tool`.
    Solid& keep(Shape tool, float blend = 0);

    [[nodiscard]] float operator()(const glm::vec3& p) const;

    /// The steps that matter within `radius` of `centre`, in order, and the value at `centre`. Inside that
    /// ball evaluate() with them equals operator().
    [[nodiscard]] float steps_near(const glm::vec3& centre, float radius,
                                   std::vector<std::uint16_t>& steps) const;
    [[nodiscard]] float evaluate(const glm::vec3& p, std::span<const std::uint16_t> steps) const;

    /// Outward, unit length.
    [[nodiscard]] glm::vec3 normal(const glm::vec3& p) const;

private:
    enum class Way : std::uint8_t { join, cut, keep };
    struct Step {
        Way way;
        float blend;
        Shape shape;
    };

    /// What is left of the distance `d` after one more step at the folded point `q`, mm.
    static float taken(const Step& step, const glm::vec3& q, float d);
    [[nodiscard]] glm::vec3 folded(glm::vec3 p) const;

    Symmetry symmetry_;
    std::vector<Step> steps_;
};

} // namespace spinescope::anatomy
