#include "render/look.hpp"

#include <array>

namespace spinescope::render {

namespace {

using enum scene::Tissue;

std::array<Appearance, scene::tissue_words.size()> tissues() {
    std::array<Appearance, scene::tissue_words.size()> all;
    const auto of = [&](scene::Tissue tissue) -> Appearance& {
        return all.at(static_cast<std::size_t>(tissue));
    };
    // Warm and matte; cut, a pale rind around spongy bone that is dark with marrow.
    of(bone) = {.albedo = {0.605f, 0.497f, 0.358f},
                .crevice = {0.58f, 0.43f, 0.32f},
                .wrap = 0.12f,
                .through = 0.02f,
                .sheen = 0.03f,
                .pores = 0.16f,
                .cut = {0.385f, 0.222f, 0.138f},
                .rind = {0.66f, 0.56f, 0.42f},
                .rind_mm = 0.9f,
                .cells = 0.40f,
                .cell_mm = 1.0f,
                .porous = true};
    // Wet and bluish.
    of(cartilage) = {.albedo = {0.56f, 0.67f, 0.73f},
                     .crevice = {0.62f, 0.70f, 0.78f},
                     .highlight = 0.45f,
                     .wrap = 0.35f,
                     .through = 0.18f,
                     .sheen = 0.05f,
                     .cut = {0.60f, 0.70f, 0.75f}};
    // Layers of crossing fibres; cut, they are rings.
    of(annulus) = {.albedo = {0.34f, 0.42f, 0.455f},
                   .crevice = {0.52f, 0.58f, 0.66f},
                   .highlight = 0.10f,
                   .wrap = 0.35f,
                   .through = 0.10f,
                   .sheen = 0.04f,
                   .pores = 0.06f,
                   .fibre_contrast = 0.22f,
                   .bundle_mm = 1.3f,
                   .lamellar = true,
                   .cut = {0.44f, 0.50f, 0.51f},
                   .rings = 0.34f};
    // Glassy.
    of(nucleus) = {.albedo = {0.30f, 0.48f, 0.56f},
                   .crevice = {0.6f, 0.7f, 0.8f},
                   .highlight = 0.7f,
                   .wrap = 0.45f,
                   .through = 0.45f,
                   .sheen = 0.08f,
                   .cut = {0.33f, 0.44f, 0.47f},
                   .cells = 0.06f,
                   .cell_mm = 2.5f};
    // White bands that shine along their fibres.
    of(ligament) = {.albedo = {0.62f, 0.585f, 0.49f},
                    .crevice = {0.60f, 0.50f, 0.42f},
                    .highlight = 0.04f,
                    .wrap = 0.22f,
                    .through = 0.06f,
                    .sheen = 0.02f,
                    .pores = 0.06f,
                    .fibre_contrast = 0.24f,
                    .bundle_mm = 0.9f,
                    .fibre_sheen = 0.16f,
                    .cut = {0.58f, 0.53f, 0.43f},
                    .cells = 0.25f,
                    .cell_mm = 0.7f};
    of(elastic) = of(ligament);
    of(elastic).albedo = {0.70f, 0.50f, 0.145f};
    of(elastic).crevice = {0.66f, 0.48f, 0.36f};
    of(elastic).cut = {0.64f, 0.45f, 0.13f};
    of(capsule) = of(ligament);
    of(capsule).albedo = {0.56f, 0.50f, 0.44f};
    of(capsule).fibre_sheen = 0.10f;
    of(capsule).cut = {0.50f, 0.27f, 0.19f}; // told from the bone's rind, which it touches
    of(tendon) = of(ligament);
    of(tendon).albedo = {0.66f, 0.62f, 0.55f};
    of(tendon).fibre_sheen = 0.24f;
    // Pale and wet, with a little of what lies under it.
    of(dura) = {.albedo = {0.42f, 0.47f, 0.52f},
                .crevice = {0.62f, 0.62f, 0.66f},
                .highlight = 0.25f,
                .wrap = 0.35f,
                .through = 0.22f,
                .sheen = 0.05f,
                .cut = {0.46f, 0.51f, 0.56f}};
    // Yellow cream; cut, bundles in a sheath.
    of(nerve) = {.albedo = {0.76f, 0.60f, 0.24f},
                 .crevice = {0.66f, 0.50f, 0.36f},
                 .highlight = 0.10f,
                 .wrap = 0.28f,
                 .through = 0.08f,
                 .sheen = 0.03f,
                 .fibre_contrast = 0.14f,
                 .bundle_mm = 0.6f,
                 .fibre_sheen = 0.06f,
                 .cut = {0.80f, 0.70f, 0.44f},
                 .rind = {0.62f, 0.50f, 0.26f},
                 .rind_mm = 0.25f,
                 .cells = 0.25f,
                 .cell_mm = 0.8f};
    // Red and wet; cut, a wall around a dark lumen.
    of(artery) = {.albedo = {0.42f, 0.030f, 0.026f},
                  .crevice = {0.6f, 0.4f, 0.4f},
                  .highlight = 0.40f,
                  .wrap = 0.22f,
                  .through = 0.08f,
                  .sheen = 0.04f,
                  .cut = {0.12f, 0.008f, 0.010f},
                  .rind = {0.58f, 0.20f, 0.16f},
                  .rind_mm = 0.6f};
    // Red-brown bundles; cut, fascicles in a pale sheath.
    of(muscle) = {.albedo = {0.262f, 0.074f, 0.051f},
                  .crevice = {0.50f, 0.34f, 0.32f},
                  .highlight = 0.04f,
                  .wrap = 0.18f,
                  .through = 0.03f,
                  .sheen = 0.025f,
                  .pores = 0.08f,
                  .fibre_contrast = 0.42f,
                  .bundle_mm = 2.4f,
                  .fibre_sheen = 0.07f,
                  .cut = {0.235f, 0.056f, 0.042f},
                  .rind = {0.50f, 0.36f, 0.30f},
                  .rind_mm = 0.4f,
                  .cells = 0.5f,
                  .cell_mm = 2.4f};
    of(fluid) = {.albedo = {0.16f, 0.42f, 0.55f},
                 .crevice = {0.8f, 0.9f, 1.0f},
                 .highlight = 0.5f,
                 .wrap = 0.5f,
                 .through = 0.35f,
                 .sheen = 0.04f,
                 .cut = {0.16f, 0.42f, 0.55f}};
    of(cavity) = {.albedo = {0.010f, 0.016f, 0.030f}, // dark as gas is on an MRI
                  .crevice = {1, 1, 1},
                  .highlight = 0.6f,
                  .wrap = 0.8f,
                  .sheen = 0.3f,
                  .cut = {0.010f, 0.016f, 0.030f}};
    of(plain) = {.albedo = {0.50f, 0.50f, 0.50f},
                 .crevice = {0.7f, 0.7f, 0.7f},
                 .highlight = 0.05f,
                 .wrap = 0.12f,
                 .through = 0.02f,
                 .sheen = 0.04f,
                 .cut = {0.45f, 0.45f, 0.47f}};
    return all;
}

} // namespace

const Appearance& appearance(scene::Tissue tissue) {
    static const std::array<Appearance, scene::tissue_words.size()> all = tissues();
    return all.at(static_cast<std::size_t>(tissue));
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
