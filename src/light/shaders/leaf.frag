in vec3 vCorner;
in vec4 vLight;
out vec4 finalColor;

void main() {
  // Near, a drop with a pointed tip; far, the whole triangle.
  float t = vCorner.y;
  float edge = min(1.0, 1.9 * sqrt(max(t, 0.0))) * (1.0 - t);
  if (abs(vCorner.x) > mix(1.0, edge * 0.86, vCorner.z) + 0.02) discard;
  float vein = 1.0 - 0.25 * vCorner.z * exp(-abs(vCorner.x) * 14.0);
  finalColor = vec4(vLight.rgb * vein, vLight.a);
}
