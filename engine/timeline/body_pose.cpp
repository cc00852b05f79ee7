#include "timeline/body_pose.hpp"

#include "files/csv_table.hpp"
#include "files/installation.hpp"
#include "timeline/two_bones.hpp"

#include <glm/ext/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>
#include <glm/trigonometric.hpp>
#include <limits>

namespace spinescope::timeline {

namespace {

using anatomy::Ball, anatomy::Body, anatomy::BodyPart, anatomy::Posture;
using glm::dmat3, glm::dmat4, glm::dvec3;

constexpr std::array<double, 2> sides{1, -1}; // right, left: the sign of z
const float shoulder_ride = anatomy::ride_of("T3");
const float chest_ride = anatomy::ride_of("T4");

dvec3 mirrored(const dvec3& p, double side) {
    return {p.x, p.y, side * p.z};
}

dvec3 at(const dmat4& m, const dvec3& p) {
    return {m * glm::dvec4(p, 1)};
}

dmat4 turn_about(const dvec3& axis, double degrees) {
    return glm::rotate(dmat4(1), glm::radians(degrees), axis);
}

const dvec3 x_axis(1, 0, 0), y_axis(0, 1, 0), z_axis(0, 0, 1);

/// Orientation of a pelvis that leans forward by `pitch`, after it was turned to the right about the trunk's
/// axis and has sunk on its right.
dmat4 pelvis_turned(double pitch, double turn, double list) {
    return turn_about(z_axis, -pitch) * turn_about(y_axis, -turn) * turn_about(x_axis, list);
}

dmat4 moved(const Posture& spine, float ride) {
    return dmat4(anatomy::motion_at(spine, ride));
}

dmat4 moved_by(const dvec3& shift) {
    return glm::translate(dmat4(1), shift);
}

/// The x for which f is 0, between a and b, where its signs differ; otherwise the end nearer to it.
template <typename F>
double root(F f, double a, double b) {
    double fa = f(a);
    const double fb = f(b);
    if (fa * fb > 0) return std::abs(fa) < std::abs(fb) ? a : b;
    for (int i = 0; i < 40; ++i) {
        const double middle = (a + b) / 2, fm = f(middle);
        if (fa * fm <= 0) {
            b = middle;
        } else {
            a = middle;
            fa = fm;
        }
    }
    return (a + b) / 2;
}

/// Lowest of the back, m, with the spine turned by `turn`; of the pelvis or of the chest.
double lowest_back(const Posture& spine, const dmat4& turn, bool pelvis) {
    double lowest = std::numeric_limits<double>::max();
    for (const BackPoint& point : back_points())
        if ((point.ride == anatomy::sacrum_ride) == pelvis)
            lowest = std::min(lowest, at(turn * moved(spine, point.ride), point.at).y - skin);
    return lowest;
}

/// On the back: chest and pelvis lie on the floor, the shoulders level, the chest along x.
dmat4 lying(const Posture& spine, const Trunk& trunk) {
    const dmat4 chest = moved(spine, chest_ride);
    double turn = 0, pitch = -90;
    for (int round = 0; round < 6; ++round) {
        turn = root([&](double t) { return (pelvis_turned(pitch, t, 0) * chest * glm::dvec4(z_axis, 0)).y; },
                    -60, 60);
        pitch = root(
            [&](double p) {
                const dmat4 turned = pelvis_turned(p, turn, 0);
                return lowest_back(spine, turned, true) - lowest_back(spine, turned, false);
            },
            -125, -55);
    }
    dmat4 turned = pelvis_turned(pitch - trunk.lift_deg, turn, 0);
    const dvec3 along(turned * chest * glm::dvec4(y_axis, 0));
    turned = turn_about(y_axis, glm::degrees(std::atan2(along.z, -along.x))) * turned;
    const dvec3 middle = at(turned * chest, {0, 0.36, 0});
    return moved_by({-middle.x, -lowest_back(spine, turned, false), -middle.z}) * turned;
}

constexpr double soft_arms = 0.965; // of their length, between shoulder and wrist
constexpr double wrist_height = 0.026;
constexpr double reach = soft_arms * (Body::upper_arm + Body::forearm);

/// On hands and knees: hips over the knees, shoulders as high as the arms are long.
dmat4 on_all_fours(const Posture& spine) {
    const dvec3 hips{Body::hip.x, Body::hip.y, 0};
    const dvec3 shoulders{Body::shoulder.x, Body::shoulder.y, 0};
    const double high = Body::knee_radius + Body::thigh;
    const auto turned = [&](double pitch) {
        return moved_by({0, high, 0}) * pelvis_turned(pitch, 0, 0) * moved_by(-hips);
    };
    const double pitch = root(
        [&](double p) {
            return at(turned(p) * moved(spine, shoulder_ride), shoulders).y - reach - wrist_height;
        },
        20, 150);
    return turned(pitch);
}

dmat4 upright(double hip_height, const Trunk& trunk) {
    const dvec3 hips{Body::hip.x, Body::hip.y, 0};
    return moved_by({0, hip_height + 1e-3 * trunk.rise_mm, 0}) *
           pelvis_turned(0, trunk.turn_deg, trunk.list_deg) * moved_by(-hips);
}

constexpr double on_the_seat = seat_height + 0.085; // hip joints over the sitting bones and what pads them
constexpr double standing_hips = Body::thigh + Body::shank + Body::ankle - 0.004;

/// How high a part's origin is above the floor when the part, so turned, just touches it.
double height_on_floor(const std::vector<glm::vec3>& surface, const dmat3& turned) {
    double lowest = 0;
    for (const glm::vec3& p : surface) lowest = std::min(lowest, (turned * dvec3(p)).y);
    return -lowest;
}

const std::vector<glm::vec3>& foot_surface() {
    static const std::vector<glm::vec3> surface = body_part_mesh(BodyPart::right_foot).positions;
    return surface;
}
const std::vector<glm::vec3>& hand_surface() {
    static const std::vector<glm::vec3> surface = body_part_mesh(BodyPart::right_hand).positions;
    return surface;
}

/// A body whose trunk is placed and whose limbs follow.
struct Limbs {
    Position position;
    const Stance& stance;
    const Places& places;
    BodyPose body;
    dmat4 pelvis{1};
    std::array<dvec3, 2> knees{}, shins{}; ///< and the fronts of the shanks

