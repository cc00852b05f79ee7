#include "anatomy/paired.hpp"

#include "anatomy/swept.hpp"

#include <memory>
#include <mutex>

namespace spinescope::anatomy {

void plan_pair(std::vector<TissuePlan>& plans, std::string_view stem, std::function<Mesh()> make_right,
               const std::vector<Attachment>& attachments) {
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
    for (Attachment& attachment : left) attachment.at.z = -attachment.at.z;
    plans.push_back({.id = std::string(stem) + ".right", .make = right, .attachments = attachments});
    plans.push_back({.id = std::string(stem) + ".left",
                     .make = [right] { return mirrored(right()); },
                     .attachments = std::move(left)});
}

} // namespace spinescope::anatomy
