#include "render/look.hpp"

#include <array>

namespace spinescope::render {

const Appearance& appearance(scene::Tissue tissue) {
    static const std::array<Appearance, scene::tissue_words.size()> tissues = [] {
        std::array<Appearance, scene::tissue_words.size()> t;
        const auto at = [&](scene::Tissue m) -> Appearance& { return t[static_cast<std::size_t>(m)]; };
        at(scene::Tissue::bone) = {.albedo = {0.485f, 0.385f, 0.262f},
                                   .crevice = {0.66f, 0.56f, 0.47f},
                                   .wrap = 0.12f,
                                   .through = 0.02f,
                                   .sheen = 0.035f,
                                   .pores = 0.18f,
                                   .cut = {0.43f, 0.30f, 0.195f},
                                   .cells = 0.16f};
        at(scene::Tissue::cartilage) = {.albedo = {0.62f, 0.70f, 0.74f},
                                        .crevice = {0.7f, 0.75f, 0.8f},
                                        .highlight = 0.35f,
                                        .wrap = 0.35f,
                                        .through = 0.18f,
                                        .sheen = 0.04f,
                                        .cut = {0.58f, 0.66f, 0.70f},
                                        .cells = 0.05f};
        at(scene::Tissue::annulus) = {.albedo = {0.25f, 0.31f, 0.335f},
                                      .crevice = {0.6f, 0.66f, 0.72f},
                                      .highlight = 0.10f,
                                      .wrap = 0.40f,
                                      .through = 0.16f,
                                      .sheen = 0.05f,
                                      .pores = 0.10f,
                                      .cut = {0.30f, 0.35f, 0.365f},
                                      .cells = 0.08f};
        at(scene::Tissue::ligament) = {.albedo = {0.70f, 0.66f, 0.55f},
                                       .crevice = {0.7f, 0.6f, 0.5f},
                                       .highlight = 0.08f,
                                       .wrap = 0.25f,
                                       .through = 0.08f,
                                       .sheen = 0.10f,
                                       .pores = 0.12f,
                                       .cut = {0.62f, 0.56f, 0.45f},
                                       .cells = 0.1f};
        at(scene::Tissue::nerve) = {.albedo = {0.78f, 0.62f, 0.22f},
                                    .crevice = {0.7f, 0.5f, 0.4f},
                                    .highlight = 0.12f,
                                    .wrap = 0.3f,
                                    .through = 0.08f,
                                    .sheen = 0.04f,
                                    .cut = {0.74f, 0.62f, 0.36f},
                                    .cells = 0.05f};
        at(scene::Tissue::artery) = {.albedo = {0.52f, 0.07f, 0.06f},
                                     .crevice = {0.7f, 0.5f, 0.5f},
                                     .highlight = 0.25f,
                                     .wrap = 0.25f,
                                     .through = 0.10f,
                                     .sheen = 0.03f,
                                     .cut = {0.40f, 0.04f, 0.04f}};
        at(scene::Tissue::muscle) = {.albedo = {0.42f, 0.13f, 0.10f},
                                     .crevice = {0.7f, 0.5f, 0.5f},
                                     .highlight = 0.06f,
                                     .wrap = 0.2f,
                                     .through = 0.06f,
                                     .sheen = 0.06f,
                                     .pores = 0.15f,
                                     .cut = {0.40f, 0.10f, 0.08f},
                                     .cells = 0.15f};
        at(scene::Tissue::fluid) = {.albedo = {0.16f, 0.42f, 0.55f},
                                    .crevice = {0.8f, 0.9f, 1.0f},
                                    .highlight = 0.5f,
                                    .wrap = 0.5f,
                                    .through = 0.35f,
                                    .sheen = 0.04f,
                                    .cut = {0.16f, 0.42f, 0.55f}};
        at(scene::Tissue::cavity) = {.albedo = {0.010f, 0.016f, 0.030f}, // dark as gas is on an MRI
                                     .crevice = {1, 1, 1},
                                     .highlight = 0.6f,
                                     .wrap = 0.8f,
                                     .through = 0.0f,
                                     .sheen = 0.3f,
                                     .cut = {0.010f, 0.016f, 0.030f}};
        at(scene::Tissue::plain) = {.albedo = {0.50f, 0.50f, 0.50f},
                                    .crevice = {0.8f, 0.8f, 0.8f},
                                    .highlight = 0.05f,
                                    .wrap = 0.12f,
                                    .through = 0.02f,
                                    .sheen = 0.04f,
                                    .cut = {0.45f, 0.45f, 0.47f}};
        // Kin of the above, told apart by their colour.
        at(scene::Tissue::nucleus) = at(scene::Tissue::annulus);
        at(scene::Tissue::nucleus).albedo = {0.36f, 0.46f, 0.50f};
        at(scene::Tissue::nucleus).highlight = 0.4f;
        at(scene::Tissue::nucleus).cut = {0.42f, 0.52f, 0.55f};
        at(scene::Tissue::elastic) = at(scene::Tissue::ligament);
        at(scene::Tissue::elastic).albedo = {0.74f, 0.60f, 0.26f};
        at(scene::Tissue::elastic).cut = {0.66f, 0.52f, 0.22f};
        at(scene::Tissue::capsule) = at(scene::Tissue::ligament);
        at(scene::Tissue::capsule).albedo = {0.66f, 0.60f, 0.54f};
        at(scene::Tissue::dura) = at(scene::Tissue::ligament);
        at(scene::Tissue::dura).albedo = {0.64f, 0.58f, 0.50f};
        at(scene::Tissue::dura).highlight = 0.2f;
        at(scene::Tissue::tendon) = at(scene::Tissue::ligament);
        at(scene::Tissue::tendon).albedo = {0.72f, 0.66f, 0.56f};
        return t;
    }();
    return tissues.at(static_cast<std::size_t>(tissue));
}

const Room& room(Theme theme) {
    static const Room dark{.middle = {0.115f, 0.130f, 0.165f},
                           .rim = {0.070f, 0.080f, 0.100f},
                           .sky = {0.44f, 0.47f, 0.53f},
                           .floor = {0.13f, 0.105f, 0.085f},
                           .key = {1.05f, 0.98f, 0.87f},
                           .back = {0.26f, 0.31f, 0.40f},
                           .hollow = {0.26f, 0.19f, 0.14f},
                           .ghost = {0.56f, 0.66f, 0.76f},
                           .accent = {0.545f, 0.815f, 0.93f},
                           .hovered = {0.86f, 0.90f, 0.94f}};
    static const Room light{.middle = {0.965f, 0.965f, 0.960f},
                            .rim = {0.865f, 0.872f, 0.885f},
                            .sky = {0.62f, 0.64f, 0.68f},
                            .floor = {0.24f, 0.21f, 0.18f},
                            .key = {0.92f, 0.87f, 0.78f},
                            .back = {0.16f, 0.17f, 0.18f},
                            .hollow = {0.34f, 0.26f, 0.20f},
                            .ghost = {0.30f, 0.38f, 0.47f},
                            .accent = {0.02f, 0.40f, 0.60f},
                            .hovered = {0.20f, 0.24f, 0.30f}};
    return theme == Theme::dark ? dark : light;
}

} // namespace spinescope::render
