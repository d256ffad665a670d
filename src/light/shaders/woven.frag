// Across and along (of a mote only), soft or not.
in vec3 vCorner;
// Light, and how much it hides of what is behind it.
in vec4 vLight;
out vec4 finalColor;

void main() {
  float near = max(1.0 - dot(vCorner.xy, vCorner.xy), 0.0);
  float much = vCorner.z > 1.5 ? near * near * (3.0 - 2.0 * near) : vCorner.z > 0.5 ? near * near : near * (1.6 - 0.6 * near);
  finalColor = vec4(vLight.rgb, vLight.a * uFade) * much;
}
