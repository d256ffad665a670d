in vec2 vCorner;
in vec3 vLight;
in float vPoint;
out vec4 finalColor;

void main() {
  float r = dot(vCorner, vCorner);
  if (r > 1.0) discard;
  float soft = (1.0 - r) * (1.0 - r);
  float point = exp(-r * 240.0) + 0.1 * exp(-r * 36.0) + 0.012 * soft * soft;
  finalColor = vec4(vLight * mix(soft * soft * (0.5 + 0.5 * soft), point, vPoint), 0.0);
}
