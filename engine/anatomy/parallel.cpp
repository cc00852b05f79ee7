#include "anatomy/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace spinescope::anatomy {

void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr fault;
    std::mutex guard;
    const auto labour = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                work(i);
            } catch (...) {
                const std::scoped_lock lock(guard);
                if (!fault) fault = std::current_exception();
                next = count;
            }
        }
    };
    {
        std::vector<std::jthread> crew;
        const std::size_t hands =
            std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), count);
        for (std::size_t i = 1; i < hands; ++i) crew.emplace_back(labour);
        labour();
    }
    if (fault) std::rethrow_exception(fault);
}

} // namespace spinescope::anatomy
