#include "app/window/offscreen_interface.hpp"

#include "app/window/typography.hpp"
#include "render/screen.hpp"

#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <map>

namespace spinescope::app {

namespace {

/// While it lives another context of Dear ImGui is in use, with letters of another size.
class InUse {
public:
    InUse(ImGuiContext* context, const Typography& cuts)
        : before_(ImGui::GetCurrentContext()), letters_before_(type()) {
        ImGui::SetCurrentContext(context);
        use_typography(cuts);
    }
    ~InUse() {
        ImGui::SetCurrentContext(before_);
        use_typography(letters_before_);
    }
    InUse(const InUse&) = delete;
    InUse& operator=(const InUse&) = delete;

private:
    ImGuiContext* before_;
    Typography letters_before_;
};

/// Letters by where they are in the picture of all letters.
using Letters = std::map<std::pair<float, float>, ImWchar>;

Letters letters_of(const ImFontAtlas& atlas) {
    Letters letters;
    for (const ImFont* font : atlas.Fonts)
        for (const ImFontGlyph& glyph : font->Glyphs)
            letters.emplace(std::pair(glyph.U0, glyph.V0), ImWchar(glyph.Codepoint));
    return letters;
}

/// A letter as it was drawn: four corners, the first at its top left.
struct Drawn {
    ImVec2 low, high;
    ImWchar letter;
};

std::vector<Drawn> letters_drawn(const ImDrawList& list, const ImDrawCmd& part, const Letters& letters) {
    std::vector<Drawn> drawn;
    for (unsigned i = 0; i + 5 < part.ElemCount; i += 3) {
        const ImDrawIdx* index = &list.IdxBuffer[int(part.IdxOffset + i)];
        const ImDrawVert* vertices = &list.VtxBuffer[int(part.VtxOffset)];
        const ImDrawVert &first = vertices[index[0]], &third = vertices[index[2]];
        const auto letter = letters.find({first.uv.x, first.uv.y});
        if (letter == letters.end() || third.pos.x <= first.pos.x || third.pos.y <= first.pos.y) continue;
        drawn.push_back({first.pos, third.pos, letter->second});
        i += 3; // its other triangle
    }
    return drawn;
}

std::string owner_of(const ImDrawList& list) {
    return std::string(list._OwnerName != nullptr ? list._OwnerName : "") + ": ";
}

/// Up to `some` letters of a line of them, ending with the one at `last`.
std::string words_before(const std::vector<Drawn>& drawn, std::size_t last, std::size_t some = 24) {
    std::string words;
    for (std::size_t k = last > some ? last - some : 0; k <= std::min(drawn.size() - 1, last); ++k)
        words += drawn[k].letter < 128 ? char(drawn[k].letter) : '?';
    return words;
}

/// Words of which a letter lies across the left or right edge.
void find_cut_off(const ImDrawList& list, const ImDrawCmd& part, const Letters& letters,
                  std::vector<std::string>& found) {
    constexpr float hardly = 1.5f; // px
    const std::vector<Drawn> drawn = letters_drawn(list, part, letters);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const bool left = drawn[i].low.x < part.ClipRect.x - hardly && drawn[i].high.x > part.ClipRect.x;
        const bool right = drawn[i].high.x > part.ClipRect.z + hardly && drawn[i].low.x < part.ClipRect.z;
        const bool above = drawn[i].high.y <= part.ClipRect.y, below = drawn[i].low.y >= part.ClipRect.w;
        if ((!left && !right) || above || below) continue;
        found.push_back(owner_of(list) + words_before(drawn, left ? i + 24 : i));
    }
}

/// The part of a letter that shows; empty where nothing does.
Drawn shown(const Drawn& drawn, const ImVec4& clip) {
    return {{std::max(drawn.low.x, clip.x), std::max(drawn.low.y, clip.y)},
            {std::min(drawn.high.x, clip.z), std::min(drawn.high.y, clip.w)},
            drawn.letter};
}

/// Whether two letters hide each other. A letter's halo is the same letter hardly beside it.
bool collide(const Drawn& one, const Drawn& other) {
    const float width = std::min(one.high.x, other.high.x) - std::max(one.low.x, other.low.x);
    const float height = std::min(one.high.y, other.high.y) - std::max(one.low.y, other.low.y);
    constexpr float halo = 3; // px
    const bool same = one.letter == other.letter && std::abs(one.low.x - other.low.x) < halo &&
                      std::abs(one.low.y - other.low.y) < halo;
    constexpr float touch = 2; // px: letters that lean or are set tightly
    return width > touch && height > touch && !same;
}

/// Words of one window that lie on other words of it.
void find_collisions(const ImDrawList& list, const Letters& letters, ImTextureID texture,
                     std::vector<std::string>& found) {
    constexpr float cell = 32; // px
    std::map<std::pair<int, int>, std::vector<std::size_t>> cells;
    std::vector<Drawn> all;
    for (const ImDrawCmd& part : list.CmdBuffer) {
        if (part.GetTexID() != texture) continue;
        for (const Drawn& whole : letters_drawn(list, part, letters)) {
            const Drawn drawn = shown(whole, part.ClipRect);
            if (drawn.high.x <= drawn.low.x || drawn.high.y <= drawn.low.y) continue;
            const std::size_t here = all.size();
            bool collided = false;
            for (int x = int(drawn.low.x / cell); x <= int(drawn.high.x / cell); ++x)
                for (int y = int(drawn.low.y / cell); y <= int(drawn.high.y / cell); ++y) {
                    for (const std::size_t other : cells[{x, y}])
                        if (!collided && collide(drawn, all[other])) {
                            found.push_back(owner_of(list) + words_before(all, other) + " | " +
                                            words_before(all, here - 1));
                            collided = true;
                        }
                    cells[{x, y}].push_back(here);
                }
            all.push_back(drawn);
        }
    }
}

} // namespace

