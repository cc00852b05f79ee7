#pragma once

#include <stdexcept>
#include <string>

namespace spinescope {

/// Work that could not be done, told so that a person can act on it. Everything in the engine that can fail
/// throws this and nothing else; the program prints `what()` on one line (exit 1) or shows it in the window
/// and goes on.
class Failure : public std::runtime_error {
public:
    /// `where` is a file, a line, a key: "anatomy/facets.csv:12". `what` is the fault and `remedy` the way
    /// out.
    Failure(const std::string& where, const std::string& what, const std::string& remedy)
        : std::runtime_error(where + ": " + what + "; " + remedy) {}
};

} // namespace spinescope
