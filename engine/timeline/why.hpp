#pragma once

#include "timeline/trace.hpp"

#include <string>

namespace spinescope::timeline {

/// Why the joint popped or did not, in two or three plain sentences made from the trace's numbers, and who
/// says so: in the language in use, as everything here.
[[nodiscard]] std::string why(const Trace& trace);
[[nodiscard]] std::string why_source(const Trace& trace);

/// "L4-L5 right" for "facet.L4-L5.right".
[[nodiscard]] std::string told_joint(std::string_view joint);
/// A length told in the unit a reader expects: "2.1 µm", "0.65 mm".
[[nodiscard]] std::string told_length(double m);
/// "0.31 mm³", "under 0.001 mm³"
[[nodiscard]] std::string told_volume(double m3);
/// "12 s", "48 min"
[[nodiscard]] std::string told_duration(double s);
/// A number with two significant figures, no exponent: "330", "2.1", "0.12".
[[nodiscard]] std::string told(double value);

} // namespace spinescope::timeline
