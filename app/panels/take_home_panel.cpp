// What can be taken home, and how far it is while it is made.
#include "app/panels/panels.hpp"
#include "app/panels/picture.hpp"
#include "app/take_home/film.hpp"
#include "app/take_home/take_home.hpp"
#include "app/window/key_words.hpp"
#include "app/window/palette.hpp"
#include "app/window/typography.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace spinescope::app {

namespace {

using language::say;

/// Choices beside each other, as many in a line as there is room for.
template <typename Words>
void choices(const char* id, std::size_t& chosen, std::size_t count, Words words) {
    ImGui::PushID(id);
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string text = words(i);
        const float wide = ImGui::CalcTextSize(text.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
        if (i > 0 && ImGui::GetItemRectMax().x + px(4) + wide < right) ImGui::SameLine(0, px(4));
        ImGui::PushID(int(i));
        if (button(text.c_str(), chosen == i)) chosen = i;
        ImGui::PopID();
    }
    ImGui::PopID();
}

std::string told(const TakeHome::Size& size) {
    return std::to_string(size.width) + " × " + std::to_string(size.height);
}

/// What makes it, with its key.
bool go(const char* action) {
    const std::string words = key_label(action) + "  " + say(action);
    ImGui::PushStyleColor(ImGuiCol_Button, palette::now().accent);
    ImGui::PushStyleColor(ImGuiCol_Text, palette::now().ground);
    const bool pressed = ImGui::Button(words.c_str());
    ImGui::PopStyleColor(2);
    space(6);
    return pressed;
}

/// A switch, beside the one before where there is room.
void tick(const char* words, bool& value, bool beside = true) {
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    const float wide = ImGui::GetFrameHeight() + ImGui::CalcTextSize(words).x + px(26);
    if (beside && ImGui::GetItemRectMax().x + wide < right) ImGui::SameLine(0, px(18));
    ImGui::PushStyleColor(ImGuiCol_FrameBg, palette::now().raised_hover);
    ImGui::Checkbox(words, &value);
    ImGui::PopStyleColor();
}

void picture_part(Session& session) {
    TakeHome& wish = session.take_home;
    subheading(say("take_home.picture.title"));
    choices("##picture-size", wish.picture_size, TakeHome::picture_sizes.size(), [](std::size_t i) {
        return told(TakeHome::picture_sizes.at(i)) + (i == 2 ? std::string("  A4") : std::string());
    });
    tick(say("take_home.picture.transparent"), wish.transparent, false);
    if (!wish.transparent) tick(say("take_home.picture.caption"), wish.caption);
    if (bool names = session.labels; session.whole_spine) {
        tick(say("take_home.picture.names"), names);
        if (names != session.labels) toggle_labels(session);
    }
    if (go("take_home.picture.save")) save_picture(session);
}

void clip_part(Session& session) {
    TakeHome& wish = session.take_home;
    subheading(say("take_home.clip.title"));
    if (!has_ffmpeg()) fine_print(say("take_home.clip.no_ffmpeg"));
    choices("##clip-size", wish.clip_size, TakeHome::clip_sizes.size(),
            [](std::size_t i) { return told(TakeHome::clip_sizes.at(i)); });
    choices("##clip-length", wish.clip_length, TakeHome::clip_seconds.size(),
            [](std::size_t i) { return std::to_string(TakeHome::clip_seconds.at(i)) + " s"; });
    if (has_ffmpeg())
        choices("##clip-kind", wish.clip_kind, TakeHome::clip_kinds.size(),
                [](std::size_t i) { return std::string(i == 0 ? "MP4" : "WebM"); });
    if (session.mode == Mode::pop) {
        auto sound = std::size_t(wish.sound);
        constexpr std::array words{"take_home.clip.silent", "take_home.clip.as_heard",
                                   "take_home.clip.slowed"};
        choices("##clip-sound", sound, words.size(),
                [&](std::size_t i) { return std::string(say(words.at(i))); });
        wish.sound = static_cast<ClipSound>(sound);
    }
    if (go("take_home.clip.make")) make_clip(session);
}

void handout_part(Session& session) {
    TakeHome& wish = session.take_home;
    const std::vector<Lesson>& lessons = session.teaching.lessons;
    if (lessons.empty()) return;
    wish.lesson = std::min(wish.lesson, lessons.size() - 1);
    subheading(say("take_home.handout.title"));
    choices("##lesson", wish.lesson, lessons.size(), [&](std::size_t i) { return title_of(lessons[i]); });
    if (go("take_home.handout.make")) make_handout(session);
}

void model_part(Session& session) {
    subheading(say("take_home.model.title"));
    fine_print(say("take_home.model.hint"));
    if (go("take_home.model.still")) save_model(session);
    if (has_motion(session) && go("take_home.model.moving")) save_motion(session);
}

} // namespace

void take_home_panel(Session& session, const Area& area) {
    if (!session.take_home.open) return;
    const float width = std::min(px(540), area.width - px(24));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(12));
    ImGui::SetNextWindowPos({area.x + area.width / 2, area.y + area.height / 2}, ImGuiCond_Always,
                            {0.5f, 0.5f});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, area.height - px(24)});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, palette::now().raised);
    ImGui::Begin("##take-home", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings);
    heading(say("take_home.title"));
    fine_print(say("take_home.hint"));
    space(4);
    picture_part(session);
    clip_part(session);
    if (session.whole_spine) handout_part(session);
    if (session.whole_spine) model_part(session);
    if (button(say("take_home.close"), true)) choose_take_home(session);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
}

void making_panel(Session& session, const Area& area) {
    begin_panel("##making", area, palette::now().ground);
    // The picture that was made last, as large as there is room for.
    const float below = px(110), aspect = session.viewport_width / std::max(1.0f, session.viewport_height);
    const float height = std::min(area.height - below - px(60), (area.width - px(80)) / aspect);
    const float width = height * aspect, left = area.x + (area.width - width) / 2, top = area.y + px(30);
    ImGui::GetWindowDrawList()->AddImage(
        texture_id(session.renderer.texture(render::Renderer::Canvas::scene)), {left, top},
        {left + width, top + height}, {0, 1}, {1, 0});
    const float bar = std::min(px(460), area.width - px(60));
    ImGui::SetCursorScreenPos({area.x + (area.width - bar) / 2, top + height + px(24)});
    char words[16];
    std::snprintf(words, sizeof words, "%.0f %%", 100 * session.making->share());
    ImGui::PushStyleColor(ImGuiCol_PlotHistogram, palette::now().accent_soft);
    ImGui::ProgressBar(float(session.making->share()), {bar, px(26)}, words);
    ImGui::PopStyleColor();
    const char* stop = say("take_home.stop");
    const float wide = ImGui::CalcTextSize(stop).x + 2 * ImGui::GetStyle().FramePadding.x;
    ImGui::SetCursorScreenPos({area.x + (area.width - wide) / 2, top + height + px(62)});
    if (ImGui::Button(stop)) stop_making(session);
    ImGui::End();
}

} // namespace spinescope::app
