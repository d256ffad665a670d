in vec2 vCorner;
in vec3 vLight;
in float vSoft;
out vec4 finalColor;

void main() {
  float r = dot(vCorner, vCorner);
  if (r > 1.0) discard;
  float left = 1.0 - r;
  float glow = left * left * (0.25 + 1.0 / (1.0 + 14.0 * r));
  finalColor = vec4(vLight * mix(exp(-r * 5.0) * left, glow, vSoft), 0.0);
}
