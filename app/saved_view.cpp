#include "app/saved_view.hpp"

#include "files/failure.hpp"
#include "files/staged_file.hpp"

#include <cmath>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

namespace spinescope::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* version_key = "spinescope_view";
constexpr int version = 1;

Failure wrong(const std::string& what) {
    return {"view", what, "copy the whole line again from where the view was kept"};
}

/// A number within its bounds; `otherwise` when it is not there.
double number(const Json& object, const char* key, double low, double high, double otherwise) {
    const auto found = object.find(key);
    if (found == object.end()) return otherwise;
    if (!found->is_number()) throw wrong(std::string(key) + " is not a number");
    const double value = found->get<double>();
    if (!(value >= low && value <= high)) throw wrong(std::string(key) + " is out of bounds");
    return value;
}

glm::vec3 point(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array() || found->size() != 3)
        throw wrong(std::string(key) + " needs three numbers");
    glm::vec3 p{};
    for (std::size_t i = 0; i < 3; ++i) {
        if (!(*found)[i].is_number()) throw wrong(std::string(key) + " needs three numbers");
        p[int(i)] = (*found)[i].get<float>();
        if (!(std::abs(p[int(i)]) < 100)) throw wrong(std::string(key) + " is out of bounds");
    }
    return p;
}

std::vector<std::string> words(const Json& object, const char* key) {
    std::vector<std::string> list;
    const auto found = object.find(key);
    if (found == object.end()) return list;
    if (!found->is_array()) throw wrong(std::string(key) + " is not a list");
    for (const Json& word : *found) {
        if (!word.is_string()) throw wrong(std::string(key) + " holds something that is no name");
        list.push_back(word.get<std::string>());
    }
    return list;
}

Json json_of(const SavedView& view) {
    const scene::Camera& c = view.camera;
    Json json{{version_key, version},
              {"name", view.name},
              {"target", {c.target.x, c.target.y, c.target.z}},
              {"azimuth_deg", c.azimuth_deg},
              {"elevation_deg", c.elevation_deg},
              {"distance_m", c.distance_m},
              {"field_of_view_deg", c.field_of_view_deg},
              {"layers", Json::object()}};
    for (std::size_t i = 0; i < view.opacities.size(); ++i)
        if (view.opacities[i] > 0) json["layers"][std::string(scene::layer_words[i])] = view.opacities[i];
    if (!view.hidden.empty()) json["hidden"] = view.hidden;
    if (!view.faded.empty()) json["faded"] = view.faded;
    if (view.cut)
        json["cut"] = {{"normal", {view.cut->normal.x, view.cut->normal.y, view.cut->normal.z}},
                       {"offset_m", view.cut->offset_m}};
    if (view.explode > 0) json["explode"] = view.explode;
    if (const mechanics::Turn& turn = view.bend.turn; turn != mechanics::Turn()) {
        json["bend"] = {{"flexion_deg", turn.flexion_deg},
                        {"side_bend_deg", turn.side_bend_deg},
                        {"rotation_deg", turn.rotation_deg}};
        if (view.bend.region != mechanics::whole_spine) json["bend"]["region"] = view.bend.region.name;
        if (view.bend.guarding > 0) json["bend"]["guarding"] = view.bend.guarding;
    }
    if (view.strain) json["strain"] = true;
    if (view.labels) json["labels"] = true;
    return json;
}

SavedView view_from(const Json& json) {
    if (!json.is_object() || !json.contains(version_key)) throw wrong("this text is no view of Spinescope");
    if (json[version_key] != version) throw wrong("it comes from another version");
    SavedView view;
    if (const auto name = json.find("name"); name != json.end() && name->is_string())
        view.name = name->get<std::string>();
    view.camera.target = point(json, "target");
    view.camera.azimuth_deg = float(number(json, "azimuth_deg", -1e4, 1e4, 0));
    view.camera.elevation_deg = float(number(json, "elevation_deg", -90, 90, 0));
    view.camera.distance_m = float(number(json, "distance_m", 1e-3, 100, 1.5));
    view.camera.field_of_view_deg = float(number(json, "field_of_view_deg", 1, 120, 22));
    if (const auto layers = json.find("layers"); layers != json.end()) {
        if (!layers->is_object()) throw wrong("layers are not named");
        for (std::size_t i = 0; i < view.opacities.size(); ++i)
            view.opacities[i] = float(number(*layers, std::string(scene::layer_words[i]).c_str(), 0, 1, 0));
    }
    view.hidden = words(json, "hidden");
    view.faded = words(json, "faded");
    if (const auto cut = json.find("cut"); cut != json.end()) {
        if (!cut->is_object()) throw wrong("the cut has no normal");
        const glm::vec3 normal = point(*cut, "normal");
        if (!(glm::length(normal) > 1e-6f)) throw wrong("the cut has no normal");
        view.cut = {glm::normalize(normal), float(number(*cut, "offset_m", -10, 10, 0))};
    }
    view.explode = float(number(json, "explode", 0, 1, 0));
    if (const auto bend = json.find("bend"); bend != json.end()) {
        if (!bend->is_object()) throw wrong("the bend has no angles");
        view.bend.turn = {number(*bend, "flexion_deg", -360, 360, 0),
                          number(*bend, "side_bend_deg", -360, 360, 0),
                          number(*bend, "rotation_deg", -360, 360, 0)};
        if (const auto region = bend->find("region"); region != bend->end() && region->is_string())
            view.bend.region = mechanics::region_named(region->get<std::string>());
        view.bend.guarding = number(*bend, "guarding", 0, 1, 0);
    }
    view.strain = json.value("strain", Json(false)) == true;
    view.labels = json.value("labels", Json(false)) == true;
    return view;
}

} // namespace

std::string text_of(const SavedView& view) {
    return json_of(view).dump(-1, ' ', false, Json::error_handler_t::replace);
}

SavedView view_of(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) throw wrong("this text is no view of Spinescope");
    return view_from(json);
}

std::vector<SavedView> load_views(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) return {};
    const Json json = Json::parse(files::read_whole(file), nullptr, false);
    std::vector<SavedView> views;
    try {
        if (!json.is_array()) throw wrong("it is no list of views");
        for (const Json& entry : json) views.push_back(view_from(entry));
    } catch (const Failure& failure) {
        throw Failure(file.string(), failure.what(), "mend it, or move it away to begin anew");
    }
    return views;
}

void save_views(const std::vector<SavedView>& views, const std::filesystem::path& file) {
    Json list = Json::array();
    for (const SavedView& view : views) list.push_back(json_of(view));
    files::write_whole(file, list.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

} // namespace spinescope::app
