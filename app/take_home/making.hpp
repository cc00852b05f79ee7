#pragma once

#include <string>

namespace spinescope::app {

/// Something to take home that takes a while: made piece by piece, so that a window can tell how far it is
/// and can be told to stop. Whoever lets go of it before the end leaves nothing lying about.
class Making {
public:
    Making() = default;
    virtual ~Making() = default;
    Making(const Making&) = delete;
    Making& operator=(const Making&) = delete;

    /// The next piece; false when all is made and lies where it belongs. Throws Failure.
    virtual bool go_on() = 0;
    /// How much is made, 0 to 1.
    [[nodiscard]] virtual double share() const = 0;
    /// Where it lies when it is done, in words for the person.
    [[nodiscard]] virtual std::string told() const = 0;
};

} // namespace spinescope::app
