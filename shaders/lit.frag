// An opaque tissue under the lights.
in vec4 surface;
#ifdef CAP
in vec2 on_plane;
uniform float grain; // how much the cut face is mottled: spongy bone is, a disc hardly
#endif
#ifdef GRAIN
in vec3 within;
uniform float strength; // of the grain: 0 where it would be finer than a pixel
#endif
out vec4 colour;

#ifdef GRAIN
float hash(vec3 p) {
    p = fract(p * 0.1031);
    p += dot(p, p.zyx + 31.32);
    return fract((p.x + p.y) * p.z);
}
float noise(vec3 p) {
    vec3 i = floor(p), f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    vec2 o = vec2(0.0, 1.0);
    vec4 near = vec4(hash(i), hash(i + o.yxx), hash(i + o.xyx), hash(i + o.yyx));
    vec4 far = vec4(hash(i + o.xxy), hash(i + o.yxy), hash(i + o.xyy), hash(i + o.yyy));
    vec4 z = mix(near, far, f.z);
    vec2 y = mix(z.xy, z.zw, f.y);
    return mix(y.x, y.y, f.x);
}
#endif

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
    float cells = noise(on_plane * 1.1) * 0.5 + noise(on_plane * 2.7) * 0.3 + noise(on_plane * 0.35) * 0.2;
    tissue *= 1.0 - grain * smoothstep(0.25, 0.8, cells);
#else
#ifdef GRAIN
    // The faint pores and stains of a real surface, seen only from close by.
    float pores = noise(within), stains = noise(within * 0.21 + 7.0);
    tissue *= 1.0 + strength * (0.75 * (pores - 0.5) + 0.55 * (stains - 0.5));
#endif
    if (!gl_FrontFacing) n = -n;
#endif
    colour = vec4(shaded(n, v, surface.w, tissue), 1.0);
}
