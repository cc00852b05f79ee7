#include "app/commands/commands.hpp"
#include "files/failure.hpp"
#include "mechanics/readings.hpp"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace spinescope::app {

namespace {

using namespace mechanics;

template <typename... Values>
std::string line(const char* format, Values... values) {
    char words[256];
    std::snprintf(words, sizeof words, format, values...);
    return words;
}

constexpr std::array<const char*, ligaments> heads{"ALL", "PLL", "flavum", "capsule",
                                                   "ISL", "SSL", "ITL",    "iliolumbar"};

std::string table(const Readings& all, const Pose& pose) {
    std::string text = "segment   flexion  side bend  rotation  disc N m  press N  facets N (left, right)\n";
    for (const SegmentReading& s : all.segment)
        text +=
            line("%-8s  %7.1f  %9.1f  %8.1f  %8.1f  %7.0f  %6.0f %6.0f\n", s.name.c_str(), s.turn.flexion_deg,
                 s.turn.side_bend_deg, s.turn.rotation_deg,
                 std::hypot(s.disc_moment.flexion_Nm, s.disc_moment.side_bend_Nm, s.disc_moment.rotation_Nm),
                 s.disc_compression_N, s.facet_left_N, s.facet_right_N);
    text += "\nstrain %  ";
    for (const char* head : heads) text += line("%9s", head);
    text += "\n";
    for (std::size_t i = 0; i < segments; ++i) {
        std::string row = line("%-10s", all.segment[i].name.c_str());
        bool any = false;
        for (std::size_t kind = 0; kind < ligaments; ++kind) {
            const LigamentReading* most = most_stretched(all, i, static_cast<Ligament>(kind));
            row += !most              ? line("%9s", "-")
                   : most->strain < 0 ? line("%9s", "slack")
                                      : line("%9.1f", 100 * most->strain);
            any = any || most;
        }
        if (any) text += row + "\n";
    }
    text += line("\nbalanced to %.1g N and %.1g N m at every bone\n", pose.balance.force_residual_N,
                 pose.balance.moment_residual_Nm);
    return text;
}

std::string csv(const Readings& all) {
    std::string text = "segment,flexion_deg,side_bend_deg,rotation_deg,disc_flexion_Nm,disc_side_bend_Nm,"
                       "disc_rotation_Nm,disc_compression_N,facet_left_N,facet_right_N";
    for (const std::string_view name : ligament_names) text += "," + std::string(name) + "_strain";
    text += "\n";
    for (std::size_t i = 0; i < segments; ++i) {
        const SegmentReading& s = all.segment[i];
        text += line("%s,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.2f,%.2f,%.2f", s.name.c_str(), s.turn.flexion_deg,
                     s.turn.side_bend_deg, s.turn.rotation_deg, s.disc_moment.flexion_Nm,
                     s.disc_moment.side_bend_Nm, s.disc_moment.rotation_Nm, s.disc_compression_N,
                     s.facet_left_N, s.facet_right_N);
        for (std::size_t kind = 0; kind < ligaments; ++kind) {
            const LigamentReading* most = most_stretched(all, i, static_cast<Ligament>(kind));
            text += most ? line(",%.5f", most->strain) : ",";
        }
        text += "\n";
    }
    return text;
}

std::string json(const Readings& all, const Pose& pose) {
    const auto turn = [](const Turn& t) {
        return nlohmann::ordered_json{
            {"flexion", t.flexion_deg}, {"side_bend", t.side_bend_deg}, {"rotation", t.rotation_deg}};
    };
    nlohmann::ordered_json told;
    told["balance"] = {{"force_residual_N", pose.balance.force_residual_N},
                       {"moment_residual_Nm", pose.balance.moment_residual_Nm},
                       {"passes", pose.balance.passes}};
    for (std::size_t i = 0; i < segments; ++i) {
        const SegmentReading& s = all.segment[i];
        const Torque& load = pose.loads.torques[i];
        told["segments"].push_back(
            {{"segment", s.name},
             {"turn_deg", turn(s.turn)},
             {"share", turn(s.share)},
             {"shift_mm", {{"forward", s.shift_mm.x}, {"up", s.shift_mm.y}, {"right", s.shift_mm.z}}},
             {"load_Nm",
              {{"flexion", load.flexion_Nm},
               {"side_bend", load.side_bend_Nm},
               {"rotation", load.rotation_Nm}}},
             {"disc_Nm",
              {{"flexion", s.disc_moment.flexion_Nm},
               {"side_bend", s.disc_moment.side_bend_Nm},
               {"rotation", s.disc_moment.rotation_Nm}}},
             {"disc_compression_N", s.disc_compression_N},
             {"facet_N", {{"left", s.facet_left_N}, {"right", s.facet_right_N}}}});
    }
    for (const LigamentReading& l : all.ligament)
        told["ligaments"].push_back({{"ligament", l.structure},
                                     {"segment", all.segment[l.segment].name},
                                     {"strain", l.strain},
                                     {"strain_standing", l.standing_strain},
                                     {"share_of_failure", l.share_of_failure},
                                     {"tension_N", l.tension_N}});
    return told.dump(2) + "\n";
}

} // namespace

void pose_command(const PoseOptions& options) {
    const SpineModel model = installed_spine_model();
    const Conditions conditions = conditions_of(options.bend);
    const Pose pose = options.moment.empty()
                          ? bent(model, options.bend)
                          : balanced(model, conditions,
                                     twisted(options.bend.region,
                                             {options.moment[0], options.moment[1], options.moment[2]}));
    if (!pose.balance.found) throw Failure("pose", pose.balance.why, "give smaller angles or moments");
    const Readings all = readings(model, conditions, pose.motions);
    print(options.format == "json" ? json(all, pose) : options.format == "csv" ? csv(all) : table(all, pose));
}

} // namespace spinescope::app
