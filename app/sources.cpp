#include "app/sources.hpp"

#include "language/language.hpp"

namespace spinescope::app {

language::Text cited(const files::Citations& citations, const std::string& key) {
    const std::string own = "sources." + key + ".full";
    return language::has(own) ? language::Text::of(own) : language::Text(citations(key));
}

language::Text cited_briefly(const files::Citations& citations, const std::string& key) {
    const std::string own = "sources." + key + ".brief";
    return language::has(own) ? language::Text::of(own) : language::Text(citations.brief(key));
}

} // namespace spinescope::app
