// Across and along (of a mote only), soft or not; of skin, how it is turned to the eye, and how far its edge is lost.
in vec3 vCorner;
// Light, and how much it hides of what is behind it.
in vec4 vLight;
// Of skin, the light along its edge.
in vec3 vRim;
out vec4 finalColor;

void main() {
  if (vCorner.z > 2.5) {
    float turned = min(abs(vCorner.x), 1.0);
    float rim = (1.0 - turned) * (1.0 - turned);
    // The edge away from the light goes over into the dusk.
    float cover = vLight.a * uFade * mix(1.0, smoothstep(0.0, 0.45, turned), vCorner.y);
    finalColor = vec4((vLight.rgb + vRim * (2.6 * rim * rim * rim)) * cover, cover);
    return;
  }
  float near = max(1.0 - dot(vCorner.xy, vCorner.xy), 0.0);
  float much = vCorner.z > 1.5 ? near * near * near * near : vCorner.z > 0.5 ? near * near : near * (1.6 - 0.6 * near);
  finalColor = vec4(vLight.rgb, vLight.a * uFade) * much;
}
