#version 300 es
in vec2 aCorner;
out vec2 vPlace;

void main() {
  vPlace = aCorner * 0.5 + 0.5;
  gl_Position = vec4(aCorner, 0.0, 1.0);
}
