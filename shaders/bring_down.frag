// One pixel of the picture out of four of the finer stage.
uniform sampler2D fine;
uniform vec2 corner; // of what the stage covers, px of the picture
out vec4 colour;

void main() {
    ivec2 p = 2 * (ivec2(gl_FragCoord.xy) - ivec2(corner));
    colour = 0.25 * (texelFetch(fine, p, 0) + texelFetch(fine, p + ivec2(1, 0), 0) +
                     texelFetch(fine, p + ivec2(0, 1), 0) + texelFetch(fine, p + ivec2(1, 1), 0));
    if (colour.a == 0.0) discard;
}
