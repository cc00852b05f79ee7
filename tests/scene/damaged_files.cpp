// Small good files, damaged at random in ten thousand ways a disk or a download might: each is read or
// refused with a Failure, and nothing else ever happens. The seed is fixed, so a find can be repeated.
#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "scene/export_model.hpp"
#include "solids.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <random>

using namespace spinescope;

// Assimp forgets what it had read so far when a file turns out to be damaged; that is not ours to mend.
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() { // NOLINT(bugprone-reserved-identifier)
    return "leak:libassimp";
}

namespace {

std::string damaged(std::string bytes, std::mt19937& random) {
    const auto below = [&](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    const std::size_t wounds = 1 + below(4);
    for (std::size_t i = 0; i < wounds && !bytes.empty(); ++i) {
        const std::size_t at = below(bytes.size());
        switch (below(5)) {
        case 0:
            bytes[at] = static_cast<char>(below(256));
            break;
        case 1:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
            break;
        case 2:
            bytes.erase(at, 1 + below(16));
            break;
        case 3:
            bytes.insert(at, bytes.substr(below(bytes.size()), 1 + below(16)));
            break;
        default:
            bytes.resize(std::max<std::size_t>(at, 1));
            break;
        }
    }
    return bytes;
}

} // namespace

TEST_CASE("a damaged mesh file is read or refused, never worse") {
    const test::ScratchFolder folder;
    scene::Model made;
    made.structures.push_back({.id = "ball", .mesh = test::sphere(0.01f, 6, 4)});
    made.structures.push_back({.id = "ring", .mesh = test::torus(0.02f, 0.005f, 5, 4)});
    constexpr std::array<std::size_t, 2> both{0, 1};
    std::mt19937 random(20120407);
    for (const char* kind : {".glb", ".stl", ".obj"}) {
        const auto good = folder.path / (std::string("good") + kind);
        scene::export_file(made, both, good);
        const std::string bytes = files::read_whole(good);
        int read = 0, refused = 0;
        for (int round = 0; round < 1000; ++round) {
            const auto bad = folder.path / (std::string("bad") + kind);
            files::write_whole(bad, damaged(bytes, random));
            try {
                const scene::Model model = scene::load_mesh_file(bad);
                for (const scene::Structure& structure : model.structures) {
                    REQUIRE(structure.mesh.normals.size() == structure.mesh.positions.size());
                    for (const std::uint32_t index : structure.mesh.indices)
                        if (index >= structure.mesh.positions.size()) FAIL("a triangle without corners");
                    for (const glm::vec3& p : structure.mesh.positions)
                        if (!std::isfinite(p.x + p.y + p.z)) FAIL("a corner that is no number");
                }
                ++read;
            } catch (const Failure&) {
                ++refused;
            }
        }
        CAPTURE(kind, read, refused);
        CHECK(read + refused == 1000);
        CHECK(read > 0);
        CHECK(refused > 0);
    }
}
