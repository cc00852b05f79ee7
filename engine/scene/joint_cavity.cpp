#include "scene/joint_cavity.hpp"

#include "scene/slab.hpp"

#include <cmath>
#include <glm/gtc/constants.hpp>

namespace spinescope::scene {

namespace {

/// The sheet may cover a little more than the facet, and leaves a film on either cartilage if it can.
constexpr float widest = 1.04f, usual_share = 0.92f, greatest_share = 0.995f;
constexpr int most_bubbles = 60;
/// How far beside the facet a bubble stays, in facet radii.
constexpr float farthest = 1.25f;
constexpr float golden = 0.61803399f;

/// A number from 0 to 1 that looks like chance and is the same every time.
float scattered(int i) {
    const float x = float(i) * 12.9898f + 4.1414f;
    const float y = std::sin(x) * 43758.547f;
    return y - std::floor(y);
}

} // namespace

Cavity::Cavity(const JointFilm& film, const JointInstant& instant) : film_(film), frame_(film.space.joint) {
    const auto volume = float(instant.cavity_m3);
    if (!(volume > 0)) return;
    const auto gap = float(std::max(instant.gap_m, 1e-9));
    bubbles_ = std::clamp(instant.bubbles, 1, most_bubbles);
    radius_m_ = std::cbrt(volume / float(bubbles_) * 3 / (4 * glm::pi<float>()));
    if (bubbles_ > 1) {
        kind_ = Kind::bubbles;
        return;
    }
    if (2 * radius_m_ <= gap) {
        kind_ = Kind::ball;
        radius_m_ *= film.gap / gap;
        return;
    }
    kind_ = Kind::sheet;
    const float mean = std::sqrt(frame_.half_width * frame_.half_height);
    const float area = volume / (gap * usual_share * Slab::rounded_volume * glm::pi<float>());
    radius_m_ = std::min(std::sqrt(area), widest * mean);
    // Where the film is drawn thicker, a sheet that has just grown out of its ball is drawn as wide as that.
    if (film.gap > 1.01f * gap) radius_m_ = std::max(radius_m_, film.gap / 2);
    const float share = area * usual_share / (radius_m_ * radius_m_);
    thick_m_ = film.gap * std::clamp(share, usual_share, greatest_share);
    stretch_ = glm::smoothstep(0.3f, 0.95f, radius_m_ / mean);

    const auto capillary = float(std::max(0.0, instant.capillary));
    const float number = 2 * radius_m_ * std::sqrt(capillary) / gap;
    constexpr float a_dozen = 12;
    fingers_ = int(std::lround(number < a_dozen ? number : a_dozen + 4 * std::log10(number / a_dozen)));
    if (fingers_ < 3) fingers_ = 0;
    depth_ = 0.5f * capillary / (capillary + 0.02f);
    if (fingers_ == 0) return;
    constexpr int looks = 720;
    float squares = 0;
    for (int i = 0; i < looks; ++i) {
        const float r = rim(glm::two_pi<float>() * float(i) / looks);
        squares += r * r / looks;
    }
    even_ = 1 / std::sqrt(squares);
}

float Cavity::rim(float angle) const {
    // No film parts quite evenly.
    float r = 1 + 0.025f * std::sin(3 * angle + 0.7f) + 0.02f * std::sin(5 * angle + 2.1f);
    if (fingers_ == 0) return r;
    const float turn = float(fingers_) * angle / glm::two_pi<float>();
    const float wobble =
        turn + 0.25f * std::sin(2 * angle + 1) + 0.17f * std::sin(3 * angle) + 0.1f * std::sin(7 * angle);
    const int streak = (int(std::lround(wobble)) % fingers_ + fingers_) % fingers_;
    // Between broad, rounded fingers of gas stand thin streaks of fluid; no two are alike.
    const float across = std::abs(std::cos(glm::pi<float>() * wobble));
    const float along = 0.25f + 0.75f * scattered(streak);
    const int finger = (int(std::floor(wobble)) % fingers_ + fingers_) % fingers_;
    const float longer = 0.45f * (scattered(finger + 101) - 0.4f) * (1 - across * across);
    r *= 1 + depth_ * (longer - 0.12f * across * across - 1.1f * along * std::pow(across, 9.0f));
    return even_ * r;
}

glm::vec2 Cavity::at(float r, float angle) const {
    const float mean = std::sqrt(frame_.half_width * frame_.half_height);
    const glm::vec2 as_circle =
        radius_m_ * glm::vec2(std::cos(angle) / frame_.half_width, std::sin(angle) / frame_.half_height);
    const glm::vec2 as_facet = radius_m_ / mean * glm::vec2(std::cos(angle), std::sin(angle));
    return r * rim(angle) * glm::mix(as_circle, as_facet, stretch_);
}

bool Cavity::covers(glm::vec2 uv) const {
    const auto in_ball = [&](glm::vec2 centre) {
        return glm::length((uv - centre) * glm::vec2(frame_.half_width, frame_.half_height)) < radius_m_;
    };
    switch (kind_) {
    case Kind::none:
        return false;
    case Kind::ball:
        return in_ball({});
    case Kind::sheet: {
        const float mean = std::sqrt(frame_.half_width * frame_.half_height);
        const glm::vec2 scale = glm::mix(radius_m_ / glm::vec2(frame_.half_width, frame_.half_height),
                                         glm::vec2(radius_m_ / mean), stretch_);
        const glm::vec2 p = uv / scale;
        return glm::length(p) < rim(std::atan2(p.y, p.x));
    }
    case Kind::bubbles:
        for (int i = 0; i < bubbles_; ++i)
            if (in_ball(bubble_place(film_.space, i))) return true;
    }
    return false;
}

anatomy::Mesh Cavity::mesh() const {
    if (kind_ == Kind::none) return {};
    if (kind_ == Kind::ball) return ball(frame_, {}, film_.middle({}), radius_m_);
    if (kind_ == Kind::bubbles) {
        anatomy::Mesh all;
        for (int i = 0; i < bubbles_; ++i) {
            const glm::vec2 uv = bubble_place(film_.space, i);
            append(all, ball(frame_, uv, film_.middle(uv), radius_m_, 16, 6));
        }
        return all;
    }
    Slab slab;
    slab.place = [&](float r, float angle) { return at(r, angle); };
    slab.low = [&](glm::vec2 uv) { return film_.middle(uv) - thick_m_ / 2; };
    slab.high = [&](glm::vec2 uv) { return film_.middle(uv) + thick_m_ / 2; };
    slab.spokes = std::clamp(30 * fingers_, 96, 480);
    slab.rings = 7;
    return surface(slab, frame_);
}

glm::vec2 bubble_place(const JointSpace& space, int bubble) {
    // The first two lie where the close-up cuts across.
    const float angle = bubble < 2 ? glm::pi<float>() * float(bubble)
                                   : glm::two_pi<float>() * (golden * float(bubble) + 0.13f);
    const float out =
        glm::mix(1.0f, std::min(space.room_at(angle), farthest), 0.35f + 0.3f * scattered(bubble));
    return out * glm::vec2(std::cos(angle), std::sin(angle));
}

} // namespace spinescope::scene
