// A line around one structure, as it is seen, from the picture of ids.
uniform usampler2D ids;
uniform uint wanted;
uniform float reach; // px
uniform vec4 line;   // display RGB and strength
out vec4 colour;

float inside(vec2 at) {
    ivec2 p = clamp(ivec2(at), ivec2(0), textureSize(ids, 0) - 1);
    return texelFetch(ids, p, 0).r == wanted ? 1.0 : 0.0;
}

void main() {
    vec2 p = gl_FragCoord.xy;
    float here = inside(p);
    // How much of a disc around this pixel is inside: two rings of it stand for the whole.
    float near = 0.0;
    for (int i = 0; i < 16; ++i) {
        float a = 0.3926991 * float(i);
        vec2 d = vec2(cos(a), sin(a));
        near += inside(p + d * reach) + 0.5 * inside(p + d * (0.5 * reach));
    }
    near /= 24.0;
    // Mostly outside the structure, softly inside it, so that the line hides nothing of it.
    float strength = here > 0.5 ? 0.6 * smoothstep(0.1, 0.6, 1.0 - near) : smoothstep(0.0, 0.32, near);
    if (strength < 0.01) discard;
    colour = vec4(line.rgb, 1.0) * (line.a * strength);
}
