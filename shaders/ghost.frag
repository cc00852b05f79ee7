// Context: only the edge of a structure, as of glass.
in vec4 surface;
uniform vec4 ray;
uniform vec3 tint;  // display RGB; the same for all ghosts, so that their order does not matter
uniform vec3 quiet; // strength of the face, of the edge, and how narrow the edge is
out vec4 colour;

void main() {
    vec3 v = normalize(vec3(gl_FragCoord.xy * ray.xy + ray.zw, 1.0));
    float facing = clamp(dot(normalize(surface.xyz), v), 0.0, 1.0);
    float strength = quiet.x + quiet.y * pow(1.0 - facing, quiet.z);
    colour = vec4(tint * strength, strength);
}
