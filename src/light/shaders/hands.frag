in vec2 vCorner;
in vec3 vLight;
out vec4 finalColor;

void main() {
  float r = dot(vCorner, vCorner);
  if (r > 1.0) discard;
  finalColor = vec4(vLight * (exp(-r * 7.0) + 0.15 * (1.0 - r)), 0.0);
}
