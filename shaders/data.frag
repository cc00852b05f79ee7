// A colour that stands for a figure: itself where the surface faces the viewer under open sky, elsewhere the
// same hue darker, so that the shape is told and a colour bar still holds.
in vec4 surface;
uniform vec3 data_colour; // display RGB
layout(location = 0) out vec4 colour;

void main() {
    float shape = 1.0;
#ifndef CAP
    shape = data_shape(normalize(surface.xyz), surface.w);
#endif
    colour = vec4(data_colour * shape, 1.0);
    leave_mark();
}
