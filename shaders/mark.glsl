// What a pixel of the stage belongs to, for the lines between things: the number of the drawing, and how near
// it is, as steps of 1/distance (which grows evenly over a flat surface, however it is tilted).
uniform uint number;
uniform vec2 nearness; // of the farthest, and 1 over the difference to the nearest; 1/m and m
layout(location = 1) out uvec2 mark;

void leave_mark() {
    mark = uvec2(number, uint(clamp((gl_FragCoord.w - nearness.x) * nearness.y, 0.0, 1.0) * 65535.0));
}
