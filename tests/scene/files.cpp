#include "files/failure.hpp"
#include "files/staged_file.hpp"
#include "scene/export_model.hpp"
#include "scene/model.hpp"
#include "solids.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstring>
#include <fstream>
#include <sstream>

using namespace spinescope;
using test::ScratchFolder;
namespace fs = std::filesystem;

namespace {

constexpr std::array<std::size_t, 2> both{0, 1};

std::size_t triangles(const scene::Model& model) {
    std::size_t count = 0;
    for (const scene::Structure& structure : model.structures) count += structure.mesh.indices.size() / 3;
    return count;
}

bool same(const scene::Bounds& a, const scene::Bounds& b, float tolerance) {
    return glm::length(a.low - b.low) < tolerance && glm::length(a.high - b.high) < tolerance;
}

/// Volume enclosed by a mesh as placed: positive when the triangles face outward.
float volume(const scene::Structure& structure) {
    float six = 0;
    const auto& m = structure.mesh;
    const auto at = [&](std::uint32_t i) {
        return glm::vec3(structure.place * glm::vec4(m.positions[i], 1));
    };
    for (std::size_t t = 0; t + 2 < m.indices.size(); t += 3)
        six += glm::dot(at(m.indices[t]), glm::cross(at(m.indices[t + 1]), at(m.indices[t + 2])));
    return six / 6;
}

} // namespace

TEST_CASE("a baked file comes back with its names, places, shapes and occlusion") {
    const ScratchFolder folder;
    const scene::Model made = test::two_solids();
    scene::export_file(made, both, folder.path / "spine.glb");
    files::write_whole(folder.path / "names.json", R"({
        "groups": [{"id": "column", "latin": "Columna vertebralis"}, {"id": "lumbar", "parent": "column"}],
        "structures": [
            {"id": "disc.L4-L5", "parent": "column", "layer": "disc", "fma": "16036"},
            {"id": "not-there-yet", "parent": "column", "layer": "nerve"},
            {"id": "L4", "parent": "lumbar", "layer": "bone", "latin": "Vertebra lumbalis IV"}]})");
    const scene::Model read = scene::load_spine(folder.path / "spine.glb", folder.path / "names.json");

    REQUIRE(read.structures.size() == 2);
    CHECK(read.structures[0].id == "disc.L4-L5"); // the order of the names
    const auto index = read.find("L4");
    REQUIRE(index);
    CHECK_FALSE(read.find("L9"));
    const scene::Structure& l4 = read.structures[*index];
    CHECK(l4.parent == "lumbar");
    CHECK(l4.layer == scene::Layer::bone);
    CHECK(l4.description.name == "Fourth lumbar vertebra (L4)");
    CHECK(l4.description.latin == "Vertebra lumbalis IV");
    CHECK(l4.description.text.starts_with("A line between the tops of the hip bones"));
    REQUIRE(read.groups.size() == 2);
    CHECK(read.groups[1].parent == "column");

    const scene::Structure& source = made.structures[0];
    CHECK(l4.mesh.indices.size() == source.mesh.indices.size());
    for (int c = 0; c < 4; ++c) CHECK(glm::length(l4.place[c] - source.place[c]) < 1e-5f);
    CHECK(volume(l4) == Approx(volume(source)).epsilon(1e-4));
    CHECK(volume(l4) > 0);
    // Corner by corner, along the triangles: the writer may renumber corners but must not mix them up.
    REQUIRE(l4.mesh.occlusion.size() == l4.mesh.positions.size());
    double worst_position = 0, worst_normal = 0, worst_occlusion = 0;
    for (std::size_t i = 0; i < l4.mesh.indices.size(); ++i) {
        const auto a = l4.mesh.indices[i], b = source.mesh.indices[i];
        worst_position =
            std::max<double>(worst_position, glm::length(l4.mesh.positions[a] - source.mesh.positions[b]));
        worst_normal =
            std::max<double>(worst_normal, glm::length(l4.mesh.normals[a] - source.mesh.normals[b]));
        worst_occlusion =
            std::max<double>(worst_occlusion, std::abs(l4.mesh.occlusion[a] - source.mesh.occlusion[b]));
    }
    CHECK(worst_position < 1e-7);
    CHECK(worst_normal < 1e-4);
    CHECK(worst_occlusion < 1e-4);
}