    void put(BodyPart right, std::size_t side, const dmat4& frame) {
        body.parts.at(static_cast<std::size_t>(right) + side) = glm::mat4(frame);
    }
    void put_leg(std::size_t side, const dvec3& hip, const dvec3& knee, const dvec3& ankle,
                 const dvec3& bend) {
        const dvec3 axis = glm::normalize(ankle - hip);
        const dvec3 front = across(bend, axis);
        put(BodyPart::right_thigh, side, limb_frame(hip, knee, front));
        put(BodyPart::right_shank, side, limb_frame(knee, ankle, front));
        knees.at(side) = knee;
        shins.at(side) = across(front, glm::normalize(ankle - knee));
    }

    void kneel(std::size_t side) {
        const dvec3 hip = at(pelvis, mirrored(Body::hip, sides.at(side)));
        const dvec3 knee{hip.x, Body::knee_radius, hip.z};
        // The back of the foot lies on the floor, toes behind.
        const double ankle_height = Body::ankle_radius;
        const auto foot_turned = [](double toes_down) { return dmat3(turn_about(z_axis, 180 + toes_down)); };
        const dmat3 turned = foot_turned(root(
            [&](double angle) { return height_on_floor(foot_surface(), foot_turned(angle)) - ankle_height; },
            0, 60));
        const double back =
            std::sqrt(Body::shank * Body::shank - (ankle_height - knee.y) * (ankle_height - knee.y));
        const dvec3 ankle{knee.x - back, ankle_height, knee.z};
        put(BodyPart::right_thigh, side, limb_frame(hip, knee, x_axis));
        put(BodyPart::right_shank, side, limb_frame(knee, ankle, -y_axis));
        put(BodyPart::right_foot, side, moved_by(ankle) * dmat4(turned));
    }

    void stand(std::size_t side) {
        const Leg& leg = side == 0 ? stance.right_leg : stance.left_leg;
        const dvec3 hip = at(pelvis, mirrored(Body::hip, sides.at(side)));
        const dmat4 trunk = pelvis * dmat4(glm::inverse(dmat3(1)));
        const dvec3 ahead = position == Position::lying ? y_axis : x_axis;
        // The foot where it stands, resting on what of it is lowest, and where it is when the leg is raised.
        const dmat3 planted =
            dmat3(turn_about(z_axis, leg.pitch_deg)) * dmat3(turn_about(x_axis, 0.7 * leg.roll_deg));
        dvec3 down = places.feet.at(side) + dvec3(1e-3 * leg.forward_mm, 0, 0);
        down.y = height_on_floor(foot_surface(), planted) + 1e-3 * leg.lift_mm;
        const auto bent = [&](double degrees) {
            return dvec3(trunk * turn_about(z_axis, degrees) * glm::dvec4(-y_axis, 0));
        };
        const dvec3 free =
            hip + Body::thigh * bent(leg.hip_deg) + Body::shank * bent(leg.hip_deg - leg.knee_deg);
        const dvec3 ankle = glm::mix(down, free, leg.raised);
        const dvec3 axis = glm::normalize(ankle - hip);
        const dvec3 raised_bend(trunk * turn_about(z_axis, leg.hip_deg) * glm::dvec4(x_axis, 0));
        const dvec3 planted_bend(turn_about(axis, leg.roll_deg) * glm::dvec4(ahead, 0));
        const dvec3 bend = glm::mix(planted_bend, raised_bend, leg.raised);
        const dvec3 knee = middle_joint(hip, ankle, Body::thigh, Body::shank, bend);
        put_leg(side, hip, knee, ankle, bend);
        const dvec3 shank = glm::normalize(knee - ankle);
        const dvec3 front = across(bend, shank);
        const dmat3 hanging = dmat3(front, shank, glm::cross(front, shank)) * dmat3(turn_about(z_axis, -18));
        const glm::dquat foot = glm::slerp(glm::quat_cast(planted), glm::quat_cast(hanging), leg.raised);
        put(BodyPart::right_foot, side, moved_by(ankle) * glm::mat4_cast(foot));
    }

