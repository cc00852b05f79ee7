#include "app/bend.hpp"

#include "files/failure.hpp"
#include "files/nearest_word.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace spinescope::app {

namespace {

double number(std::string_view key, std::string_view value) {
    double read = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
    if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(read))
        throw Failure(std::string(key) + " " + files::shown(value), "is not a number",
                      key == "guarding" ? "give 0 to 1" : "give degrees");
    return read;
}

void set(Bend& bend, std::string_view key, std::string_view value) {
    if (key == "flexion")
        bend.turn.flexion_deg = number(key, value);
    else if (key == "side-bend")
        bend.turn.side_bend_deg = number(key, value);
    else if (key == "rotation")
        bend.turn.rotation_deg = number(key, value);
    else if (key == "region")
        bend.region = mechanics::region_named(value);
    else if (key == "guarding") {
        bend.guarding = number(key, value);
        if (bend.guarding < 0 || bend.guarding > 1)
            throw Failure("guarding " + std::string(value), "is out of range", "give 0 to 1");
    } else {
        const std::vector<std::string> keys{"flexion", "side-bend", "rotation", "region", "guarding"};
        throw Failure(files::shown(key), "is no word of a pose", files::suggestion(key, keys));
    }
}

} // namespace

Bend bend_of(std::string_view words) {
    Bend bend;
    while (!words.empty()) {
        const std::size_t comma = words.find(',');
        const std::string_view word = words.substr(0, comma);
        const std::size_t equals = word.find('=');
        if (equals == std::string_view::npos)
            throw Failure("pose " + files::shown(word), "has no value",
                          "write it as KEY=VALUE, for example flexion=40,region=lumbar");
        set(bend, word.substr(0, equals), word.substr(equals + 1));
        words.remove_prefix(comma == std::string_view::npos ? words.size() : comma + 1);
    }
    return bend;
}

mechanics::Conditions conditions_of(const Bend& bend) {
    mechanics::Conditions conditions;
    for (mechanics::Condition& condition : conditions) condition.guarding = bend.guarding;
    return conditions;
}

mechanics::Pose bent(const mechanics::SpineModel& model, const Bend& bend, const mechanics::Pose& start) {
    return mechanics::turned(model, conditions_of(bend), bend.region, bend.turn, start);
}

mechanics::Range range_of(const mechanics::SpineModel& model, const mechanics::Region& region) {
    mechanics::Range all;
    for (std::size_t i = region.first; i <= region.last; ++i) {
        all.flexion_deg += model.at(i).range.flexion_deg;
        all.extension_deg += model.at(i).range.extension_deg;
        all.side_bend_deg += model.at(i).range.side_bend_deg;
        all.rotation_deg += model.at(i).range.rotation_deg;
    }
    return all;
}

mechanics::Turn held_within(const mechanics::Range& range, mechanics::Turn turn) {
    const auto held = [](double angle, double low, double high) {
        return std::isfinite(angle) ? std::clamp(angle, low, high) : 0;
    };
    return {held(turn.flexion_deg, -range.extension_deg, range.flexion_deg),
            held(turn.side_bend_deg, -range.side_bend_deg, range.side_bend_deg),
            held(turn.rotation_deg, -range.rotation_deg, range.rotation_deg)};
}

} // namespace spinescope::app
