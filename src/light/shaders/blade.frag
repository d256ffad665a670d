centroid in vec4 vLight;
#ifdef SHOOTS
// Across and up a stalk, 1 for one (0 an ordinary tip), its own number.
in vec4 vShoot;
#endif
out vec4 finalColor;

void main() {
  finalColor = vLight;
#ifdef SHOOTS
  if (vShoot.z < 0.5) return;
  // A stalk, bent by its capsule: a nodding urn with a pale lid, and under some a drop that gathers the light.
  vec2 at = vShoot.xy;
  float own = vShoot.w;
  float bend = (own - 0.5) * 0.5;
  at.x -= bend * at.y * at.y;
  vec2 urn = vec2(at.x * 14.0 - bend * 9.0 * (at.y - 0.88), (at.y - 0.88) * 9.5);
  float round = length(urn * vec2(1.0 + 0.7 * max(urn.y, 0.0), 1.0));
  vec2 bead = vec2(at.x * 14.0 + 0.2, (at.y - 0.73) * 12.0);
  float drop = fract(own * 7.3) < 0.4 ? length(bead) : 9.0;
  if (drop < 0.42) {
    finalColor.rgb *= 0.35 + 9.0 * smoothstep(0.3, 0.0, distance(bead, vec2(-0.1, 0.12))) + 2.0 * smoothstep(0.2, 0.42, drop);
  } else if (round < 0.9) {
    // Dark before the last light, which runs along its edge.
    finalColor.rgb *= vec3(1.1, 0.95, 0.85) * (0.4 + 1.5 * smoothstep(0.45, 0.9, round) * smoothstep(-0.6, 0.7, urn.y));
  } else if (abs(at.x) < max(0.01, fwidth(at.x) * 0.6) && at.y < 0.88) {
    finalColor.rgb *= vec3(1.1, 0.9, 0.85) * (0.2 + 0.5 * at.y);
  } else {
    discard;
  }
#endif
}
