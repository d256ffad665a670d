in vec4 aCorner;
out vec2 vAt;

void main() {
  int corner = int(aCorner.x);
  vAt = corner == 0 ? vec2(-1.0) : corner == 1 ? vec2(3.0, -1.0) : vec2(-1.0, 3.0);
  gl_Position = vec4(vAt, 0.0, 1.0);
}
