#include "app/window/window.hpp"

#include "app/window/interface.hpp"
#include "app/window/keys.hpp"
#include "app/window/typography.hpp"
#include "files/failure.hpp"
#include "render/screen.hpp"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

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

private:
    static std::string& last_error() {
        static std::string words = "no display";
        return words;
    }
    GLFWwindow* window_ = nullptr;
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
        const bool writing = ImGui::GetIO().WantTextInput && key != GLFW_KEY_ESCAPE && key < GLFW_KEY_F1;
        if (action != GLFW_RELEASE && !writing) press(*reached(w).session, key, modifiers);
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned) { touch(w); });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { touch(w); });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { touch(w); });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int) { touch(w); });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { touch(w); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { touch(w); });
    glfwSetWindowRefreshCallback(window, touch);
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

} // namespace

void show_window(const WindowOptions& options) {
    // A file that cannot be read is told before a window opens; the rest is read while the window is made.
    const bool plain = !options.model.empty();
    std::promise<scene::Model> file;
    if (plain) file.set_value(scene::load_mesh_file(options.model));
    auto model = plain ? file.get_future() : std::async(std::launch::async, spine_at_first_sight);
    auto joints = std::async(std::launch::async, [plain] {
        return plain ? std::vector<anatomy::FacetJoint>() : installed_joints();
    });
    // Most displays have scale 1; only the window will tell.
    auto usual_typefaces = std::async(std::launch::async, load_typefaces, 1.0f);
    const GlfwWindow window(options.width, options.height, "Spinescope");
    float scale = 1;
    glfwGetWindowContentScale(window.get(), &scale, nullptr);
    Typefaces typefaces = usual_typefaces.get();
    if (scale != 1) typefaces = load_typefaces(scale);
    render::Renderer renderer;
    Session session(renderer, set_stage(model.get(), joints.get()), load_guidance());
    if (options.verbose)
        session.log = [](const std::string& words) { std::fprintf(stderr, "%s\n", words.c_str()); };

    Reached reach{.session = &session};
    glfwSetWindowUserPointer(window.get(), &reach);
    listen(window.get());
    const ImGuiForWindow interface(window.get(), std::move(typefaces));

    constexpr double frame_s = 1.0 / 60, blink_s = 0.4;
    double before = glfwGetTime(), closing = -1;
    int frames = 0, at_rest = 0;
    double settled = 0; ///< a second after everything was read: from then on it is at rest
    bool animated = false;
    while (!glfwWindowShouldClose(window.get())) {
        const double now = glfwGetTime();
        // At rest nothing is drawn: the loop sleeps until something happens.
        if (reach.frames_due > 0 || animated)
            glfwPollEvents();
        else if (options.exit_after_s || ImGui::GetIO().WantTextInput)
            glfwWaitEventsTimeout(blink_s);
        else
            glfwWaitEvents();
        if (ImGui::GetIO().WantTextInput && reach.frames_due == 0) reach.frames_due = 1;
        if (closing >= 0 && glfwGetTime() >= closing) break;
        const double elapsed = std::min(0.1, now - before);
        before = now;
        animated = pass_time(session, elapsed);
        if (reach.frames_due == 0 && !animated) continue;
        if (reach.frames_due > 0) --reach.frames_due;
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
    session.log("frames " + std::to_string(frames) + ", " + std::to_string(at_rest) + " at rest");
}

} // namespace spinescope::app
