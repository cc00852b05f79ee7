// The square on the cutting plane that covers one mesh's section; the stencil keeps of it what is inside.
uniform mat4 to_clip; // spine frame to clip space
uniform vec3 centre;  // on the plane, spine frame, m
uniform vec3 across;  // half the square's width along the plane
uniform vec3 along;   // half its height
uniform vec3 facing;  // the plane's normal in the viewer's frame
uniform mat4 to_own;  // spine frame to the structure's own frame

out vec4 surface;
out vec2 on_plane; // mm
out vec3 within;   // own frame, mm
out vec3 place;    // spine frame, m

void main() {
    vec2 corner = vec2(float(gl_VertexID & 1) * 2.0 - 1.0, float(gl_VertexID >> 1) * 2.0 - 1.0);
    vec3 point = centre + across * corner.x + along * corner.y;
    place = point;
    surface = vec4(facing, 1.0);
    on_plane = 1000.0 * vec2(dot(point, normalize(across)), dot(point, normalize(along)));
    within = 1000.0 * (to_own * vec4(point, 1.0)).xyz;
    gl_Position = to_clip * vec4(point, 1.0);
}
