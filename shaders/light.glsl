// How a tissue looks in this room: a sky above, a key light over the viewer's left shoulder, a rim light from
// behind on the right. Lights go with the viewer, so that every side of the spine is well lit.
uniform vec4 ray;        // fragment coordinates to the direction of the viewer: xy * ray.xy + ray.zw, 1
uniform vec3 above;      // unit: where the sky is, viewer's frame
uniform vec3 sky_light;  // linear RGB
uniform vec3 floor_light;
uniform vec3 key_light;
uniform vec3 rim_light;
uniform vec3 albedo;     // linear RGB
uniform vec3 crevice;    // what the albedo is multiplied by where no sky is seen
uniform vec4 gloss;      // x: strength of the highlight, y: wrap of the key light, z: light through, w: sheen

const vec3 key_from = vec3(-0.4575, 0.5843, 0.6703);
const vec3 rim_from = vec3(0.7358, 0.3463, -0.5821);

uniform vec3 ground;     // display RGB
uniform float backward;  // how far something stands back: 0 as it is, 1 lost in the ground

vec3 towards_viewer() {
    return normalize(vec3(gl_FragCoord.xy * ray.xy + ray.zw, 1.0));
}

/// Scene light to the screen's 0..1, gamma included: a film-like shoulder keeps bright bone warm.
vec3 tone_mapped(vec3 light) {
    vec3 x = light * (light * 2.51 + 0.03) / (light * (light * 2.43 + 0.59) + 0.14); // Narkowicz 2015
    return sqrt(clamp(x, 0.0, 1.0));
}

/// Greyer and nearer to the ground, the more it stands back.
vec3 stood_back(vec3 seen) {
    return mix(mix(seen, vec3(dot(seen, vec3(0.30, 0.59, 0.11))), backward), ground, backward);
}

/// `lit`: how much of the key light arrives; `glint`: highlights that the surface adds of its own.
vec3 shaded(vec3 n, vec3 v, float sky, vec3 tissue, float lit, float glint) {
    float facing = clamp(dot(n, v), 0.0, 1.0);
    float edge = (1.0 - facing) * (1.0 - facing);
    float key = lit * clamp((dot(n, key_from) + gloss.y) / (1.0 + gloss.y), 0.0, 1.0);
    float rim = clamp(dot(n, rim_from) + 0.15, 0.0, 1.0) * edge;
    vec3 h = normalize(key_from + v);
    float s = clamp(dot(n, h), 0.0, 1.0);
    s *= s;
    s *= s;
    float sheen = s * s * gloss.w; // broad
    s *= s;
    s *= s;
    float highlight = s * s * gloss.x; // narrow: s^32

    vec3 dome = mix(floor_light, sky_light, dot(n, above) * 0.5 + 0.5);
    vec3 base = tissue * mix(crevice, vec3(1.0), sky);
    // A buried surface is dark, but its shape is still told: neighbours may have been hidden.
    vec3 light = base * (dome * (0.16 + 0.84 * sky) + key_light * (key * (0.4 + 0.6 * sky)));
    // Light that went in elsewhere comes out where the surface turns away.
    light += base * (gloss.z * edge * (0.4 + 0.6 * sky));
    light += key_light * ((highlight + sheen + glint) * (lit * sky)) + rim_light * (0.3 + tissue) * (rim * sky);
    return tone_mapped(light);
}