struct OffscreenInterface::State {
    Typefaces typefaces;
    render::OffscreenSurface surface;
    ImGuiContext* context = nullptr;
};

OffscreenInterface::OffscreenInterface(int width, int height, float scale)
    : state_(new State{.typefaces = load_typefaces(scale), .surface = {width, height}}) {
    ImGuiContext* before = ImGui::GetCurrentContext();
    state_->context = ImGui::CreateContext(state_->typefaces.atlas.get());
    ImGui::SetCurrentContext(before); // a first context makes itself the one in use
    const InUse in_use(state_->context, state_->typefaces.cuts);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {float(width), float(height)};
    io.DeltaTime = 1.0f / 60;
    set_up_style(state_->typefaces);
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

OffscreenInterface::~OffscreenInterface() {
    const InUse in_use(state_->context, state_->typefaces.cuts);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(state_->context);
}

void OffscreenInterface::lay_out(const std::function<void()>& draw, int frames) {
    const InUse in_use(state_->context, state_->typefaces.cuts);
    for (int frame = 0; frame < frames; ++frame) {
        ImGui_ImplOpenGL3_NewFrame();
        ImGui::NewFrame();
        draw();
        ImGui::Render();
    }
}

std::vector<std::string> OffscreenInterface::words_cut_off() const {
    const InUse in_use(state_->context, state_->typefaces.cuts);
    const Letters letters = letters_of(*ImGui::GetIO().Fonts);
    std::vector<std::string> found;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawCmd& part : data.CmdLists[i]->CmdBuffer)
            if (part.GetTexID() == ImGui::GetIO().Fonts->TexID)
                find_cut_off(*data.CmdLists[i], part, letters, found);
    return found;
}

std::vector<std::string> OffscreenInterface::words_on_words() const {
    const InUse in_use(state_->context, state_->typefaces.cuts);
    const Letters letters = letters_of(*ImGui::GetIO().Fonts);
    std::vector<std::string> found;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i)
        find_collisions(*data.CmdLists[i], letters, ImGui::GetIO().Fonts->TexID, found);
    return found;
}

std::vector<std::string> OffscreenInterface::out_of_reach() const {
    const InUse in_use(state_->context, state_->typefaces.cuts);
    constexpr float hardly = 2; // px
    std::vector<std::string> found;
    for (const ImGuiWindow* window : state_->context->Windows) {
        if (!window->Active || window->Hidden) continue;
        const bool scrolls = (window->Flags & ImGuiWindowFlags_NoScrollbar) == 0;
        // What reaches into the padding is still there to be read.
        if (!scrolls && window->ScrollMax.y > window->WindowPadding.y + hardly)
            found.push_back(std::string(window->Name) + ": " + std::to_string(int(window->ScrollMax.y)) +
                            " px too low for its contents");
        const ImVec2 screen = ImGui::GetIO().DisplaySize;
        const bool child = (window->Flags & ImGuiWindowFlags_ChildWindow) != 0;
        if (!child && (window->Pos.y < -hardly || window->Pos.y + window->Size.y > screen.y + hardly ||
                       window->Pos.x < -hardly || window->Pos.x + window->Size.x > screen.x + hardly))
            found.push_back(std::string(window->Name) + ": over the edge of the screen");
    }
    return found;
}

std::vector<std::string> OffscreenInterface::scrolling() const {
    std::vector<std::string> found;
    for (const ImGuiWindow* window : state_->context->Windows)
        if (window->Active && !window->Hidden && window->ScrollMax.y > 0)
            found.push_back(std::string(window->Name) + ": " + std::to_string(int(window->ScrollMax.y)) +
                            " px");
    return found;
}

render::Image OffscreenInterface::picture(const std::function<void()>& draw, int frames) {
    lay_out(draw, frames);
    const InUse in_use(state_->context, state_->typefaces.cuts);
    state_->surface.bind();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    return state_->surface.read();
}

} // namespace spinescope::app
