// A colour that stands for a figure: itself where the surface faces the viewer under open sky, elsewhere the
// same hue darker, so that the shape is told and a colour bar still holds. Or steps of colour along a tissue.
in vec4 surface;
uniform vec3 data_colour; // display RGB
#ifdef HEATED
in vec3 heat; // level, part of hurt, and whether it was measured
#else
uniform int parts;        // of a heated tissue that show figures of their own; 0 when it is not heated
uniform vec2 figures[25]; // of each its level and part of hurt
#endif
#ifdef CAP
in vec3 place;
uniform vec3 middles[25]; // of each part, spine frame, m
#endif
uniform vec3 steps[8]; // display RGB
uniform float stripes; // view coordinates to periods of a stripe

/// 1 on the dark part of slanting stripes, `part` of them.
float striped(vec2 way, float part) {
    float at = fract(dot((gl_FragCoord.xy * ray.xy + ray.zw) * stripes, way));
    float soft = abs(ray.y) * stripes * length(way); // a pixel
    return smoothstep(0.5 * part + soft, 0.5 * part - soft, abs(at - 0.5));
}

/// Steps with a hairline between them; grey with thin stripes where it is slack, broad dark stripes where it
/// is hurt.
vec3 heat_colour(float level, float part_of_hurt) {
    float slope = fwidth(level);
    if (level < 0.0) return mix(vec3(0.42), vec3(0.27), striped(vec2(0.8, 0.8), 0.45));
    vec3 colour = steps[min(int(level), 7)];
    float edge = abs(fract(level + 0.5) - 0.5);
    if (slope > 1e-3 && slope < 0.3 && level < 7.5) colour *= 1.0 - 0.5 * smoothstep(1.3 * slope, 0.5 * slope, edge);
    if (part_of_hurt > 1.0) colour = mix(colour, vec3(0.02, 0.02, 0.03), striped(vec2(0.28, -0.28), 0.42));
    return colour;
}

vec3 tissue_itself(vec3 n) {
    return stood_back(shaded(n, towards_viewer(), surface.w, albedo, 1.0, 0.0));
}
layout(location = 0) out vec4 colour;

void main() {
    vec3 n = normalize(surface.xyz);
    float shape = 1.0, read = 1.0;
#ifndef CAP
    shape = data_shape(n, surface.w);
    read = mix(1.0, shape, 0.6); // what is read off a scale bears less shade
#endif
#ifdef HEATED
    vec3 shown = heat_colour(heat.x, heat.y) * read;
    if (heat.z < 0.4) shown = tissue_itself(n);
#else
    vec3 shown = data_colour * shape;
    if (parts > 0) {
        int which = 0;
#ifdef CAP
        for (int i = 1; i < parts; ++i) // each point shows the part that it lies nearest to
            if (distance(place, middles[i]) < distance(place, middles[which])) which = i;
#endif
        vec2 figure = figures[which];
        shown = figure.x < -1.5 ? tissue_itself(n) : heat_colour(figure.x, figure.y) * read;
    }
#endif
    colour = vec4(shown, 1.0);
    leave_mark();
}
