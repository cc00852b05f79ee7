// Fibres that run over a surface: bundles of bundles, each a little rounded, that shine across their length
// (Kajiya & Kay 1989).
#ifdef FIBROUS
in vec4 fibre;              // direction (viewer's frame), mm across
uniform vec3 fibrous;       // x: contrast, y: width of a bundle, mm, z: strength of the sheen
uniform float pixel_mm;     // on the stage: what is finer than that only flickers

/// Value and slope of a smooth random line; -1 to 1.
vec2 random_line(float x) {
    float i = floor(x), f = x - i;
    vec2 ends = fract(vec2(i, i + 1.0) * 0.61803399 + fract(vec2(i, i + 1.0) * 0.1031) * 17.31) * 2.0 - 1.0;
    float d = ends.y - ends.x;
    return vec2(ends.x + d * f * f * (3.0 - 2.0 * f), d * 6.0 * f * (1.0 - f));
}

/// No bundle runs quite straight.
float wandering(float a, vec3 within) {
    return a + 0.4 * fibrous.y * sin(dot(within, vec3(0.071, 0.053, 0.067)));
}

/// Bundles, and finer bundles in them: height and slope.
vec2 bundles(float a) {
    float width = fibrous.y;
    vec3 seen = clamp(1.6 - 2.0 * pixel_mm * vec3(1.0, 2.7, 7.3) / width, 0.0, 1.0);
    vec2 coarse = random_line(a / width), middle = random_line(a * 2.7 / width + 9.0),
         fine = random_line(a * 7.3 / width + 4.0);
    return coarse * (0.42 * seen.x) + middle * vec2(0.32, 0.7) * seen.y + fine * vec2(0.22, 0.9) * seen.z;
}
#endif
