#include "anatomy/paired.hpp"

#include "anatomy/swept.hpp"

#include <memory>
#include <mutex>

namespace spinescope::anatomy {

namespace {

/// "hip.right" -> "hip.left"; a bone of the midline keeps its name.
std::string other_side(const std::string& bone) {
    constexpr std::string_view right = ".right";
    return bone.ends_with(right) ? bone.substr(0, bone.size() - right.size()) + ".left" : bone;
}

} // namespace

void plan_pair(std::vector<TissuePlan>& plans, std::string_view stem, std::function<Mesh()> make_right,
               const std::vector<Attachment>& attachments, const std::vector<Hold>& holds,
               const Pose& frame) {
    struct Shared {
        std::once_flag once;
        std::function<Mesh()> make;
        Mesh mesh;
    };
    const auto shared = std::make_shared<Shared>();
    shared->make = std::move(make_right);
    const auto right = [shared] {
        std::call_once(shared->once, [&] { shared->mesh = shared->make(); });
        return shared->mesh;
    };
    std::vector<Attachment> left = attachments;
    for (Attachment& attachment : left) {
        attachment.at.z = -attachment.at.z;
        attachment.bone = other_side(attachment.bone);
    }
    std::vector<Hold> left_holds = holds;
    for (Hold& hold : left_holds) hold.bone = other_side(hold.bone);
    plans.push_back({.id = std::string(stem) + ".right",
                     .make = right,
                     .frame = frame,
                     .attachments = attachments,
                     .holds = holds});
    plans.push_back({.id = std::string(stem) + ".left",
                     .make = [right] { return mirrored(right()); },
                     .frame = frame,
                     .attachments = std::move(left),
                     .holds = std::move(left_holds)});
}

} // namespace spinescope::anatomy
