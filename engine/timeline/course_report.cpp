#include "timeline/course.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace spinescope::timeline {

namespace {

using namespace mechanics;
using OrderedJson = nlohmann::ordered_json;

double rounded(double value) { // six significant figures
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.6g", value);
    return std::strtod(text.data(), nullptr);
}

/// The greatest strain of each kind of ligament in a segment; below -1 where there is none.
std::array<double, ligaments> peaks(const Course& course, const Moment& moment, std::size_t segment) {
    std::array<double, ligaments> most{};
    most.fill(-2);
    for (std::size_t i = 0; i < course.ligaments.size(); ++i) {
        const LigamentOfCourse& ligament = course.ligaments[i];
        double& known = most[static_cast<std::size_t>(ligament.kind)];
        if (ligament.segment == segment && moment.strain[i] > known) known = moment.strain[i];
    }
    return most;
}

bool takes_part(const Course& course, std::size_t segment) {
    for (const LigamentOfCourse& ligament : course.ligaments)
        if (ligament.segment == segment) return true;
    return false;
}

OrderedJson segment_json(const Course& course, const Moment& moment, std::size_t i) {
    const SegmentState& s = moment.segment[i];
    OrderedJson strain;
    const auto most = peaks(course, moment, i);
    for (std::size_t kind = 0; kind < ligaments; ++kind)
        if (most[kind] > -1) strain[std::string(ligament_names[kind])] = rounded(most[kind]);
    return {{"segment", segment_name(i)},
            {"turn_deg", rounded(s.turn_deg)},
            {"motion_share", rounded(s.share)},
            {"neutral_zone_deg", rounded(s.neutral_zone_deg)},
            {"laxity", rounded(s.laxity)},
            {"peak_strain", strain},
            {"share_of_failure", rounded(s.share_of_failure)},
            {"popped", {{"left", s.popped_left}, {"right", s.popped_right}}},
            {"foramen", {{"left", rounded(s.foramen_left)}, {"right", rounded(s.foramen_right)}}},
            {"hypermobile", s.hypermobile}};
}

} // namespace

std::string csv(const Course& course) {
    std::string text = "time_s,day,repetition,loaded,segment,turn_deg,motion_share,neutral_zone_deg,laxity,"
                       "share_of_failure,popped_left,popped_right,hypermobile,foramen_left,foramen_right";
    for (const std::string_view name : ligament_names) text += "," + std::string(name) + "_strain";
    text += "\n";
    std::array<char, 320> row{};
    for (const Moment& moment : course.moments)
        for (std::size_t i = 0; i < segments; ++i) {
            if (!takes_part(course, i)) continue;
            const SegmentState& s = moment.segment[i];
            std::snprintf(row.data(), row.size(),
                          "%.10g,%d,%d,%d,%s,%.6g,%.6g,%.6g,%.6g,%.6g,%d,%d,%d,%.6g,%.6g", moment.time_s,
                          moment.day, moment.repetition, int(moment.loaded), segment_name(i).c_str(),
                          double(s.turn_deg), double(s.share), double(s.neutral_zone_deg), double(s.laxity),
                          double(s.share_of_failure), int(s.popped_left), int(s.popped_right),
                          int(s.hypermobile), double(s.foramen_left), double(s.foramen_right));
            text += row.data();
            for (const double strain : peaks(course, moment, i)) {
                row[0] = 0;
                if (strain > -1) std::snprintf(row.data(), row.size(), "%.6g", strain);
                text += std::string(",") + row.data();
            }
            text += "\n";
        }
    return text;
}

std::string json(const Course& course) {
    OrderedJson told;
    told["regimen"] = course.regimen.name;
    told["repetitions"] = course.repetitions;
    told["days"] = course.moments.empty() ? 0 : course.moments.back().day;
    told["happenings"] = OrderedJson::array();
    for (const Happening& happening : course.happenings)
        told["happenings"].push_back({{"id", happening.id},
                                      {"name", timeline::told(happening)},
                                      {"segment", segment_name(happening.segment)},
                                      {"time_s", rounded(happening.time_s)}});
    for (const Moment& moment : course.moments) {
        OrderedJson now{{"time_s", rounded(moment.time_s)},
                        {"day", moment.day},
                        {"repetition", moment.repetition},
                        {"loaded", moment.loaded},
                        {"segments", OrderedJson::array()}};
        for (std::size_t i = 0; i < segments; ++i)
            if (takes_part(course, i)) now["segments"].push_back(segment_json(course, moment, i));
        told["moments"].push_back(std::move(now));
    }
    return told.dump(2);
}

} // namespace spinescope::timeline
