in vec2 vCorner;
in vec3 vLight;
out vec4 finalColor;

void main() {
  float r = dot(vCorner, vCorner);
  if (r > 1.7) discard;
  finalColor = vec4(vLight * exp(-r * 3.2) * (1.0 - r / 1.7), 0.0);
}
