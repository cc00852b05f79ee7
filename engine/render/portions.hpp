#pragma once

#include "render/mesh_store.hpp"
#include "render/renderer.hpp"

namespace spinescope::render {

/// A software renderer sorts triangles into tiles on this thread and then fills the tiles on all others.
/// Handed over in portions, the filling of one goes on beside the sorting of the next; all at once takes
/// twice as long.
class Portions {
public:
    explicit Portions(Tier tier) : wanted_(tier == Tier::software) {}
    void add(const StoredMesh& mesh) {
        indices_ += mesh.count;
        if (!wanted_ || indices_ < portion) return;
        glFlush();
        indices_ = 0;
    }

private:
    static constexpr GLsizei portion = 3 * 15000;
    bool wanted_;
    GLsizei indices_ = 0;
};

} // namespace spinescope::render
