#include "language/text.hpp"

#include "language/language.hpp"

namespace spinescope::language {

Text Text::of(std::string key) {
    Text text;
    text.key_ = std::move(key);
    return text;
}

const char* Text::c_str() const {
    return key_.empty() ? own_.c_str() : say(key_);
}

} // namespace spinescope::language
