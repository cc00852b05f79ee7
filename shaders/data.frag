// A colour that stands for a figure: itself where the surface faces the viewer under open sky, elsewhere the
// same hue darker, so that the shape is told and a colour bar still holds.
in vec4 surface;
uniform vec3 data_colour; // display RGB
#ifdef HEATED
in vec3 heat;
uniform vec3 steps[8];  // display RGB
uniform float stripes;  // view coordinates to periods of a stripe

/// 1 on the dark part of slanting stripes, `part` of them.
float striped(vec2 way, float part) {
    float at = fract(dot((gl_FragCoord.xy * ray.xy + ray.zw) * stripes, way));
    float soft = abs(ray.y) * stripes * length(way); // a pixel
    return smoothstep(0.5 * part + soft, 0.5 * part - soft, abs(at - 0.5));
}

/// Steps with a hairline between them; grey with thin stripes where it is slack, broad dark stripes where it
/// is hurt.
vec3 heat_colour() {
    float slope = max(fwidth(heat.x), 1e-4);
    vec3 slack = mix(vec3(0.42), vec3(0.27), striped(vec2(0.8, 0.8), 0.45));
    if (heat.x < 0.0) return slack;
    vec3 colour = steps[min(int(heat.x), 7)];
    float edge = abs(fract(heat.x + 0.5) - 0.5);
    if (slope < 0.3 && heat.x < 7.5) colour *= 1.0 - 0.5 * smoothstep(1.3 * slope, 0.5 * slope, edge);
    if (heat.y > 1.0) colour = mix(colour, vec3(0.02, 0.02, 0.03), striped(vec2(0.28, -0.28), 0.42));
    return colour;
}
#endif
layout(location = 0) out vec4 colour;

void main() {
    float shape = 1.0;
#ifndef CAP
    vec3 n = normalize(surface.xyz);
    shape = data_shape(n, surface.w);
#endif
#ifdef HEATED
    // A colour that is read off a scale bears less shade.
    vec3 shown = heat_colour() * mix(1.0, shape, 0.6);
    if (heat.z < 0.4) shown = mix(shaded(n, towards_viewer(), surface.w, albedo, 1.0, 0.0), ground, backward);
#else
    vec3 shown = data_colour * shape;
#endif
    colour = vec4(shown, 1.0);
    leave_mark();
}
