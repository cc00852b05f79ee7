// A quiet ground, a little lighter behind the subject, with noise below one step so that no rings show.
uniform vec3 middle; // display RGB
uniform vec3 rim;
uniform vec2 size;   // px
out vec4 colour;

void main() {
    vec2 p = gl_FragCoord.xy / size - vec2(0.5, 0.54);
    p.x *= 0.85;
    float far = clamp(dot(p, p) * 2.6, 0.0, 1.0);
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
    colour = vec4(mix(middle, rim, far * (2.0 - far)) + noise / 255.0, 1.0);
}
