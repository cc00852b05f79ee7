#include "timeline/performance.hpp"

#include "files/failure.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace spinescope::timeline {

namespace {

using mechanics::Motions, mechanics::segments;

constexpr std::size_t stance_numbers = sizeof(Stance) / sizeof(double);
constexpr std::size_t channels = 6 * segments + stance_numbers;
/// Spine and stance of a posture, as numbers that glide.
using Channels = std::array<double, channels>;

Channels numbers(const Motions& motions, const Stance& stance) {
    Channels all{};
    for (std::size_t i = 0; i < segments; ++i)
        for (std::size_t k = 0; k < 6; ++k) all[6 * i + k] = motions[i][static_cast<Eigen::Index>(k)];
    std::ranges::copy(std::bit_cast<std::array<double, stance_numbers>>(stance), all.begin() + 6 * segments);
    return all;
}

Motions motions_of(const Channels& all) {
    Motions motions;
    for (std::size_t i = 0; i < segments; ++i)
        for (std::size_t k = 0; k < 6; ++k) motions[i][static_cast<Eigen::Index>(k)] = all[6 * i + k];
    return motions;
}

Stance stance_of(const Channels& all) {
    std::array<double, stance_numbers> own{};
    std::copy_n(all.begin() + 6 * segments, stance_numbers, own.begin());
    return std::bit_cast<Stance>(own);
}

/// A cycle of values at times, between which they glide without going beyond any of them (Fritsch & Carlson
/// 1980, slopes by their harmonic mean).
class Glide {
public:
    Glide(std::vector<double> times, std::vector<Channels> values, double cycle)
        : times_(std::move(times)), values_(std::move(values)), cycle_(cycle), slopes_(values_.size()) {
        for (std::size_t i = 0; i < times_.size(); ++i) {
            const std::size_t before = (i + times_.size() - 1) % times_.size();
            const double h0 = gap(before), h1 = gap(i);
            for (std::size_t k = 0; k < channels; ++k) {
                const double d0 = (values_[i][k] - values_[before][k]) / h0;
                const double d1 = (values_[next(i)][k] - values_[i][k]) / h1;
                const double w0 = 2 * h1 + h0, w1 = h1 + 2 * h0;
                slopes_[i][k] = d0 * d1 > 0 ? (w0 + w1) / (w0 / d0 + w1 / d1) : 0;
            }
        }
    }

    [[nodiscard]] Channels operator()(double time) const {
        std::size_t i = times_.size() - 1;
        for (std::size_t k = 0; k + 1 < times_.size(); ++k)
            if (time >= times_[k] && time < times_[k + 1]) i = k;
        const double since = time >= times_[i] ? time - times_[i] : time + cycle_ - times_[i];
        const double h = gap(i), t = std::clamp(since / h, 0.0, 1.0), t2 = t * t, t3 = t2 * t;
        Channels now{};
        for (std::size_t k = 0; k < channels; ++k)
            now[k] = (2 * t3 - 3 * t2 + 1) * values_[i][k] + (3 * t2 - 2 * t3) * values_[next(i)][k] +
                     h * ((t3 - 2 * t2 + t) * slopes_[i][k] + (t3 - t2) * slopes_[next(i)][k]);
        return now;
    }

private:
    [[nodiscard]] std::size_t next(std::size_t i) const { return (i + 1) % times_.size(); }
    [[nodiscard]] double gap(std::size_t i) const {
        return i + 1 < times_.size() ? times_[i + 1] - times_[i] : times_[0] + cycle_ - times_[i];
    }

    std::vector<double> times_;
    std::vector<Channels> values_;
    double cycle_;
    std::vector<Channels> slopes_;
};

void take_region(Motions& into, const Motions& from, const mechanics::Region& region) {
    for (std::size_t i = region.first; i <= region.last; ++i) into[i] = from[i];
}

/// The spine balanced in key postures, each region sought from where it was found before.
class Spine {
public:
    Spine(const mechanics::SpineModel& model, const mechanics::Conditions& conditions)
        : model_(model), conditions_(conditions) {}

    [[nodiscard]] Motions in(const KeyPosture& posture) {
        Motions motions = mechanics::standing();
        bend(motions, mechanics::cervical, posture.cervical, last_[0]);
        bend(motions, mechanics::thoracic, posture.thoracic, last_[1]);
        bend(motions, mechanics::lumbar, posture.lumbar, last_[2]);
        return motions;
    }

    void bend(Motions& motions, const mechanics::Region& region, const mechanics::Turn& turn,
              mechanics::Pose& from) const {
        const mechanics::Pose pose = mechanics::turned(model_, conditions_, region, turn, from);
        if (!pose.balance.found)
            throw Failure(std::string(region.name), pose.balance.why, "give smaller angles");
        take_region(motions, pose.motions, region);
        from = pose;
    }

private:
    const mechanics::SpineModel& model_;
    const mechanics::Conditions& conditions_;
    std::array<mechanics::Pose, 3> last_;
};

/// Necks bent by so much, solved once, for heads that find the floor by themselves.
class Necks {
public:
    Necks(const Spine& spine, const mechanics::SpineModel& model) {
        double flexion = 0, extension = 0;
        for (std::size_t i = mechanics::cervical.first; i <= mechanics::cervical.last; ++i) {
            flexion += model[i].range.flexion_deg;
            extension += model[i].range.extension_deg;
        }
        constexpr double most = 0.9; // of its range
        constexpr int steps = 12;
        mechanics::Pose from;
        for (int i = 0; i <= steps; ++i) {
            const double angle = most * (-extension + (flexion + extension) * i / steps);
            angles_.push_back(angle);
            spine.bend(necks_.emplace_back(mechanics::standing()), mechanics::cervical,
                       {.flexion_deg = angle}, from);
        }
    }

