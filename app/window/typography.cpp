#include "app/window/typography.hpp"

#include "app/window/palette.hpp"
#include "files/failure.hpp"
#include "files/installation.hpp"

#include <filesystem>
#include <sstream>

namespace spinescope::app {

namespace {

Typography current;

// The letters of western Europe, Greek Δ η–σ for quantities, and the few signs the interface writes.
constexpr ImWchar glyphs[] = {0x20,   0x7E,   0xA0,   0xFF,   0x152,  0x153,  0x178,  0x178,  0x394,
                              0x394,  0x3B7,  0x3C3,  0x2010, 0x2026, 0x2070, 0x208E, 0x2190, 0x2193,
                              0x2212, 0x2212, 0x2248, 0x2248, 0x2264, 0x2265, 0};

ImFont* load(ImFontAtlas& atlas, const char* cut, float size) {
    const std::filesystem::path file = files::share() / "fonts" / cut;
    if (!std::filesystem::exists(file))
        throw Failure(file.string(), "the typeface is missing", "install fonts-inter and build again");
    ImFontConfig config;
    config.OversampleH = 2;
    config.OversampleV = 1;
    return atlas.AddFontFromFileTTF(file.c_str(), size, &config, glyphs);
}

void set_colours() {
    ImGuiStyle& style = ImGui::GetStyle();
    const auto set = [&](ImGuiCol which, ImU32 colour) { style.Colors[which] = palette::vec(colour); };
    set(ImGuiCol_Text, palette::now().text);
    set(ImGuiCol_TextDisabled, palette::now().muted);
    set(ImGuiCol_WindowBg, palette::now().panel);
    set(ImGuiCol_PopupBg, palette::now().raised);
    set(ImGuiCol_Border, palette::now().hairline);
    set(ImGuiCol_Separator, palette::now().hairline);
    set(ImGuiCol_FrameBg, palette::now().raised);
    set(ImGuiCol_FrameBgHovered, palette::now().raised_hover);
    set(ImGuiCol_FrameBgActive, palette::now().raised_hover);
    set(ImGuiCol_Button, palette::now().raised);
    set(ImGuiCol_ButtonHovered, palette::now().raised_hover);
    set(ImGuiCol_ButtonActive, palette::now().accent_soft);
    set(ImGuiCol_Header, palette::now().accent_soft);
    set(ImGuiCol_HeaderHovered, palette::now().raised_hover);
    set(ImGuiCol_HeaderActive, palette::now().accent_soft);
    set(ImGuiCol_SliderGrab, palette::now().accent);
    set(ImGuiCol_SliderGrabActive, palette::now().accent);
    set(ImGuiCol_CheckMark, palette::now().accent);
    set(ImGuiCol_ScrollbarBg, palette::now().panel);
    set(ImGuiCol_ScrollbarGrab, palette::now().raised_hover);
    set(ImGuiCol_NavHighlight, palette::rgb(0, 0)); // focus_ring() draws its own
    set(ImGuiCol_TextSelectedBg, palette::now().accent_soft);
}

void words_in(ImFont* font, ImU32 colour, std::string_view words) {
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::TextUnformatted(wrapped(font, words, ImGui::GetContentRegionAvail().x).c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

} // namespace

const Typography& type() {
    return current;
}
void use_typography(const Typography& cuts) {
    current = cuts;
}
float px(float design) {
    return design * current.scale;
}

Typefaces load_typefaces(float scale) {
    Typefaces faces{.atlas = std::make_unique<ImFontAtlas>(), .cuts = {}};
    ImFontAtlas& atlas = *faces.atlas;
    faces.cuts = {.body = load(atlas, "Inter-Regular.otf", 16 * scale),
                  .strong = load(atlas, "Inter-SemiBold.otf", 16 * scale),
                  .small = load(atlas, "Inter-Regular.otf", 13.5f * scale),
                  .title = load(atlas, "Inter-SemiBold.otf", 19 * scale),
                  .large = load(atlas, "Inter-Regular.otf", 22 * scale),
                  .display = load(atlas, "Inter-SemiBold.otf", 30 * scale),
                  .scale = scale};
    atlas.Build();
    return faces;
}

void set_up_style(const Typefaces& typefaces) {
    current = typefaces.cuts;
    const float scale = current.scale;
    ImGui::GetIO().FontDefault = current.body;

    ImGuiStyle style;
    style.WindowPadding = {18, 16};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.ChildBorderSize = 0;
    style.PopupRounding = 8;
    style.FrameRounding = 7;
    style.FramePadding = {10, 7};
    style.ItemSpacing = {8, 7};
    style.IndentSpacing = 16;
    style.ScrollbarSize = 9;
    style.ScrollbarRounding = 9;
    style.GrabMinSize = 10;
    style.GrabRounding = 8;
    style.ScaleAllSizes(scale);
    ImGui::GetStyle() = style;
    set_colours();
}

void use_theme(render::Theme theme, bool high_contrast) {
    const bool light = theme == render::Theme::light;
    const palette::Palette* wanted = light ? (high_contrast ? &palette::light_high : &palette::light)
                                           : (high_contrast ? &palette::dark_high : &palette::dark);
    if (palette::in_use == wanted) return;
    palette::in_use = wanted;
    set_colours();
}

std::string wrapped(ImFont* font, std::string_view words, float width) {
    const auto wide = [&](std::string_view part) {
        return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, part.data(), part.data() + part.size()).x;
    };
    std::string text;
    float line = 0;
    const float gap = wide(" ");
    while (!words.empty()) {
        const std::size_t end = words.find(' ');
        const std::string_view word = words.substr(0, end);
        const float w = wide(word);
        if (line > 0 && line + gap + w > width) {
            text += '\n';
            line = 0;
        } else if (line > 0) {
            text += ' ';
            line += gap;
        }
        text += word;
        line += w;
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return text;
}

std::string shortened(const std::string& words, float width) {
    if (ImGui::CalcTextSize(words.c_str()).x <= width) return words;
    std::string begin = words;
    const auto ends_in_a_letter = [&] { return (static_cast<unsigned char>(begin.back()) & 0xC0) != 0x80; };
    do {
        while (!begin.empty() && !ends_in_a_letter()) begin.pop_back();
        if (!begin.empty()) begin.pop_back();
        while (!begin.empty() && begin.back() == ' ') begin.pop_back();
    } while (!begin.empty() && ImGui::CalcTextSize((begin + "…").c_str()).x > width);
    return begin + "…";
}

void heading(std::string_view words) {
    words_in(current.title, palette::now().text, words);
}
void subheading(std::string_view words) {
    words_in(current.strong, palette::now().accent, words);
}
void body(std::string_view words) {
    words_in(current.body, palette::now().text, words);
}
void fine_print(std::string_view words) {
    words_in(current.small, palette::now().muted, words);
}
void space(float design_height) {
    ImGui::Dummy({1, px(design_height)});
}

bool link(const char* words) {
    ImGui::PushStyleColor(ImGuiCol_Text, palette::now().accent);
    const std::string lines = wrapped(ImGui::GetFont(), words, ImGui::GetContentRegionAvail().x);
    const ImVec2 size = ImGui::CalcTextSize(lines.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(words, size);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 colour = ImGui::IsItemHovered() ? palette::now().text : palette::now().accent;
    draw->AddText(at, colour, lines.c_str());
    std::istringstream each(lines);
    float under = at.y;
    for (std::string line; std::getline(each, line);) {
        under += ImGui::GetTextLineHeight();
        draw->AddLine({at.x, under}, {at.x + ImGui::CalcTextSize(line.c_str()).x, under}, colour);
    }
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::PopStyleColor();
    return pressed;
}

bool button(const char* words, bool active) {
    ImGui::PushStyleColor(ImGuiCol_Button, active ? palette::now().accent_soft : palette::rgb(0, 0));
    ImGui::PushStyleColor(ImGuiCol_Text, active ? palette::now().text : palette::now().muted);
    const bool pressed = ImGui::Button(words);
    ImGui::PopStyleColor(2);
    return pressed;
}

} // namespace spinescope::app
