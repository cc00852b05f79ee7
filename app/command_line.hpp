#pragma once

namespace spinescope::app {

/// Reads the command line and does what it says. Returns the program's exit status: 0 done, 1 the work failed
/// (told on standard error), 2 the command line is wrong (with the nearest right word).
int run(int argc, char** argv);

} // namespace spinescope::app