    void bend(Motions& motions, double angle) const {
        std::size_t i = 1;
        while (i + 1 < angles_.size() && angles_[i] < angle) ++i;
        const double t = std::clamp((angle - angles_[i - 1]) / (angles_[i] - angles_[i - 1]), 0.0, 1.0);
        for (std::size_t s = mechanics::cervical.first; s <= mechanics::cervical.last; ++s)
            motions[s] = (1 - t) * necks_[i - 1][s] + t * necks_[i][s];
    }
    [[nodiscard]] double lowest() const { return angles_.front(); }
    [[nodiscard]] double highest() const { return angles_.back(); }

private:
    std::vector<double> angles_;
    std::vector<Motions> necks_;
};

/// Bends the neck until the head lies on the floor.
void lay_head(const mechanics::SpineModel& model, const Necks& necks, Motions& motions, const Trunk& trunk) {
    const glm::dmat4 place = pelvis_placed(Position::lying, mechanics::posture(model, motions), trunk);
    double low = necks.lowest(), high = necks.highest();
    for (int i = 0; i < 16; ++i) { // more flexion lifts the head
        const double middle = (low + high) / 2;
        necks.bend(motions, middle);
        const glm::dmat4 occiput(mechanics::posture(model, motions).moved[0]);
        (height_of_head(place * occiput) < 0 ? low : high) = middle;
    }
}

} // namespace

Performance performed(const mechanics::SpineModel& model, const Exercise& exercise,
                      const mechanics::Conditions& conditions) {
    Spine spine(model, conditions);
    std::vector<double> times;
    std::vector<Channels> values;
    double time = 0;
    for (std::size_t i = 0; i < exercise.postures.size(); ++i) {
        const KeyPosture& posture = exercise.postures[i];
        try {
            values.push_back(numbers(spine.in(posture), posture.stance));
        } catch (const Failure& failure) {
            throw Failure("exercise '" + exercise.name + "'", "posture " + std::to_string(i + 1),
                          failure.what());
        }
        time += posture.move_s;
        times.push_back(time);
        if (posture.hold_s > 0) {
            time += posture.hold_s;
            times.push_back(time);
            values.push_back(values.back());
        }
    }
    const double cycle = time;
    times.back() = 0; // the last posture is where it begins, too
    std::ranges::rotate(times, times.end() - 1);
    std::ranges::rotate(values, values.end() - 1);
    const Glide glide(times, values, cycle);

    Performance performance{.exercise = exercise, .time_s = {}, .body = {}, .motions = {}};
    const Places places = places_of(exercise.position);
    std::optional<Necks> necks;
    if (exercise.position == Position::lying) necks.emplace(spine, model);
    const auto keep = [&](double t) {
        const Channels now = glide(t >= cycle ? 0 : t);
        Motions motions = motions_of(now);
        const Stance stance = stance_of(now);
        if (necks) lay_head(model, *necks, motions, stance.trunk);
        performance.time_s.push_back(t);
        performance.body.push_back(
            placed(exercise.position, mechanics::posture(model, motions), stance, places));
        performance.motions.push_back(motions);
    };
    constexpr double most_apart_s = 0.1;
    double begun = 0;
    for (const KeyPosture& posture : exercise.postures) {
        const int parts = std::max(12, static_cast<int>(std::ceil(posture.move_s / most_apart_s)));
        for (int i = 0; i < parts; ++i) keep(begun + posture.move_s * i / parts);
        begun += posture.move_s;
        if (posture.hold_s > 0) keep(begun);
        begun += posture.hold_s;
    }
    keep(cycle);
    return performance;
}

namespace {

/// The kept instants around a time, and how far it is from the first to the second.
struct Between {
    std::size_t before = 0, after = 0;
    double share = 0;
};

Between around(const Performance& performance, double time_s) {
    const double t = std::fmod(std::max(0.0, time_s), performance.time_s.back());
    const auto after = std::ranges::upper_bound(performance.time_s, t);
    const auto i = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
        after - performance.time_s.begin(), 1, static_cast<std::ptrdiff_t>(performance.time_s.size()) - 1));
    const double from = performance.time_s[i - 1];
    return {i - 1, i, std::clamp((t - from) / (performance.time_s[i] - from), 0.0, 1.0)};
}

} // namespace

BodyPose at(const Performance& performance, double time_s) {
    const Between place = around(performance, time_s);
    BodyPose now = performance.body[place.before];
    const BodyPose& after = performance.body[place.after];
    const auto mix = [&](glm::mat4& a, const glm::mat4& b) {
        const auto t = static_cast<float>(place.share);
        a = a * (1 - t) + b * t; // neighbours are near: what this shortens is less than a thousandth
    };
    for (std::size_t i = 0; i < now.posture.moved.size(); ++i)
        mix(now.posture.moved[i], after.posture.moved[i]);
    for (std::size_t i = 0; i < now.parts.size(); ++i) mix(now.parts[i], after.parts[i]);
    return now;
}

Motions motions_at(const Performance& performance, double time_s) {
    const Between place = around(performance, time_s);
    Motions now = performance.motions[place.before];
    for (std::size_t i = 0; i < now.size(); ++i)
        now[i] = (1 - place.share) * now[i] + place.share * performance.motions[place.after][i];
    return now;
}

} // namespace spinescope::timeline
