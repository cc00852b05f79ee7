#include "app/command_line.hpp"

#include <malloc.h>

int main(int argc, char** argv) {
    // Each thread would keep a heap of its own: 8 MB that a small laptop misses, for speed that nothing here
    // needs.
    mallopt(M_ARENA_MAX, 2);
    return spinescope::app::run(argc, argv);
}
