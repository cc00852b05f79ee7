#include "app/window/window.hpp"

#include "app/kept_session.hpp"
#include "app/take_home/take_home.hpp"
#include "app/window/interface.hpp"
#include "app/window/keys.hpp"
#include "app/window/layout.hpp"
#include "app/window/typography.hpp"
#include "files/failure.hpp"
#include "files/settings.hpp"
#include "files/staged_file.hpp"
#include "language/language.hpp"
#include "render/screen.hpp"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <future>
#include <memory>

namespace spinescope::app {

namespace {

/// GLFW and its one window, with an OpenGL 3.3 core context current.
class GlfwWindow {
public:
    GlfwWindow(int width, int height, const char* title) {
        glfwSetErrorCallback([](int, const char* words) { last_error() = words; });
        if (!glfwInit())
            throw Failure("window", last_error(),
                          "start it where there is a display, or use 'spinescope render'");
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
        glfwWindowHint(GLFW_DEPTH_BITS, 0);
        glfwWindowHint(GLFW_STENCIL_BITS, 0);
        glfwWindowHintString(GLFW_X11_CLASS_NAME, "spinescope");
        window_ = glfwCreateWindow(width, height, title, nullptr, nullptr);
        if (!window_) {
            const std::string reason = last_error();
            glfwTerminate();
            throw Failure("window", reason,
                          "OpenGL 3.3 is needed: update the graphics driver, or install libgl1-mesa-dri");
        }
        glfwMakeContextCurrent(window_);
        glfwSwapInterval(1);
    }
    ~GlfwWindow() {
        glfwDestroyWindow(window_);
        glfwTerminate();
    }
    GlfwWindow(const GlfwWindow&) = delete;
    GlfwWindow& operator=(const GlfwWindow&) = delete;

    [[nodiscard]] GLFWwindow* get() const { return window_; }

    /// The whole of the monitor that it is on, or the place that it had before.
    void fill_screen(bool wanted) {
        if (wanted == (glfwGetWindowMonitor(window_) != nullptr)) return;
        if (!wanted)
            return glfwSetWindowMonitor(window_, nullptr, before_.x, before_.y, before_.width, before_.height,
                                        GLFW_DONT_CARE);
        glfwGetWindowPos(window_, &before_.x, &before_.y);
        glfwGetWindowSize(window_, &before_.width, &before_.height);
        GLFWmonitor* monitor = monitor_here();
        const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
        if (mode != nullptr)
            glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    }

private:
    static std::string& last_error() {
        static std::string words = "no display";
        return words;
    }
    /// The monitor that the window's middle is on.
    [[nodiscard]] GLFWmonitor* monitor_here() const {
        const int x = before_.x + before_.width / 2, y = before_.y + before_.height / 2;
        int count = 0;
        GLFWmonitor** monitors = glfwGetMonitors(&count);
        for (int i = 0; i < count; ++i) {
            int left = 0, top = 0;
            glfwGetMonitorPos(monitors[i], &left, &top);
            const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
            if (mode != nullptr && x >= left && x < left + mode->width && y >= top && y < top + mode->height)
                return monitors[i];
        }
        return glfwGetPrimaryMonitor();
    }

    GLFWwindow* window_ = nullptr;
    struct {
        int x = 0, y = 0, width = 0, height = 0;
    } before_; ///< it filled the screen
};

/// What GLFW's callbacks need to reach.
struct Reached {
    Session* session = nullptr;
    int frames_due = 2; ///< any event buys two frames: the second shows what the first one changed
};

Reached& reached(GLFWwindow* window) {
    return *static_cast<Reached*>(glfwGetWindowUserPointer(window));
}

void touch(GLFWwindow* window) {
    reached(window).frames_due = 2;
}

void open_model(Session& session, const std::filesystem::path& file) {
    session.stage = set_stage(scene::load_mesh_file(file), {});
    session.visibility = scene::Visibility(layers_of(session.stage.model));
    session.selected = session.hovered = std::nullopt;
    session.whole_spine = false;
    open_mode(session, Mode::explore);
    look_from(session, scene::StandardView::oblique);
    session.log("opened " + file.string());
}

void listen(GLFWwindow* window) {
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int, int action, int modifiers) {
        touch(w);
        // A text field that has the keyboard keeps it, but for Escape and the function keys.
        Session& session = *reached(w).session;
        const bool writing = ImGui::GetIO().WantTextInput && ImGui::GetActiveID() != 0 &&
                             !goes_before_writing(session, key, modifiers);
        if (action != GLFW_RELEASE && !writing) press(session, key, modifiers);
        if (session.focusing) reached(w).frames_due = 4; // the ring comes a little later
        if (session.finder.open) ImGui::ClearActiveID(); // what is typed goes there, and nowhere else
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned letter) {
        touch(w);
        type_in_finder(reached(w).session->finder, letter);
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) {
        touch(w);
        reached(w).session->focusing = false; // the hand is at the pointer again
    });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { touch(w); });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int) { touch(w); });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { touch(w); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { touch(w); });
    glfwSetWindowRefreshCallback(window, touch);
    glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float, float) { touch(w); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int) { touch(w); });
    glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
        touch(w);
        Session& session = *reached(w).session;
        try {
            if (count > 0) open_model(session, paths[0]);
        } catch (const std::exception& failure) {
            report(session, failure);
        }
    });
}

