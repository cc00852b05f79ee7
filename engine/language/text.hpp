#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace spinescope::language {

/// What a thing is called, told anew each time in the language then in use; or the words that a person's own
/// file gave it, which no language changes.
class Text {
public:
    Text() = default;
    Text(std::string own) : own_(std::move(own)) {} // NOLINT(google-explicit-constructor): words are a text
    Text(const char* own) : own_(own) {}            // NOLINT(google-explicit-constructor)
    /// The words of a key.
    [[nodiscard]] static Text of(std::string key);

    [[nodiscard]] const char* c_str() const;
    [[nodiscard]] std::string str() const { return c_str(); }
    operator std::string_view() const { return c_str(); } // NOLINT(google-explicit-constructor)
    operator std::string() const { return c_str(); }      // NOLINT(google-explicit-constructor)
    [[nodiscard]] bool empty() const { return *c_str() == 0; }
    bool operator==(const Text&) const = default;

private:
    std::string own_, key_;
};

} // namespace spinescope::language
