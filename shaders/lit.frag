// An opaque tissue under the lights.
in vec4 surface;
#if defined(CAP) || defined(GRAIN) || defined(FIBROUS)
in vec3 within; // own frame, mm
#endif
#ifdef CAP
in vec2 on_plane;
uniform vec4 cells;         // x: contrast of what a cut face is made of, y: size, mm, z: 1 pores, 0 bundles of fibres
uniform float lamellae;     // contrast of the rings of a cut disc
uniform float reach_mm[64]; // from the own y axis to the outer surface, from x to z
uniform float pixel_mm;
#endif
#ifdef GRAIN
uniform float strength; // of the grain: 0 where it would be finer than a pixel
#endif
#ifdef SHADOW
uniform sampler2DShadow shadows;
uniform mat4 to_shadow; // viewer's frame to the shadow picture, 0 to 1
uniform vec3 softness;  // of the shadow's edge, in the shadow picture; and how far off the surface it is asked, m
#endif
layout(location = 0) out vec4 colour;

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
vec2 scattered(vec2 p) {
    vec3 q = fract(p.xyx * vec3(0.1031, 0.1030, 0.0973));
    q += dot(q, q.yzx + 33.33);
    return fract((q.xx + q.yz) * q.zy);
}
/// How far the nearest of scattered points is, and how much farther the next: cells and their walls.
vec2 cell(vec2 p) {
    vec2 i = floor(p), f = p - i;
    vec2 nearest = vec2(8.0);
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x) {
            vec2 to = vec2(x, y) + scattered(i + vec2(x, y)) - f;
            float d = dot(to, to);
            nearest = d < nearest.x ? vec2(d, nearest.x) : vec2(nearest.x, min(nearest.y, d));
        }
    nearest = sqrt(nearest);
    return vec2(nearest.x, nearest.y - nearest.x);
}
/// The rings of a disc: bowed like its outer surface, about 1 mm apart.
float rings() {
    float at = atan(within.z, within.x) * (64.0 / 6.2831853) + 64.0;
    int i = int(at);
    float reach = mix(reach_mm[i & 63], reach_mm[(i + 1) & 63], at - float(i));
    float depth = reach - length(within.xz) - 0.012 * within.y * within.y;
    float inner = smoothstep(0.5, 0.75, length(within.xz) / reach); // they fade into the core
    float ring = fract(depth / 1.15);
    return inner * (smoothstep(0.0, 0.22, ring) * smoothstep(0.62, 0.40, ring) * 1.4 - 0.5);
}
#endif

#ifdef SHADOW
/// How much of the key light arrives: a dozen looks around the place in the shadow picture.
float unshadowed(vec3 n) {
    vec3 point = vec3(gl_FragCoord.xy * ray.xy + ray.zw, 1.0) / -gl_FragCoord.w;
    vec3 at = (to_shadow * vec4(point + n * softness.z, 1.0)).xyz;
    float turn = 6.2831853 * fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    float seen = 0.0;
    for (int i = 0; i < 12; ++i) {
        float a = turn + 2.3999632 * float(i), r = sqrt((float(i) + 0.5) / 12.0);
        seen += texture(shadows, at + vec3(softness.xy * (r * vec2(cos(a), sin(a))), 0.0));
    }
    return seen / 12.0;
}
#endif

void main() {
    vec3 v = towards_viewer();
    vec3 n = normalize(surface.xyz);
    vec3 tissue = albedo;
    float glint = 0.0, lit = 1.0;
#ifdef CAP
    float seen = clamp(1.8 - 3.0 * pixel_mm / cells.y, 0.0, 1.0);
    if (cells.x * seen > 0.0) {
        // Nothing that grew is regular: the cells are bent a little, and differ from place to place.
        vec2 at = on_plane / cells.y;
        at += 0.35 * vec2(sin(1.9 * at.y + 0.7 * at.x), sin(1.7 * at.x - 0.6 * at.y));
        vec2 near = cell(at);
        float wall = 1.0 - smoothstep(0.03, 0.30, near.y);
        float stain = cell(0.21 * at).x;
        float pore = mix(-0.45, 0.30, smoothstep(0.10, 0.62, near.x)) + 0.35 * wall - 0.35 * (stain - 0.5);
        float bundle = 0.25 - 0.9 * wall - 0.15 * (stain - 0.5);
        tissue *= 1.0 + cells.x * seen * mix(bundle, pore, cells.z);
    }
    if (lamellae > 0.0) tissue *= 1.0 + lamellae * clamp(1.8 - 2.2 * pixel_mm, 0.0, 1.0) * rings();
#else
#ifdef GRAIN
    // The faint pores and stains of a real surface, seen only from close by.
    float pores = noise(within * 2.0), stains = noise(within * 0.42 + 7.0);
    tissue *= 1.0 + strength * (0.75 * (pores - 0.5) + 0.55 * (stains - 0.5));
#endif
    if (!gl_FrontFacing) n = -n;
#ifdef FIBROUS
#ifdef LAMELLAR
    // Crossing at 30 degrees to the faces, layer by layer.
    float round_mm = atan(within.z, within.x) * length(within.xz);
    vec2 relief = (bundles(0.87 * within.y + 0.5 * round_mm) + bundles(0.87 * within.y - 0.5 * round_mm)) * 0.6;
#else
    vec2 relief = bundles(wandering(fibre.w, within));
    vec3 along = normalize(fibre.xyz);
    n = normalize(n - cross(n, along) * (relief.y * fibrous.x * 0.55));
    float towards = dot(along, normalize(key_from + v));
    float shine = 1.0 - towards * towards;
    shine *= shine;
    shine *= shine;
    glint = fibrous.z * shine * shine * (0.65 + 0.5 * relief.x) * clamp(dot(n, key_from) + 0.2, 0.0, 1.0);
#endif
    tissue *= 1.0 + fibrous.x * relief.x;
#endif
#endif
#ifdef SHADOW
    lit = 0.2 + 0.8 * unshadowed(n); // the room sends some back
#endif
    colour = vec4(stood_back(shaded(n, v, surface.w, tissue, lit, glint)), 1.0);
    leave_mark();
}