void draw_frame(GLFWwindow* window, Session& session) {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    if (width == 0 || height == 0) return;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    try {
        draw_interface(session, float(width), float(height));
    } catch (const std::exception& failure) {
        ImGui::ErrorCheckEndFrameRecover(nullptr, nullptr);
        report(session, failure);
    }
    ImGui::Render();
    render::begin_screen(width, height);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
}

/// Dear ImGui, with its two backends, for one window.
class ImGuiForWindow {
public:
    ImGuiForWindow(GLFWwindow* window, Typefaces typefaces) : typefaces_(std::move(typefaces)) {
        ImGui::CreateContext(typefaces_.atlas.get());
        ImGui::GetIO().IniFilename = nullptr;
        set_up_style(typefaces_);
        ImGui_ImplGlfw_InitForOpenGL(window, true);
        ImGui_ImplOpenGL3_Init("#version 330 core");
        // Once the letters are on the graphics card, the copies here are 5 MB for nothing.
        ImGui_ImplOpenGL3_NewFrame();
        typefaces_.atlas->ClearTexData();
    }
    ~ImGuiForWindow() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        ImGui::DestroyContext();
    }
    ImGuiForWindow(const ImGuiForWindow&) = delete;
    ImGuiForWindow& operator=(const ImGuiForWindow&) = delete;

private:
    Typefaces typefaces_;
};

/// Pixels a length of the design: the monitor's, and as large as the person wants it.
float scale_of(GLFWwindow* window, const Preferences& preferences, bool presented = false) {
    float monitor = 1;
    glfwGetWindowContentScale(window, &monitor, nullptr);
    const float scale = monitor * preferences.interface_scale;
    if (!presented) return scale;
    int width = 0, height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    return scale * presented_scale(float(height) / monitor);
}

/// What is left to the next start, in the person's own folder. What goes wrong with it is told and stops
/// nothing.
class Keeper {
public:
    [[nodiscard]] KeptSession load(std::string& trouble) {
        try {
            file_ = files::settings() / "session.json";
            KeptSession kept = load_session(file_, trouble);
            written_ = text_of(kept);
            return kept;
        } catch (const std::exception& failure) {
            file_.clear();
            trouble = failure.what();
            return {};
        }
    }
    /// Something may have changed: in a few seconds it is to be kept, so that not every change is written.
    void touch() {
        constexpr double pause_s = 3;
        if (!due_s_) due_s_ = glfwGetTime() + pause_s;
    }
    /// How long until then, s; empty: all is kept.
    [[nodiscard]] std::optional<double> due_in() const {
        if (file_.empty() || !due_s_) return std::nullopt;
        return std::max(0.0, *due_s_ - glfwGetTime());
    }
    /// Writes what has changed.
    void keep(const Session& session, GLFWwindow* window) {
        due_s_.reset();
        if (file_.empty()) return;
        KeptSession kept = kept_now(session);
        if (glfwGetWindowMonitor(window) == nullptr && glfwGetWindowAttrib(window, GLFW_MAXIMIZED) == 0 &&
            glfwGetWindowAttrib(window, GLFW_ICONIFIED) == 0)
            glfwGetWindowSize(window, &width_, &height_);
        kept.width = width_;
        kept.height = height_;
        std::string text = text_of(kept);
        if (text == written_) return;
        written_ = std::move(text); // what cannot be written is told once
        files::write_whole(file_, written_);
        session.log("session kept");
    }
    void sized(int width, int height) {
        width_ = width;
        height_ = height;
    }

private:
    std::filesystem::path file_; ///< empty: nothing can be kept
    std::string written_;
    std::optional<double> due_s_;
    int width_ = 0, height_ = 0;
};

void keep(Keeper& keeper, Session& session, GLFWwindow* window) {
    try {
        keeper.keep(session, window);
    } catch (const std::exception& failure) {
        report(session, failure);
    }
}

