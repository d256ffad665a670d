in vec2 vCorner;
in vec3 vLight;
out vec4 finalColor;

void main() {
  float r = dot(vCorner, vCorner);
  if (r > 1.0) discard;
  float soft = (1.0 - r) * (1.0 - r);
  finalColor = vec4(vLight * (exp(-r * 24.0) + 0.13 * soft * soft), 0.0);
}
