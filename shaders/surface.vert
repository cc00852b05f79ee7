// A corner of a mesh: where it lies on the picture, and which way its surface faces.
layout(location = 0) in vec4 stored;        // place in the mesh's box, 0 to 1; how much sky it sees (0 buried, 1 open)
layout(location = 1) in vec2 folded_normal; // on an octahedron
#if defined(FOLLOWS) || defined(FIBROUS) || defined(HEATED)
layout(location = 2) in vec2 folded_fibre;
layout(location = 3) in vec2 soft;          // its ride, 1 for the last bone; its place across the fibres, 0 to 1
#endif

uniform mat4 to_clip; // stored places to clip space; of what follows the bones: spine frame to clip space
uniform mat3 to_view; // own directions to the viewer's: x right, y up, z towards the viewer; of what follows: spine frame's
const int bones = 26;
#ifdef HEATED
uniform float levels[bones - 1];        // of every segment on the scale; below -1.5 not measured
uniform float parts_of_hurt[bones - 1]; // 1: there it begins to be hurt
out vec3 heat;                          // level, part of hurt, and whether it was measured, 0 to 1
#endif
#ifdef FOLLOWS
uniform vec4 motions[3 * bones]; // the rows of every bone's motion
uniform mat4 place;              // stored places to the spine frame, standing
uniform mat3 turn;               // own directions to the spine frame's
#endif
#ifdef CUT
uniform vec4 plane; // for stored places; of what follows: spine frame; the positive side is taken away
#endif
#ifdef SHRUNKEN
uniform vec3 inward; // how far the surface is moved inward, in the box's sizes
#endif
#if defined(GRAIN) || defined(FIBROUS)
uniform vec3 size_mm; // of the box
uniform vec3 low_mm;
out vec3 within; // mm, own frame
#endif
#ifdef FIBROUS
uniform vec2 across_mm; // what 0 means, and the span to 1
out vec4 fibre;         // direction (viewer's frame), mm across
#endif

out vec4 surface; // direction (viewer's frame) and sky

vec3 unfolded(vec2 p) {
    vec3 n = vec3(p, 1.0 - abs(p.x) - abs(p.y));
    float under = max(-n.z, 0.0);
    n.xy -= vec2(n.x < 0.0 ? -under : under, n.y < 0.0 ? -under : under);
    return normalize(n);
}

#ifdef HEATED
/// A tissue bears the same from bone to bone; over a bone it passes from one segment to the next.
vec3 heat_at(float ride) {
    int here = min(int(ride), bones - 2);
    float share = ride - float(here);
    int beside = clamp(share < 0.5 ? here - 1 : here + 1, 0, bones - 2);
    float inside = 0.5 + 0.5 * smoothstep(0.0, 0.25, min(share, 1.0 - share));
    vec2 weight = vec2(levels[here] < -1.5 ? 0.0 : inside, levels[beside] < -1.5 ? 0.0 : 1.0 - inside);
    float known = weight.x + weight.y;
    if (known == 0.0) return vec3(0.0);
    return vec3(dot(weight, vec2(levels[here], levels[beside])) / known,
                dot(weight, vec2(parts_of_hurt[here], parts_of_hurt[beside])) / known, known);
}
#endif

void main() {
    vec3 normal = unfolded(folded_normal);
    vec4 at = vec4(stored.xyz, 1.0);
#ifdef SHRUNKEN
    at.xyz -= normal * inward;
#endif
#ifdef FIBROUS
    vec3 along = unfolded(folded_fibre);
#endif
#ifdef FOLLOWS
    float ride = soft.x * float(bones - 1);
    int upper = min(int(ride), bones - 2);
    float share = ride - float(upper);
    vec4 row0 = mix(motions[3 * upper], motions[3 * upper + 3], share);
    vec4 row1 = mix(motions[3 * upper + 1], motions[3 * upper + 4], share);
    vec4 row2 = mix(motions[3 * upper + 2], motions[3 * upper + 5], share);
    at = place * at;
    at.xyz = vec3(dot(row0, at), dot(row1, at), dot(row2, at));
    normal = turn * normal;
    normal = vec3(dot(row0.xyz, normal), dot(row1.xyz, normal), dot(row2.xyz, normal));
#ifdef FIBROUS
    along = turn * along;
    along = vec3(dot(row0.xyz, along), dot(row1.xyz, along), dot(row2.xyz, along));
#endif
#endif
    surface = vec4(to_view * normal, stored.w);
    gl_Position = to_clip * at;
#if defined(GRAIN) || defined(FIBROUS)
    within = low_mm + stored.xyz * size_mm;
#endif
#ifdef FIBROUS
    fibre = vec4(to_view * along, across_mm.x + soft.y * across_mm.y);
#endif
#ifdef HEATED
    heat = heat_at(soft.x * float(bones - 1));
#endif
#ifdef CUT
    gl_ClipDistance[0] = -dot(plane, at);
#endif
}