/// The language that was asked for, chosen before, or the system's.
void choose_language(const std::string& asked, const std::string& chosen, std::string& trouble) {
    if (!asked.empty()) return language::use(asked);
    try {
        language::use(chosen.empty() ? language::of_system() : chosen);
    } catch (const std::exception& failure) {
        trouble = failure.what();
    }
}

} // namespace

void show_window(const WindowOptions& options) {
    const bool plain = !options.model.empty();
    std::string trouble;
    Keeper keeper;
    const KeptSession kept = keeper.load(trouble);
    choose_language(options.language, kept.preferences.language, trouble);
    // A file that cannot be read is told before a window opens; the rest is read while the window is made.
    std::promise<scene::Model> file;
    if (plain) file.set_value(scene::load_mesh_file(options.model));
    auto model = plain ? file.get_future() : std::async(std::launch::async, spine_at_first_sight);
    auto joints = std::async(std::launch::async, [plain] {
        return plain ? std::vector<anatomy::FacetJoint>() : installed_joints();
    });
    // Most displays have scale 1; only the window will tell.
    float scale = kept.preferences.interface_scale;
    auto usual_typefaces = std::async(std::launch::async, load_typefaces, scale);
    GlfwWindow window(kept.width, kept.height, "Spinescope");
    keeper.sized(kept.width, kept.height);
    Typefaces typefaces = usual_typefaces.get();
    if (const float own = scale_of(window.get(), kept.preferences); own != scale)
        typefaces = load_typefaces(scale = own);
    render::Renderer renderer;
    Session session(renderer, set_stage(model.get(), joints.get()), load_guidance());
    if (options.verbose)
        session.log = [](const std::string& words) { std::fprintf(stderr, "%s\n", words.c_str()); };

    restore(session, kept);
    session.notice = trouble;
    session.welcome.open = session.whole_spine && kept.preferences.welcome;
    session.hints.wanted = true;

    Reached reach{.session = &session};
    glfwSetWindowUserPointer(window.get(), &reach);
    listen(window.get());
    std::optional<ImGuiForWindow> interface;
    interface.emplace(window.get(), std::move(typefaces));

    constexpr double frame_s = 1.0 / 60, blink_s = 0.4;
    double before = glfwGetTime(), closing = -1;
    int frames = 0, at_rest = 0;
    double settled = 0; ///< a second after everything was read: from then on it is at rest
    bool animated = false;
    while (!glfwWindowShouldClose(window.get())) {
        const double now = glfwGetTime();
        // At rest nothing is drawn: the loop sleeps until something happens.
        const bool resting = reach.frames_due == 0 && !animated;
        if (resting && !session.making && keeper.due_in() == 0.0) keep(keeper, session, window.get());
        if (!resting)
            glfwPollEvents();
        else if (const auto due = keeper.due_in(); due && *due < blink_s)
            glfwWaitEventsTimeout(*due);
        else if (options.exit_after_s || keeper.due_in() || teaches(session.teaching) ||
                 ImGui::GetIO().WantTextInput)
            glfwWaitEventsTimeout(blink_s);
        else
            glfwWaitEvents();
        if (ImGui::GetIO().WantTextInput && reach.frames_due == 0) reach.frames_due = 1;
        if (closing >= 0 && glfwGetTime() >= closing) break;
        const double elapsed = std::min(0.1, now - before);
        before = now;
        animated = pass_time(session, elapsed);
        carry_on(session);
        animated = animated || session.making;
        if (reach.frames_due == 0 && !animated) continue;
        keeper.touch();
        if (reach.frames_due > 0) --reach.frames_due;
        if (const float wanted =
                scale_of(window.get(), session.preferences, session.full_screen && teaches(session.teaching));
            wanted != scale) {
            // The letters of another size are another set, and Dear ImGui holds on to the one it began with.
            interface.reset();
            interface.emplace(window.get(), load_typefaces(scale = wanted));
        }
        window.fill_screen(session.full_screen);
        draw_frame(window.get(), session);
        ++frames;
        if (session.reading.valid() || frames == 1) settled = glfwGetTime() + 1;
        if (glfwGetTime() > settled) ++at_rest;
        // A step that ended an animation still has to be shown at rest.
        if (animated && reach.frames_due == 0) reach.frames_due = 1;
        if (frames == 1) {
            session.log("first picture");
            read_the_rest(session);
            if (options.exit_after_s) closing = glfwGetTime() + *options.exit_after_s;
        }
        if (animated)
            if (const double left = frame_s - (glfwGetTime() - now); left > 0) glfwWaitEventsTimeout(left);
    }
    session.making.reset(); // what it changed for itself is not kept
    keep(keeper, session, window.get());
    session.log("frames " + std::to_string(frames) + ", " + std::to_string(at_rest) + " at rest");
}

} // namespace spinescope::app
