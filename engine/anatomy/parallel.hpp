#pragma once

#include <cstddef>
#include <functional>

namespace spinescope::anatomy {

/// Calls work(0) ... work(count - 1) on every core, in no order. The first exception is thrown again here.
void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace spinescope::anatomy
