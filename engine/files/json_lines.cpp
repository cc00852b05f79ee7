#include "files/json_lines.hpp"

#include "files/json.hpp"

#include <cstddef>
#include <iterator>
#include <vector>

namespace spinescope::files {

namespace {

/// A character of a text; counts the lines that were passed.
struct Counting {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at = nullptr;
    int* line = nullptr;

    const char& operator*() const { return *at; }
    Counting& operator++() {
        if (line != nullptr && *at == '\n') ++*line;
        ++at;
        return *this;
    }
    Counting operator++(int) {
        Counting before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Counting& other) const { return at == other.at; }
    bool operator!=(const Counting& other) const { return at != other.at; }
};

/// Notes where each value stands.
class Places : public nlohmann::json_sax<Json> {
public:
    explicit Places(const int& line) : line_(line) {}
    std::map<std::string, int> lines;

    bool null() override { return value(); }
    bool boolean(bool /*unused*/) override { return value(); }
    bool number_integer(number_integer_t /*unused*/) override { return value(); }
    bool number_unsigned(number_unsigned_t /*unused*/) override { return value(); }
    bool number_float(number_float_t /*unused*/, const string_t& /*unused*/) override { return value(); }
    bool string(string_t& /*unused*/) override { return value(); }
    bool binary(binary_t& /*unused*/) override { return value(); }
    bool start_object(std::size_t /*unused*/) override { return open(false); }
    bool key(string_t& name) override {
        levels_.back().name = name;
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t /*unused*/) override { return open(true); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t /*unused*/, const std::string& /*unused*/,
                     const nlohmann::detail::exception& /*unused*/) override {
        return false;
    }

private:
    struct Level {
        bool list = false;
        std::size_t index = 0;
        std::string name, path;
    };

    bool value() {
        note();
        return true;
    }
    bool open(bool list) {
        std::string path = note();
        levels_.push_back({.list = list, .name = {}, .path = std::move(path)});
        return true;
    }
    bool close() {
        levels_.pop_back();
        return true;
    }
    std::string note() {
        if (levels_.empty()) return "";
        Level& level = levels_.back();
        std::string path = level.path;
        path.append("/").append(level.list ? std::to_string(level.index++) : level.name);
        lines.emplace(path, line_);
        return path;
    }

    const int& line_;
    std::vector<Level> levels_;
};

} // namespace

std::map<std::string, int> lines_of_values(std::string_view text) {
    int line = 1;
    Places places(line);
    const Counting begin{text.data(), &line}, end{text.data() + text.size(), nullptr};
    Json::sax_parse(begin, end, &places);
    return std::move(places.lines);
}

} // namespace spinescope::files
