// One pixel of the picture out of four of the finer stage, with a thin line where one thing ends before
// another, drawn as an illustrator does: with the ground strongest, between two structures lighter, within one
// faintest, and always as a darker tone of what lies there.
uniform sampler2D fine;
uniform vec2 corner; // of what the stage covers, px of the picture
uniform int pixels;
#ifdef LINES
uniform usampler2D marks;
uniform vec2 nearness;  // see mark.glsl
uniform float pixel_m;  // of the picture at 1 m
uniform int reach;      // of a line, stage px
#endif
out vec4 colour;

#ifdef LINES
uvec2 at(ivec2 p) {
    return texelFetch(marks, clamp(p, ivec2(0), textureSize(marks, 0) - 1), 0).rg;
}

/// How strong the line is at a stage pixel between two opposite neighbours.
float line_between(uvec2 one, uvec2 here, uvec2 other, float scale) {
    // Over a flat surface the nearness grows evenly: only a step or a bend remains.
    float step = abs(float(one.y) + float(other.y) - 2.0 * float(here.y)) * scale;
    float gap = smoothstep(0.6, 3.0, step);
    bool ground = one.x == 0u || other.x == 0u;
    bool border = one.x != here.x || other.x != here.x;
    return ground ? 1.0 : border ? 0.35 + 0.45 * gap : 0.5 * gap;
}

float line_at(ivec2 p) {
    uvec2 here = at(p);
    if (here.x == 0u) return 0.0;
    float w = nearness.x + float(here.y) / (65535.0 * nearness.y); // 1/m
    // Steps of nearness to pixels: what counts is how deep a step looks beside how wide it is drawn.
    float scale = 1.0 / (65535.0 * nearness.y) / (w * w) / (pixel_m / w + 0.0006);
    ivec2 x = ivec2(reach, 0), y = ivec2(0, reach);
    return max(line_between(at(p - x), here, at(p + x), scale), line_between(at(p - y), here, at(p + y), scale));
}
#endif

void main() {
    ivec2 p = 2 * (ivec2(gl_FragCoord.xy) - ivec2(corner));
    colour = vec4(0.0);
    // `pixels` is 4: told from outside, so that a processor's compiler keeps the loop and is done sooner.
    for (int i = 0; i < pixels; ++i) {
        ivec2 q = p + ivec2(i & 1, i >> 1);
        vec4 one = texelFetch(fine, q, 0);
#ifdef LINES
        one.rgb *= 1.0 - 0.62 * line_at(q);
#endif
        colour += 0.25 * one;
    }
    if (colour.a == 0.0) discard;
}
