#include "scene/visibility.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace spinescope::scene {

namespace {

std::size_t number(Layer layer) {
    return static_cast<std::size_t>(layer);
}

} // namespace

Opacities opacities_at_depth(float depth) {
    // In the order of Layer: bone, disc, cartilage, ligament, nerve, vessel, muscle, context, other.
    constexpr std::array<Opacities, 5> stops{{{1, 1, 1, 1, 1, 1, 1, 1, 1},
                                              {1, 1, 1, 1, 1, 1, 0, 0, 1},
                                              {1, 1, 1, 0, 0, 0, 0, 0, 1},
                                              {0.25f, 0.25f, 0, 0, 1, 1, 0, 0, 1},
                                              {0, 0, 0, 0, 1, 1, 0, 0, 1}}};
    constexpr std::array<float, stops.size()> at{0, depth_of_bones / 2, depth_of_bones,
                                                 (1 + depth_of_bones) / 2, 1};
    const float here = std::clamp(std::isfinite(depth) ? depth : depth_of_bones, 0.0f, 1.0f);
    std::size_t before = 0;
    while (before + 2 < at.size() && here >= at[before + 1]) ++before;
    const float share = (here - at[before]) / (at[before + 1] - at[before]);
    Opacities opacities{};
    for (std::size_t i = 0; i < opacities.size(); ++i) {
        // What comes into sight is solid as soon as the slider is on its way: half a nerve explains nothing.
        const float from = stops[before][i], to = stops[before + 1][i];
        opacities[i] = from < to && share > 0.02f ? to : from + (to - from) * share;
    }
    return opacities;
}

Visibility::Visibility(std::vector<Layer> layers, const Opacities& opacities)
    : layers_(std::move(layers)),
      first_(opacities), now_{.showing = std::vector<Showing>(layers_.size(), Showing::shown),
                              .opacities = opacities} {}

Showing Visibility::operator[](std::size_t structure) const {
    return opacity(structure) > 0 ? now_.showing[structure] : Showing::hidden;
}

float Visibility::opacity(std::size_t structure) const {
    return now_.opacities[number(layers_[structure])];
}

void Visibility::come_alone(State& state, std::span<const std::size_t> structures) const {
    for (const std::size_t structure : structures) {
        if (structure >= layers_.size()) continue;
        float& opacity = state.opacities[number(layers_[structure])];
        if (opacity > 0) continue;
        opacity = 1;
        for (std::size_t i = 0; i < layers_.size(); ++i)
            if (layers_[i] == layers_[structure]) state.showing[i] = Showing::hidden;
    }
}

void Visibility::set(std::span<const std::size_t> structures, Showing showing) {
    State next = now_;
    if (showing != Showing::hidden) come_alone(next, structures);
    for (const std::size_t structure : structures)
        if (structure < next.showing.size()) next.showing[structure] = showing;
    change(std::move(next));
}

void Visibility::isolate(std::span<const std::size_t> structures) {
    State next = now_;
    come_alone(next, structures);
    std::ranges::fill(next.showing, Showing::hidden);
    for (const std::size_t structure : structures)
        if (structure < next.showing.size()) next.showing[structure] = Showing::shown;
    change(std::move(next));
}

void Visibility::set_opacities(const Opacities& opacities) {
    State next = now_;
    for (std::size_t layer = 0; layer < opacities.size(); ++layer) {
        float& opacity = next.opacities[layer];
        const bool hidden = opacity <= 0;
        opacity = std::isfinite(opacities[layer]) ? std::clamp(opacities[layer], 0.0f, 1.0f) : opacity;
        if (!hidden || opacity <= 0) continue;
        for (std::size_t i = 0; i < layers_.size(); ++i)
            if (number(layers_[i]) == layer) next.showing[i] = Showing::shown;
    }
    change(std::move(next), true);
}

void Visibility::reset() {
    change({.showing = std::vector<Showing>(layers_.size(), Showing::shown), .opacities = first_});
}

void Visibility::restore(std::span<const Showing> showing, const Opacities& opacities) {
    State next = now_;
    std::copy_n(showing.begin(), std::min(showing.size(), next.showing.size()), next.showing.begin());
    next.opacities = opacities;
    change(std::move(next));
}

void Visibility::grow(std::span<const Layer> layers) {
    std::ranges::copy(layers, std::back_inserter(layers_));
    now_.showing.resize(layers_.size(), Showing::shown);
    for (std::vector<State>* states : {&past_, &future_})
        for (State& state : *states) state.showing.resize(layers_.size(), Showing::shown);
}

void Visibility::undo() {
    if (past_.empty()) return;
    future_.push_back(std::exchange(now_, std::move(past_.back())));
    past_.pop_back();
    sliding_ = false;
}

void Visibility::redo() {
    if (future_.empty()) return;
    past_.push_back(std::exchange(now_, std::move(future_.back())));
    future_.pop_back();
    sliding_ = false;
}

void Visibility::change(State next, bool sliding) {
    // What changes nothing is not a step: undo always does something that can be seen.
    if (next == now_) return;
    future_.clear();
    if (sliding && sliding_) {
        now_ = std::move(next);
        return;
    }
    sliding_ = sliding;
    constexpr std::size_t remembered = 200;
    if (past_.size() == remembered) past_.erase(past_.begin());
    past_.push_back(std::exchange(now_, std::move(next)));
}

} // namespace spinescope::scene