TEST_CASE("every format comes back the same size, in the same place, facing outward") {
    const ScratchFolder folder;
    const scene::Model made = test::two_solids();
    for (const char* name : {"spine.glb", "spine.obj", "spine.stl", "UPPER.STL"}) {
        CAPTURE(name);
        scene::export_file(made, both, folder.path / name);
        const scene::Model read = scene::load_mesh_file(folder.path / name);
        CHECK(triangles(read) == triangles(made));
        CHECK(same(scene::bounds(read), scene::bounds(made), 1e-5f));
        float enclosed = 0;
        for (const scene::Structure& structure : read.structures) {
            enclosed += volume(structure);
            CHECK(structure.mesh.normals.size() == structure.mesh.positions.size());
            CHECK_FALSE(structure.id.empty());
            CHECK_FALSE(structure.description.name.empty());
        }
        CHECK(enclosed == Approx(volume(made.structures[0]) + volume(made.structures[1])).epsilon(1e-3));
    }
    CHECK(scene::load_mesh_file(folder.path / "spine.obj").find("L4"));
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 4); // nothing else
}

TEST_CASE("millimetre files hold millimetres in the spine's axes") {
    const ScratchFolder folder;
    scene::Model made;
    made.structures.push_back({.id = "ball", .mesh = test::sphere(0.01f)});
    made.structures[0].place = glm::translate(glm::mat4(1), {0.1f, 0.2f, 0.3f});
    constexpr std::array<std::size_t, 1> ball{0};
    scene::export_folder(made, ball, folder.path / "new" / "folder");
    const std::string bytes = files::read_whole(folder.path / "new" / "folder" / "ball.stl");
    std::uint32_t count = 0;
    std::memcpy(&count, bytes.data() + 80, 4);
    REQUIRE(count == made.structures[0].mesh.indices.size() / 3);
    REQUIRE(bytes.size() == 84 + 50 * std::size_t{count});
    CHECK(bytes.substr(0, 5) != "solid"); // or readers take it for text
    glm::vec3 low{1e9f}, high{-1e9f};
    for (std::size_t t = 0; t < count; ++t) {
        float numbers[12];
        std::memcpy(numbers, bytes.data() + 84 + 50 * t, sizeof numbers);
        glm::vec3 corner[3];
        for (int k = 0; k < 3; ++k) corner[k] = {numbers[3 + 3 * k], numbers[4 + 3 * k], numbers[5 + 3 * k]};
        for (const glm::vec3& p : corner) {
            low = glm::min(low, p);
            high = glm::max(high, p);
        }
        const glm::vec3 facet = glm::cross(corner[1] - corner[0], corner[2] - corner[0]);
        CHECK(glm::dot(facet, glm::vec3(numbers[0], numbers[1], numbers[2])) > 0);
    }
    CHECK(glm::length(low - glm::vec3(90, 190, 290)) < 0.2f);
    CHECK(glm::length(high - glm::vec3(110, 210, 310)) < 0.2f);

    scene::export_file(made, ball, folder.path / "ball.obj");
    const std::string text = files::read_whole(folder.path / "ball.obj");
    CHECK(text.find("mtllib") == std::string::npos); // it would point at a file that is not there
}

