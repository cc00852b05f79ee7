// How much light is kept out by what stands close in front, from the marks of the stage (after McGuire et al.
// 2011, "The Alchemy screen-space ambient obscurance algorithm").
uniform usampler2D marks;
uniform vec2 nearness; // see mark.glsl
uniform vec4 ray;      // see light.glsl; of the stage
uniform vec2 reach;    // m, and m a stage pixel at 1 m
out vec4 open;

vec3 point(ivec2 p, uvec2 mark) {
    float w = nearness.x + float(mark.y) / (65535.0 * nearness.y);
    return vec3((vec2(p) + 0.5) * ray.xy + ray.zw, 1.0) / -max(w, 1e-6);
}

void main() {
    ivec2 here = 2 * ivec2(gl_FragCoord.xy);
    ivec2 last = textureSize(marks, 0) - 1;
    uvec2 mark = texelFetch(marks, here, 0).rg;
    open = vec4(1.0);
    if (mark.x == 0u) return;
    vec3 c = point(here, mark);
    // The surface's own direction, from the flatter of the neighbours on either side.
    vec3 d[2];
    for (int axis = 0; axis < 2; ++axis) {
        ivec2 o = axis == 0 ? ivec2(2, 0) : ivec2(0, 2);
        ivec2 p = min(here + o, last), q = max(here - o, ivec2(0));
        vec3 forward = point(p, texelFetch(marks, p, 0).rg) - c, back = c - point(q, texelFetch(marks, q, 0).rg);
        d[axis] = abs(forward.z) < abs(back.z) && p != here || q == here ? forward : back;
    }
    vec3 n = normalize(cross(d[0], d[1]));
    float radius = clamp(reach.x / (reach.y * -c.z), 3.0, 90.0);
    float turn = 6.2831853 * fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
    float kept = 0.0;
    const int looks = 14;
    for (int i = 0; i < looks; ++i) {
        float a = turn + 2.3999632 * float(i), r = radius * (float(i) + 0.6) / float(looks);
        ivec2 p = clamp(here + ivec2(r * vec2(cos(a), sin(a))), ivec2(0), last);
        uvec2 there = texelFetch(marks, p, 0).rg;
        if (there.x == 0u) continue;
        vec3 to = point(p, there) - c;
        float away = dot(to, to) / (reach.x * reach.x);
        kept += max(0.0, dot(to, n) - 0.0004) * max(0.0, 1.0 - away) / (dot(to, to) + 1e-7) * reach.x;
    }
    open = vec4(clamp(1.0 - 0.42 * kept / float(looks), 0.0, 1.0));
}
