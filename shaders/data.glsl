/// How dark a data colour is for the sake of its shape.
float data_shape(vec3 n, float sky) {
    float edge = 1.0 - clamp(abs(dot(n, towards_viewer())), 0.0, 1.0);
    return (1.0 - 0.55 * edge * edge) * (0.7 + 0.3 * sky);
}
