#include "app/take_home/handout_page.hpp"

#include "files/failure.hpp"
#include "files/installation.hpp"

#include <algorithm>
#include <array>
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <memory>
#include <pango/pangocairo.h>

namespace spinescope::app {

namespace {

// Lengths are points of a 72nd of an inch.
constexpr double page_width = 595.28, page_height = 841.89, margin = 48, foot = 40;
constexpr double text_width = page_width - 2 * margin;
constexpr double picture_width = 238, gutter = 18;

struct Colour {
    double r, g, b;
};
constexpr Colour ink{0.10, 0.12, 0.15}, muted{0.38, 0.42, 0.47}, accent{0.04, 0.40, 0.56},
    hairline{0.82, 0.84, 0.86}, warm_ground{0.988, 0.945, 0.875}, warm_line{0.79, 0.57, 0.29};

struct Cut {
    const char* face;
    Colour colour = ink;
    double leading = 1.32;
};
constexpr Cut title_cut{"Inter SemiBold 23"}, summary_cut{"Inter 12.5", muted},
    head_cut{"Inter SemiBold 12.5"}, body_cut{"Inter 10.5"}, question_cut{"Inter SemiBold 10.5", accent},
    small_cut{"Inter 8.4", muted};

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

/// The typeface travels with the program, and need not be one of the system's.
void know_typeface() {
    static const bool known = [] {
        for (const char* cut : {"Inter-Regular.otf", "Inter-SemiBold.otf"}) {
            const std::string file = files::share() / "fonts" / cut;
            FcConfigAppFontAddFile(FcConfigGetCurrent(), reinterpret_cast<const FcChar8*>(file.c_str()));
        }
        return true;
    }();
    (void)known;
}

/// Words in a cut, broken at a width.
class Words {
public:
    Words(cairo_t* page, const Cut& cut, const std::string& text, double width)
        : page_(page), layout_(pango_cairo_create_layout(page)), colour_(cut.colour) {
        // Points are points, and letters stand where they stand at any size.
        PangoContext* context = pango_layout_get_context(layout_);
        pango_cairo_context_set_resolution(context, 72);
        cairo_font_options_t* exact = cairo_font_options_create();
        cairo_font_options_set_hint_style(exact, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(exact, CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context, exact);
        cairo_font_options_destroy(exact);
        pango_layout_context_changed(layout_);
        PangoFontDescription* face = pango_font_description_from_string(cut.face);
        pango_layout_set_font_description(layout_, face);
        pango_font_description_free(face);
        pango_layout_set_width(layout_, int(width * PANGO_SCALE));
        pango_layout_set_line_spacing(layout_, float(cut.leading));
        pango_layout_set_text(layout_, text.c_str(), int(text.size()));
    }
    ~Words() { g_object_unref(layout_); }
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;

    [[nodiscard]] double height() const {
        int height = 0;
        pango_layout_get_size(layout_, nullptr, &height);
        return double(height) / PANGO_SCALE;
    }
    [[nodiscard]] double width() const {
        int width = 0;
        pango_layout_get_size(layout_, &width, nullptr);
        return double(width) / PANGO_SCALE;
    }
    void set(double x, double y) const {
        cairo_set_source_rgb(page_, colour_.r, colour_.g, colour_.b);
        cairo_move_to(page_, x, y);
        pango_cairo_show_layout(page_, layout_);
    }

private:
    cairo_t* page_;
    PangoLayout* layout_;
    Colour colour_;
};

void line(cairo_t* page, double y, const Colour& colour, double from = margin,
          double to = page_width - margin) {
    cairo_set_source_rgb(page, colour.r, colour.g, colour.b);
    cairo_set_line_width(page, 0.6);
    cairo_move_to(page, from, y);
    cairo_line_to(page, to, y);
    cairo_stroke(page);
}

/// Pictures travel as JPEG, which is a tenth of what they are otherwise.
void picture(cairo_t* page, const render::Image& image, double x, double y, double width) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height),
                          cairo_surface_destroy);
    cairo_surface_flush(surface.get());
    unsigned char* to = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int row = 0; row < image.height; ++row)
        for (int column = 0; column < image.width; ++column) {
            const std::size_t from = 4 * (std::size_t(row) * std::size_t(image.width) + std::size_t(column));
            unsigned char* pixel = to + std::ptrdiff_t(row) * stride + std::ptrdiff_t(4) * column;
            for (std::size_t k = 0; k < 3; ++k) pixel[k] = image.rgba[from + 2 - k];
        }
    cairo_surface_mark_dirty(surface.get());
    auto* bytes = new std::string(render::jpeg(image, 88));
    cairo_surface_set_mime_data(
        surface.get(), CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(bytes->data()),
        bytes->size(), [](void* own) { delete static_cast<std::string*>(own); }, bytes);
    cairo_save(page);
    cairo_translate(page, x, y);
    cairo_scale(page, width / image.width, width / image.width);
    cairo_set_source_surface(page, surface.get(), 0, 0);
    cairo_paint(page);
    cairo_restore(page);
}

double picture_height(const HandoutStep& step) {
    return step.picture.width > 0 ? picture_width * step.picture.height / step.picture.width : 0;
}

std::string numbers(const std::vector<std::size_t>& places) {
    std::string text;
    for (const std::size_t place : places) text += (text.empty() ? "" : ", ") + std::to_string(place + 1);
    return text.empty() ? text : "[" + text + "]";
}

/// Sets a handout from its first line to its last, page after page. Run twice: the first time to count.
class Setting {
public:
    Setting(cairo_t* page, const Handout& handout, int pages) : page_(page), it_(handout), pages_(pages) {}

