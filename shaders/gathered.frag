// The see-through tissues, gathered by see_through.frag, over the picture.
uniform sampler2D gathered;
uniform sampler2D weight;
out vec4 colour;

void main() {
    ivec2 here = ivec2(gl_FragCoord.xy);
    vec4 sum = texelFetch(gathered, here, 0);
    float alpha = 1.0 - sum.a;
    if (alpha < 0.002) discard;
    colour = vec4(sum.rgb / max(texelFetch(weight, here, 0).r, 1e-4) * alpha, alpha);
}
