#pragma once

#include "scene/layer.hpp"

#include <span>
#include <vector>

namespace spinescope::scene {

enum class Showing : unsigned char { shown, faded, hidden };

/// How much of each layer is shown: 0 nothing, 1 solid.
using Opacities = std::array<float, layer_words.size()>;

/// Bones, discs and cartilage: what everyone expects to see first.
inline constexpr Opacities first_opacities{1, 1, 1, 0, 0, 0, 0, 0, 1};

/// Where the bones are on the way from the skin, 0, to the nerves, 1.
inline constexpr float depth_of_bones = 2.0f / 3;
/// From the skin inward in one stretch: at 0 all the muscles, half-way to the bones the ligaments under them,
/// then the bones, the nerves and vessels through glassy bones, and at 1 these alone.
[[nodiscard]] Opacities opacities_at_depth(float depth);

/// What is shown, faded (a ghost) or hidden: structure by structure, and layer by layer on top of that; with
/// undo and redo.
class Visibility {
public:
    /// One layer a structure.
    explicit Visibility(std::vector<Layer> layers, const Opacities& opacities = first_opacities);

    /// hidden also when its layer is not shown.
    [[nodiscard]] Showing operator[](std::size_t structure) const;
    /// The structure's own, whatever its layer.
    [[nodiscard]] Showing own(std::size_t structure) const { return now_.showing[structure]; }
    /// Of the structure's layer.
    [[nodiscard]] float opacity(std::size_t structure) const;
    [[nodiscard]] const Opacities& opacities() const { return now_.opacities; }
    [[nodiscard]] std::size_t size() const { return layers_.size(); }

    /// What is shown or faded out of a layer that was not comes alone, without the rest of its layer.
    void set(std::span<const std::size_t> structures, Showing showing);
    /// Only these are shown; the rest are hidden.
    void isolate(std::span<const std::size_t> structures);
    /// Settings that follow each other without another change between are one step, as when a slider is
    /// dragged. Layers that come into sight come whole. Values are held within 0 and 1.
    void set_opacities(const Opacities& opacities);
    /// As at first.
    void reset();
    /// Everything at once: a kept view comes back. `showing` may be shorter or longer than this.
    void restore(std::span<const Showing> showing, const Opacities& opacities);

    /// More structures came, after the others. They are part of the past too: undo does not take them away.
    void grow(std::span<const Layer> layers);

    [[nodiscard]] bool can_undo() const { return !past_.empty(); }
    [[nodiscard]] bool can_redo() const { return !future_.empty(); }
    void undo();
    void redo();

private:
    struct State {
        std::vector<Showing> showing;
        Opacities opacities{};
        bool operator==(const State&) const = default;
    };
    void change(State next, bool sliding = false);
    void come_alone(State& state, std::span<const std::size_t> structures) const;

    std::vector<Layer> layers_;
    Opacities first_;
    State now_;
    bool sliding_ = false; ///< the last change set opacities
    std::vector<State> past_;
    std::vector<State> future_;
};

} // namespace spinescope::scene
