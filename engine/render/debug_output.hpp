#pragma once

#include <memory>
#include <string>
#include <vector>

namespace spinescope::render {

/// Listens to what the driver complains about (KHR_debug), where it can.
class DebugOutput {
public:
    DebugOutput();
    ~DebugOutput();
    DebugOutput(const DebugOutput&) = delete;
    DebugOutput& operator=(const DebugOutput&) = delete;

    /// Errors and undefined behaviour so far.
    [[nodiscard]] const std::vector<std::string>& complaints() const { return *complaints_; }

private:
    std::unique_ptr<std::vector<std::string>> complaints_; ///< the driver holds its address
};

} // namespace spinescope::render
