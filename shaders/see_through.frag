// A see-through tissue, without sorting: McGuire & Bavoil 2013, "Weighted Blended Order-Independent
// Transparency", JCGT 2(2):122, with the weight falling with distance.
in vec4 surface;
uniform float opacity;
uniform float distance_m; // of the camera's target

layout(location = 0) out vec4 gathered; // blended: rgb adds up, a multiplies what remains visible
layout(location = 1) out vec4 weight;

void main() {
    vec3 v = towards_viewer();
    vec3 n = normalize(surface.xyz);
    float edge = 1.0 - clamp(dot(n, v), 0.0, 1.0);
    // A skin is seen at a slant at its rim: more of it lies in the way.
    float alpha = clamp(opacity * (1.0 + 0.8 * edge * edge), 0.0, 0.98);
    float near = (1.0 / gl_FragCoord.w) / distance_m;
    float w = alpha * clamp(exp2(12.0 * (1.0 - near)), 1e-2, 1e3);
    gathered = vec4(shaded(n, v, surface.w, albedo) * w, alpha);
    weight = vec4(w, 0.0, 0.0, alpha);
}
