// A corner of a mesh: where it lies on the picture, and which way its surface faces.
layout(location = 0) in vec3 position; // m, own frame
layout(location = 1) in vec4 shape;    // unit normal, and how much sky it sees (0 buried, 1 open)

uniform mat4 to_clip; // own frame to clip space
uniform mat3 to_view; // own frame's directions to the viewer's: x right, y up, z towards the viewer
#ifdef CUT
uniform vec4 plane; // own frame; the positive side is taken away
#endif
#ifdef GRAIN
uniform float fineness; // cells of grain a unit of the own frame
out vec3 within;
#endif

out vec4 surface; // direction (viewer's frame) and sky

void main() {
    surface = vec4(to_view * shape.xyz, shape.w);
    gl_Position = to_clip * vec4(position, 1.0);
#ifdef GRAIN
    within = position * fineness;
#endif
#ifdef CUT
    gl_ClipDistance[0] = -dot(plane, vec4(position, 1.0));
#endif
}