TEST_CASE("what cannot be exported is said, and leaves nothing behind") {
    const ScratchFolder folder;
    const scene::Model made = test::two_solids();
    CHECK_THROWS_AS(scene::export_file(made, both, folder.path / "spine.doc"), Failure);
    CHECK_THROWS_AS(scene::export_file(made, both, folder.path / "spine"), Failure);
    CHECK_THROWS_AS(scene::export_file(made, {}, folder.path / "spine.stl"), Failure);
    CHECK_THROWS_AS(scene::export_file(made, both, folder.path / "no" / "such" / "spine.stl"), Failure);
    files::write_whole(folder.path / "file", "in the way");
    CHECK_THROWS_AS(scene::export_folder(made, both, folder.path / "file"), Failure);
    scene::Model empty;
    empty.structures.push_back({.id = "nothing"});
    constexpr std::array<std::size_t, 1> first{0};
    CHECK_THROWS_AS(scene::export_file(empty, first, folder.path / "spine.glb"), Failure);
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("an unshared text mesh is made smooth, but its rims stay crisp") {
    const ScratchFolder folder;
    scene::Model ball;
    ball.structures.push_back({.id = "ball", .mesh = test::sphere(0.01f)});
    constexpr std::array<std::size_t, 1> first{0};
    scene::export_file(ball, first, folder.path / "ball.stl");
    const scene::Model read = scene::load_mesh_file(folder.path / "ball.stl");
    const anatomy::Mesh& mesh = read.structures.at(0).mesh;
    CHECK(mesh.positions.size() < ball.structures[0].mesh.positions.size() + 1); // corners are shared again
    for (std::size_t i = 0; i < mesh.positions.size(); ++i)
        CHECK(glm::dot(mesh.normals[i], glm::normalize(mesh.positions[i])) > 0.99f);

    files::write_whole(folder.path / "cube.obj",
                       "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nv 0 0 1\nv 1 0 1\nv 1 1 1\n"
                       "v 0 1 1\nf 4 3 2 1\nf 5 6 7 8\nf 1 2 6 5\nf 2 3 7 6\nf 3 4 8 7\n"
                       "f 4 1 5 8\n");
    const scene::Model cube = scene::load_mesh_file(folder.path / "cube.obj");
    CHECK(triangles(cube) == 12);
    for (const glm::vec3& n : cube.structures.at(0).mesh.normals)
        CHECK(std::max({std::abs(n.x), std::abs(n.y), std::abs(n.z)}) > 0.999f);
}

TEST_CASE("a name file that is missing or malformed is a failure that names it") {
    const ScratchFolder folder;
    scene::export_file(test::two_solids(), both, folder.path / "spine.glb");
    const auto load = [&](const std::string& text) {
        files::write_whole(folder.path / "names.json", text);
        return scene::load_spine(folder.path / "spine.glb", folder.path / "names.json");
    };
    CHECK_THROWS_AS(scene::load_spine(folder.path / "spine.glb", folder.path / "none.json"), Failure);
    for (const char* text : {"", "{", "[]", "3", R"({"groups": []})", R"({"groups": 1, "structures": []})",
                             R"({"groups": [{}], "structures": []})",
                             R"({"groups": [{"id": "a", "parent": "b"}], "structures": []})",
                             R"({"groups": [{"id": "a"}, {"id": "a"}], "structures": []})",
                             R"({"groups": [], "structures": [{"id": "L4", "parent": "lost"}]})",
                             R"({"groups": [], "structures": [{"id": "L4", "layer": "jelly"}]})",
                             R"({"groups": [], "structures": [{"id": "L4", "latin": 4}]})"}) {
        CAPTURE(text);
        CHECK_THROWS_WITH(load(text), Catch::Contains("names.json"));
    }
    const scene::Model plain = load(R"({"groups": [], "structures": []})");
    CHECK(plain.structures.size() == 2);
    CHECK(plain.structures[0].description.name == plain.structures[0].id);
}

TEST_CASE("a file that is no mesh is a failure that names it") {
    const ScratchFolder folder;
    scene::export_file(test::two_solids(), both, folder.path / "good.glb");
    scene::export_file(test::two_solids(), both, folder.path / "good.stl");
    const std::string glb = files::read_whole(folder.path / "good.glb");
    const std::string stl = files::read_whole(folder.path / "good.stl");
    const auto refused = [&](const std::string& name, const std::string& bytes) {
        CAPTURE(name, bytes.size());
        files::write_whole(folder.path / name, bytes);
        CHECK_THROWS_WITH(scene::load_mesh_file(folder.path / name), Catch::Contains(name));
    };
    CHECK_THROWS_WITH(scene::load_mesh_file(folder.path / "none.glb"), Catch::Contains("no such file"));
    CHECK_THROWS_WITH(scene::load_mesh_file(folder.path), Catch::Contains("folder"));
    for (const char* kind : {"a.glb", "a.stl", "a.obj", "a.ply", "a.gltf", "a.xyz"}) {
        refused(kind, "");
        refused(kind, "Dear diary, today I went to the\nshop and solid rain fell on my facet joints.\n");
    }
    refused("picture.stl", std::string("\x89PNG\r\n\x1a\n", 8) + std::string(500, 'x'));
    for (const double part : {0.02, 0.3, 0.6, 0.999}) {
        refused("cut.glb", glb.substr(0, static_cast<std::size_t>(static_cast<double>(glb.size()) * part)));
        refused("cut.stl", stl.substr(0, static_cast<std::size_t>(static_cast<double>(stl.size()) * part)));
    }
    refused("points.obj", "v 0 0 0\nv 1 0 0\n");
    refused("flat.obj", "v 0 0 0\nv 0 0 0\nv 0 0 0\nf 1 2 3\n");
    refused("numbers.obj", "v 0 0 nan\nv 1 0 0\nv 1 1 0\nf 1 2 3\n");
    refused("range.obj", "v 0 0 0\nv 1 0 0\nv 1 1 0\nf 1 2 9\n");
}
