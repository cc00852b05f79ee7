#include "cavitation/gases.hpp"

namespace spinescope::cavitation {

double equilibrium_pressure(Gas gas, double total, double liquid, double cavity) {
    return total / (gases[gas].kH * liquid + cavity / gas_energy);
}

} // namespace spinescope::cavitation