    /// The hand goes on where the forearm points, its palm towards `palm`; so much of it lies on the floor.
    void put_arm(std::size_t side, const dvec3& shoulder, const dvec3& wrist, const dvec3& bend,
                 const dmat3& hand) {
        const dvec3 elbow = middle_joint(shoulder, wrist, Body::upper_arm, Body::forearm, bend);
        const dvec3 reached = elbow + Body::forearm * glm::normalize(wrist - elbow);
        put(BodyPart::right_upper_arm, side, limb_frame(shoulder, elbow, -bend));
        put(BodyPart::right_forearm, side, limb_frame(elbow, reached, -bend));
        put(BodyPart::right_hand, side, moved_by(reached) * dmat4(hand));
    }

    /// Orientation of a hand whose fingers point along `fingers`, palm towards `palm`.
    static dmat3 hand_along(const dvec3& fingers, const dvec3& palm) {
        return dmat3(limb_frame(dvec3(0), fingers, palm));
    }

    void lean_on_hands(std::size_t side, const dvec3& shoulder) {
        const dmat3 hand = hand_along(glm::normalize(dvec3(1, -0.075, 0)), -y_axis);
        dvec3 wrist = places.hands.at(side);
        wrist.y = std::max(height_on_floor(hand_surface(), hand), Body::wrist_radius);
        put_arm(side, shoulder, wrist, dvec3(-1, 0, 0.45 * sides.at(side)), hand);
    }

    void rest_arm(std::size_t side, const dvec3& shoulder) {
        const Arm& arm = side == 0 ? stance.right_arm : stance.left_arm;
        const double angle = glm::radians(arm.aside_deg);
        const dvec3 out(std::cos(angle), 0, sides.at(side) * std::sin(angle));
        const dmat3 flat = hand_along(glm::normalize(out - 0.075 * y_axis), -y_axis);
        dvec3 floor = places.hands.at(side) + reach * out;
        floor.y = std::max(height_on_floor(hand_surface(), flat), Body::wrist_radius);
        const bool right_knee = stance.right_leg.raised >= stance.left_leg.raised;
        const std::size_t raised = right_knee ? 0 : 1;
        const dvec3 ankle =
            at(dmat4(body.parts.at(static_cast<std::size_t>(BodyPart::right_foot) + raised)), dvec3(0));
        const dvec3 shank = glm::normalize(ankle - knees.at(raised));
        const dvec3 aside = glm::cross(shins.at(raised), shank);
        const double to_right = glm::dot(aside, z_axis) > 0 ? 1 : -1;
        const dvec3 held = knees.at(raised) + 0.09 * shank + 0.062 * shins.at(raised) +
                           0.05 * sides.at(side) * to_right * aside;
        // From the floor to the knee the hand goes round the side of the body.
        const double w = arm.to_knee;
        const dvec3 wrist =
            glm::mix(floor, held, w) + 4 * w * (1 - w) * dvec3(0, 0.10, 0.16 * sides.at(side));
        const dvec3 over = glm::normalize(-sides.at(side) * z_axis + 0.5 * shank);
        const dmat3 holding = hand_along(over, -shins.at(raised));
        const glm::dquat hand = glm::slerp(glm::quat_cast(flat), glm::quat_cast(holding), w);
        const dvec3 bend = glm::mix(dvec3(-std::sin(angle), 0, sides.at(side) * std::cos(angle)),
                                    glm::normalize(dvec3(0.2, -0.5, sides.at(side))), w);
        put_arm(side, shoulder, wrist, bend, glm::mat3_cast(hand));
    }

