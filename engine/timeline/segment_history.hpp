#pragma once

#include "mechanics/creep.hpp"
#include "mechanics/segment.hpp"
#include "mechanics/subfailure.hpp"
#include "timeline/schedule.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace spinescope::timeline {

/// What use does to tissues, and when a joint pops under it (assets/mechanics/wear.csv).
struct WearLaws {
    mechanics::CreepLaw creep;
    mechanics::SubfailureLaw subfailure;
    double pop_opening_m = 0;
    double pop_speed_m_per_s = 0;
    double pop_again_s = 0; ///< after the last time
    double thrust_spread_m = 0;
    double thrust_error_m = 0; ///< mean distance of where a professional's thrust lands from what it means
};
[[nodiscard]] WearLaws wear_laws(const anatomy::Figures& mechanics);

/// Where along the spine a professional's thrust lands, m above what it is meant for: the repetition's place
/// in a fixed sequence that is spread normally, so that every course comes out the same again. Its mean
/// distance is `error_m`.
[[nodiscard]] double landing(int repetition, double error_m);

/// One segment at one appointment that is kept.
struct SegmentRecord {
    mechanics::Motion motion;    ///< under load; at a look as it would be under the first phase's
    double turn_deg = 0;         ///< the angle of the whole turn
    double main_turn_deg = 0;    ///< of it, what lies in the manoeuvre's main plane
    double neutral_zone_deg = 0; ///< of the first phase's manoeuvre, by a twentieth of its load
    double laxity = 0;           ///< how much farther that manoeuvre turns it than at first
    bool popped_left = false, popped_right = false;
    std::vector<float> strain; ///< one a strand's structure, in the order of structures_of()
    double peak_strain = 0;    ///< lengthening since the beginning included
    double share_of_failure = 0;
    mechanics::Condition condition; ///< after it
};

/// The ligaments of a segment by structure: "capsule.L4-L5.right", each once, in the strands' order.
[[nodiscard]] std::vector<std::string> structures_of(const mechanics::Segment& segment);

/// How a segment starts into a regimen.
[[nodiscard]] mechanics::Condition condition_at_first(const Regimen& regimen, std::size_t segment);

/// What a repetition loads a segment with, as parts of its reference moment.
using EffortOf = std::function<mechanics::Turn(const Appointment&)>;

/// Lives through the appointments with one segment: turned, crept, hurt, rested. Under one torque a segment
/// needs nothing from its neighbours. Returns a record for each appointment that is kept. Throws Failure when
/// the segment finds no balance.
[[nodiscard]] std::vector<SegmentRecord> history(const mechanics::Segment& segment,
                                                 const mechanics::Condition& at_first, const Regimen& regimen,
                                                 std::span<const Appointment> appointments,
                                                 const EffortOf& effort, const WearLaws& laws);

} // namespace spinescope::timeline
