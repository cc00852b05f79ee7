// Structures are named in the language in use, and in Latin always.
#include "files/installation.hpp"
#include "files/json.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"
#include "language/words.hpp"
#include "scene/structure_names.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace spinescope;

TEST_CASE("Names follow the language; Latin stays; what it lacks is English") {
    scene::Model model;
    for (const char* id :
         {"L4", "L5", "rib.3.left", "capsule.L4-L5.right", "ligament.intertransverse.T1-T2.left"})
        model.structures.push_back({.id = id});
    scene::name_structures(model, files::asset("anatomy/structures.json"));
    const auto told = [&](const char* id) { return model.structures.at(*model.find(id)).description; };
    CHECK(told("L4").name == "Fourth lumbar vertebra (L4)");
    CHECK(told("rib.3.left").name == "Third rib, left");
    CHECK(told("capsule.L4-L5.right").name == "Joint capsule L4-L5, right");
    CHECK(told("capsule.L4-L5.right").text.starts_with("A sleeve of collagen"));
    CHECK(told("ligament.intertransverse.T1-T2.left").text.find("bends to the right") != std::string::npos);

    language::learn("x1", {{"structures.L4.name", "Lende vier"},
                           {"structures.side.right", "{name} (rechts)"},
                           {"structures.capsule.*.name", "Kapsel {*}"}});
    language::use("x1");
    scene::rename(model);
    language::use("en");
    CHECK(told("L4").name == "Lende vier");
    CHECK(told("L4").latin == "Vertebra lumbalis IV (L IV)");
    CHECK(told("L5").name == "Fifth lumbar vertebra (L5)");
    CHECK(told("capsule.L4-L5.right").name == "Kapsel L4-L5 (rechts)");
    CHECK(told("capsule.L4-L5.right").latin == "Capsula articularis zygapophysialis L4-L5 dextra");
    scene::rename(model);
    CHECK(told("L4").name == "Fourth lumbar vertebra (L4)");
}

TEST_CASE("Every entry has a name, a text and a Latin name") {
    const auto names = files::asset("anatomy/structures.json");
    const files::Json told_of = files::parsed_object(files::read_whole(names), "names");
    scene::Model model;
    for (const files::Json& entry : told_of.at("structures")) {
        std::string id = entry.at("id");
        if (const auto star = id.find('*'); star != std::string::npos) id.replace(star, 1, "L4-L5");
        model.structures.push_back({.id = id});
    }
    scene::name_structures(model, names);
    const auto check = [](const std::string& id, const scene::Description& told) {
        CAPTURE(id);
        CHECK(told.name != id);
        CHECK_FALSE(told.latin.empty());
        CHECK_FALSE(told.text.empty());
    };
    for (const scene::Group& group : model.groups) check(group.id, group.description);
    for (const scene::Structure& structure : model.structures) check(structure.id, structure.description);
}

TEST_CASE("No language names what is not there") {
    std::set<std::string> known{"side.right", "side.left"};
    const auto names = files::asset("anatomy/structures.json");
    const files::Json json = files::parsed_object(files::read_whole(names), "names");
    for (const char* part : {"groups", "structures"})
        for (const files::Json& entry : json.at(part)) {
            std::string id = entry.at("id");
            for (int shared = 0; shared < 2; ++shared) { // its own words, then those of both sides
                known.insert({id + ".name", id + ".text"});
                id = id.substr(0, id.ends_with(".right")  ? id.size() - 6
                                  : id.ends_with(".left") ? id.size() - 5
                                                          : id.size());
            }
        }
    const std::string file = "structures.";
    for (const std::string& code : language::codes())
        for (const auto& [key, words] : language::load_words(files::asset("languages") / code))
            if (key.starts_with(file)) {
                CAPTURE(code, key);
                CHECK(known.contains(key.substr(file.size())));
            }
}
