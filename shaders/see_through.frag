// A see-through tissue, without sorting: McGuire & Bavoil 2013, "Weighted Blended Order-Independent
// Transparency", JCGT 2(2):122, with the weight falling with distance.
in vec4 surface;
#ifdef FIBROUS
in vec3 within;
#endif
uniform vec4 data_colour; // display RGB; used where the last is 1
uniform float opacity;
uniform float distance_m; // of the camera's target

layout(location = 0) out vec4 gathered; // blended: rgb adds up, a multiplies what remains visible
layout(location = 1) out vec4 weight;

void main() {
    vec3 v = towards_viewer();
    vec3 n = normalize(surface.xyz);
    vec3 tissue = albedo;
    float edge = 1.0 - clamp(dot(n, v), 0.0, 1.0);
    // A skin is seen at a slant at its rim: more of it lies in the way.
    float alpha = opacity * (0.8 + 1.6 * edge * edge);
#ifdef FIBROUS
    float relief = bundles(wandering(fibre.w, within)).x;
    tissue *= 1.0 + fibrous.x * relief;
    alpha *= 1.0 + 0.5 * fibrous.x * relief;
#endif
    alpha = clamp(alpha, 0.0, 0.98);
    vec3 seen = mix(shaded(n, v, surface.w, tissue, 1.0, 0.0),
                    data_colour.rgb * data_shape(n, surface.w), data_colour.a);
    float near = (1.0 / gl_FragCoord.w) / distance_m;
    float w = alpha * clamp(exp2(12.0 * (1.0 - near)), 1e-2, 1e3);
    gathered = vec4(seen * w, alpha);
    weight = vec4(w, 0.0, 0.0, alpha);
}
