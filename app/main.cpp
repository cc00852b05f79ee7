#include "app/command_line.hpp"

int main(int argc, char** argv) {
    return spinescope::app::run(argc, argv);
}
