in vec3 vCorner;
in vec3 vLight;
out vec4 finalColor;

// From the middle of a disc, or of a root, outwards; vCorner.z: a mote .. a glow.
void main() {
  float r = dot(vCorner.xy, vCorner.xy);
  float left = 1.0 - r;
  if (left <= 0.0) discard;
  finalColor = vec4(vLight * left * mix(exp(-5.0 * r), left * (0.25 + 1.0 / (1.0 + 14.0 * r)), vCorner.z), 0.0);
}
