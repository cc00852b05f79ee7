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
    float near = 0.0;
    float d = reach * 0.7071;
    near += inside(p + vec2(reach, 0.0)) + inside(p - vec2(reach, 0.0));
    near += inside(p + vec2(0.0, reach)) + inside(p - vec2(0.0, reach));
    near += inside(p + vec2(d, d)) + inside(p - vec2(d, d)) + inside(p + vec2(d, -d)) + inside(p - vec2(d, -d));
    near /= 8.0;
    // Mostly outside the structure, softly inside it, so that the line hides nothing of it.
    float strength = here > 0.5 ? 0.55 * smoothstep(0.0, 0.6, 1.0 - near) : smoothstep(0.0, 0.35, near);
    if (strength < 0.01) discard;
    colour = vec4(line.rgb, 1.0) * (line.a * strength);
}
