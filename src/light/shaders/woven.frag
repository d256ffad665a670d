// Across and along (of a mote only), soft or not; of skin, how it is turned to the eye, and how much it shines of itself.
in vec3 vCorner;
// Light, and how much it hides of what is behind it.
in vec4 vLight;
out vec4 finalColor;

void main() {
  if (vCorner.z > 2.5) {
    float rim = 1.0 - min(abs(vCorner.x), 1.0);
    finalColor = vec4(vLight.rgb * (vCorner.y + rim * rim * (0.1 + rim * rim)), vLight.a * uFade * (0.55 + 0.4 * rim));
    return;
  }
  float near = max(1.0 - dot(vCorner.xy, vCorner.xy), 0.0);
  float much = vCorner.z > 1.5 ? near * near * (3.0 - 2.0 * near) : vCorner.z > 0.5 ? near * near : near * (1.6 - 0.6 * near);
  finalColor = vec4(vLight.rgb, vLight.a * uFade) * much;
}
