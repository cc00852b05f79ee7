// An opaque tissue under the lights.
in vec4 surface;
#ifdef CAP
in vec2 on_plane;
uniform float grain; // how much the cut face is mottled: spongy bone is, a disc hardly
#endif
out vec4 colour;

#ifdef CAP
float hash(vec2 p) {
    return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453);
}
float noise(vec2 p) {
    vec2 i = floor(p), f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    return mix(mix(hash(i), hash(i + vec2(1.0, 0.0)), f.x), mix(hash(i + vec2(0.0, 1.0)), hash(i + vec2(1.0, 1.0)), f.x), f.y);
}
#endif

void main() {
    vec3 v = towards_viewer();
    vec3 n = normalize(surface.xyz);
    vec3 tissue = albedo;
#ifdef CAP
    // The cut face shines by itself a little, so that a section reads as one flat thing.
    float cells = noise(on_plane * 0.9) * 0.6 + noise(on_plane * 2.3) * 0.4;
    tissue *= 1.0 - grain * smoothstep(0.35, 0.75, cells);
#else
    if (!gl_FrontFacing) n = -n;
#endif
    colour = vec4(shaded(n, v, surface.w, tissue), 1.0);
}
