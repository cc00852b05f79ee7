// The light that hollows.frag found kept out is taken from the stage, smoothed over 4x4 pixels that lie as
// deep.
uniform usampler2D marks;
uniform sampler2D hollows;
uniform vec2 nearness;
uniform vec3 tint; // what is left of light where none gets in; warm
out vec4 colour;

float near(uvec2 mark) {
    return nearness.x + float(mark.y) / (65535.0 * nearness.y);
}

void main() {
    ivec2 here = ivec2(gl_FragCoord.xy);
    uvec2 mark = texelFetch(marks, here, 0).rg;
    if (mark.x == 0u) discard;
    float w = near(mark), sum = 0.0, weights = 0.0;
    ivec2 last = textureSize(hollows, 0) - 1;
    for (int y = -2; y < 3; ++y)
        for (int x = -2; x < 3; ++x) {
            ivec2 p = clamp(here / 2 + ivec2(x, y), ivec2(0), last);
            float there = near(texelFetch(marks, 2 * p, 0).rg);
            float weight = 1.0 / (0.02 + abs(there - w) / w * 20.0);
            sum += weight * texelFetch(hollows, p, 0).r;
            weights += weight;
        }
    colour = vec4(mix(tint, vec3(1.0), sum / weights), 1.0);
}