    int set() {
        head();
        for (std::size_t i = 0; i < it_.steps.size(); ++i) step(i);
        advice();
        answers();
        sources();
        end_page();
        return number_;
    }

private:
    void head() {
        block(title_cut, it_.title, 5);
        block(summary_cut, it_.summary, 12);
        line(page_, y_, accent);
        y_ += 18;
    }

    /// A paragraph over the whole width.
    void block(const Cut& cut, const std::string& text, double after, double indent = 0) {
        if (text.empty()) return;
        const Words words(page_, cut, text, text_width - indent);
        make_room(words.height());
        words.set(margin + indent, y_);
        y_ += words.height() + after;
    }

    /// The picture, and what is said beside it; never parted by the end of a page.
    void step(std::size_t index) {
        const HandoutStep& step = it_.steps[index];
        const double x = margin + picture_width + gutter, width = text_width - picture_width - gutter;
        const Words title(page_, head_cut, std::to_string(index + 1) + "  " + step.title, width);
        const Words text(page_, body_cut,
                         step.text + (step.sources.empty() ? "" : " ") + numbers(step.sources), width);
        const Words question(page_, question_cut, step.question, width);
        constexpr double gap = 4, to_write = 34;
        double tall = title.height() + gap + text.height();
        if (!step.question.empty()) tall += 2 * gap + question.height() + to_write;
        tall = std::max(tall, picture_height(step));
        make_room(tall);
        if (step.picture.width > 0) {
            picture(page_, step.picture, margin, y_, picture_width);
            cairo_set_source_rgb(page_, hairline.r, hairline.g, hairline.b);
            cairo_set_line_width(page_, 0.5);
            cairo_rectangle(page_, margin, y_, picture_width, picture_height(step));
            cairo_stroke(page_);
        }
        double y = y_;
        title.set(x, y);
        y += title.height() + gap;
        text.set(x, y);
        y += text.height() + 2 * gap;
        if (!step.question.empty()) {
            question.set(x, y);
            y += question.height();
            line(page_, y + to_write / 2, hairline, x);
            line(page_, y + to_write, hairline, x);
        }
        y_ += tall + 17;
    }

    void advice() {
        constexpr double pad = 11;
        const Words head(page_, head_cut, it_.advice_head, text_width - 2 * pad);
        const Words text(page_, body_cut, it_.advice, text_width - 2 * pad);
        const double tall = head.height() + text.height() + 2 * pad + 3;
        make_room(tall);
        cairo_rectangle(page_, margin, y_, text_width, tall);
        cairo_set_source_rgb(page_, warm_ground.r, warm_ground.g, warm_ground.b);
        cairo_fill_preserve(page_);
        cairo_set_source_rgb(page_, warm_line.r, warm_line.g, warm_line.b);
        cairo_set_line_width(page_, 0.7);
        cairo_stroke(page_);
        head.set(margin + pad, y_ + pad);
        text.set(margin + pad, y_ + pad + head.height() + 3);
        y_ += tall + 18;
    }

    void answers() {
        bool any = false;
        for (std::size_t i = 0; i < it_.steps.size(); ++i) {
            if (it_.steps[i].answer.empty()) continue;
            if (!any) block(head_cut, it_.answers_head, 4);
            any = true;
            block(body_cut, std::to_string(i + 1) + "  " + it_.steps[i].answer, 4);
        }
        if (any) y_ += 12;
    }

    void sources() {
        if (it_.sources.empty()) return;
        block(head_cut, it_.sources_head, 4);
        for (std::size_t i = 0; i < it_.sources.size(); ++i)
            block(small_cut, "[" + std::to_string(i + 1) + "]  " + it_.sources[i], 2);
    }

    void make_room(double tall) {
        if (y_ + tall <= page_height - foot - 16 || y_ == margin) return;
        end_page();
        cairo_show_page(page_);
        ++number_;
        y_ = margin;
    }

    void end_page() {
        const double y = page_height - foot;
        line(page_, y - 6, hairline);
        Words(page_, small_cut, it_.made_with, text_width * 0.8).set(margin, y);
        std::string words = it_.page_of;
        const auto put = [&](const std::string& name, int number) {
            if (const std::size_t at = words.find(name); at != std::string::npos)
                words.replace(at, name.size(), std::to_string(number));
        };
        put("{page}", number_);
        put("{pages}", pages_);
        const Words page(page_, small_cut, words, text_width * 0.2);
        page.set(page_width - margin - page.width(), y);
    }

    cairo_t* page_;
    const Handout& it_;
    int pages_, number_ = 1;
    double y_ = margin;
};

int set_into(cairo_surface_t* surface, const Handout& handout, int pages) {
    const Context page(cairo_create(surface), cairo_destroy);
    return Setting(page.get(), handout, pages).set();
}

} // namespace

std::string pdf(const Handout& handout) {
    know_typeface();
    const auto append = [](void* to, const unsigned char* bytes, unsigned count) {
        static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
        return CAIRO_STATUS_SUCCESS;
    };
    std::string draft, bytes;
    int pages = 0;
    for (std::string* to : {&draft, &bytes}) {
        const Surface surface(cairo_pdf_surface_create_for_stream(append, to, page_width, page_height),
                              cairo_surface_destroy);
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, handout.title.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, handout.made_with.c_str());
        pages = set_into(surface.get(), handout, pages);
        cairo_surface_finish(surface.get());
        if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
            throw Failure("handout", cairo_status_to_string(status), "try again with more memory free");
    }
    return bytes;
}

} // namespace spinescope::app