    /// Arms crossed, each hand on the other shoulder; the right forearm in front.
    void cross_arms(std::size_t side, const dvec3& shoulder, const dmat4& chest) {
        const double s = sides.at(side);
        const dvec3 other =
            at(chest, mirrored(Body::shoulder, -s) + dvec3(side == 0 ? 0.095 : 0.070, -0.050, s * 0.120));
        const dvec3 bend(chest * glm::dvec4(0.25, -1, 0.1 * s, 0));
        const dvec3 elbow = middle_joint(shoulder, other, Body::upper_arm, Body::forearm, bend);
        const dvec3 palm(chest * glm::dvec4(-x_axis, 0));
        put_arm(side, shoulder, other, bend, hand_along(glm::normalize(other - elbow), palm));
    }

    void swing_arm(std::size_t side, const dvec3& shoulder, const dmat4& chest) {
        const Arm& arm = side == 0 ? stance.right_arm : stance.left_arm;
        const dmat4 own = chest * turn_about(x_axis, -7 * sides.at(side));
        const auto along = [&](double degrees) {
            return dvec3(own * turn_about(z_axis, degrees) * glm::dvec4(-y_axis, 0));
        };
        const dvec3 elbow = shoulder + Body::upper_arm * along(arm.swing_deg);
        const dvec3 wrist = elbow + Body::forearm * along(arm.swing_deg + arm.elbow_deg);
        const dvec3 inward(own * glm::dvec4(0.3, 0, -sides.at(side), 0));
        put_arm(side, shoulder, wrist, dvec3(own * glm::dvec4(-x_axis, 0)),
                hand_along(glm::normalize(wrist - elbow), inward));
    }
};

} // namespace

const std::vector<BackPoint>& back_points() {
    static const std::vector<BackPoint> points = [] {
        const files::CsvTable table = files::CsvTable::read(files::asset("exercises/back.csv"),
                                                            {"bone", "forward_mm", "up_mm", "right_mm"});
        std::vector<BackPoint> all;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const float ride = anatomy::ride_of(table.text(row, "bone"));
            const dvec3 right = 1e-3 * dvec3(table.number(row, "forward_mm"), table.number(row, "up_mm"),
                                             table.number(row, "right_mm"));
            all.push_back({right, ride});
            if (right.z > 0) all.push_back({mirrored(right, -1), ride});
        }
        return all;
    }();
    return points;
}

Places places_of(Position position) {
    const Posture still;
    const dmat4 pelvis = pelvis_placed(position, still, {});
    Places places;
    for (std::size_t side = 0; side < 2; ++side) {
        const dvec3 hip = at(pelvis, mirrored(Body::hip, sides.at(side)));
        const dvec3 shoulder = at(pelvis, mirrored(Body::shoulder, sides.at(side)));
        const double ahead = position == Position::lying     ? 0.50
                             : position == Position::sitting ? Body::thigh - 0.01
                                                             : 0;
        places.feet.at(side) = hip + dvec3(ahead, 0, 0);
        places.hands.at(side) = shoulder;
    }
    return places;
}

dmat4 pelvis_placed(Position position, const Posture& spine, const Trunk& trunk) {
    switch (position) {
    case Position::all_fours:
        return on_all_fours(spine);
    case Position::lying:
        return lying(spine, trunk);
    case Position::sitting:
        return upright(on_the_seat, trunk);
    case Position::standing:
        return upright(standing_hips, trunk);
    }
    return dmat4(1);
}

BodyPose placed(Position position, const Posture& spine, const Stance& stance, const Places& places) {
    Limbs limbs{.position = position, .stance = stance, .places = places, .body = {}};
    limbs.pelvis = pelvis_placed(position, spine, stance.trunk);
    const glm::mat4 place(limbs.pelvis);
    for (std::size_t bone = 0; bone < anatomy::chain_length; ++bone)
        limbs.body.posture.moved[bone] = place * spine.moved[bone];
    limbs.body.parts[static_cast<std::size_t>(BodyPart::head)] = limbs.body.posture.moved[0];
    const dmat4 chest = moved(limbs.body.posture, shoulder_ride);
    for (std::size_t side = 0; side < 2; ++side)
        position == Position::all_fours ? limbs.kneel(side) : limbs.stand(side);
    for (std::size_t side = 0; side < 2; ++side) {
        const dvec3 shoulder = at(chest, mirrored(Body::shoulder, sides.at(side)));
        switch (position) {
        case Position::all_fours:
            limbs.lean_on_hands(side, shoulder);
            break;
        case Position::lying:
            limbs.rest_arm(side, shoulder);
            break;
        case Position::sitting:
            limbs.cross_arms(side, shoulder, chest);
            break;
        case Position::standing:
            limbs.swing_arm(side, shoulder, chest);
            break;
        }
    }
    return limbs.body;
}

double height_of_head(const dmat4& occiput) {
    const Ball& back = Body::back_of_head;
    return at(occiput, back.at).y - back.radius;
}

} // namespace spinescope::timeline
