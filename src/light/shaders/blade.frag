in vec4 vLight;
#ifdef SHOOTS
// Across and up a larger shoot, its kind (0 an ordinary tip), its own number.
in vec4 vShoot;
#endif
out vec4 finalColor;

void main() {
  finalColor = vLight;
#ifdef SHOOTS
  if (vShoot.z < 0.5) return;
  vec2 at = vShoot.xy;
  float own = vShoot.w;
  if (vShoot.z > 1.5) {
    // A stalk, bent by its capsule: a nodding urn with a pale lid, and under some a drop that gathers the light.
    float bend = (own - 0.5) * 0.5;
    at.x -= bend * at.y * at.y;
    vec2 urn = vec2(at.x * 8.0 - bend * 7.0 * (at.y - 0.88), (at.y - 0.88) * 7.5);
    float round = length(urn * vec2(1.0 + 0.7 * max(urn.y, 0.0), 1.0));
    vec2 bead = vec2(at.x * 9.0 + 0.2, (at.y - 0.73) * 9.0);
    float drop = fract(own * 7.3) < 0.4 ? length(bead) : 9.0;
    if (drop < 0.42) {
      finalColor.rgb *= 0.35 + 9.0 * smoothstep(0.3, 0.0, distance(bead, vec2(-0.1, 0.12))) + 2.0 * smoothstep(0.2, 0.42, drop);
    } else if (round < 0.9) {
      finalColor.rgb *= vec3(1.9, 0.95, 0.55) * (0.3 + 1.3 * smoothstep(-0.5, 0.8, bend > 0.0 ? urn.x : -urn.x)) * (urn.y > 0.4 ? 1.6 : 0.9);
    } else if (abs(at.x) < max(0.014, fwidth(at.x) * 0.6) && at.y < 0.88) {
      finalColor.rgb *= vec3(1.3, 0.75, 0.6) * (0.35 + 0.6 * at.y);
    } else {
      discard;
    }
    return;
  }
  // A shoot: pointed leaves in whorls, the youngest upright and brightest.
  at.x = abs(at.x);
  float most = 0.0;
  for (int i = 0; i < 8; i++) {
    float h = float(i) * 0.125;
    float turn = mix(1.25, 0.28, h) + 0.3 * (fract(own * 17.0 + h * 9.1) - 0.5);
    vec2 way = vec2(sin(turn), cos(turn));
    vec2 off = at - vec2(0.0, 0.12 + 0.55 * h);
    float along = dot(off, way) / mix(0.5, 0.36, h);
    float beside = abs(dot(off, vec2(way.y, -way.x)));
    if (along > 0.0 && along < 1.0 && beside < 0.05 * (1.0 - along) + 0.008) most = max(most, (0.12 + 0.88 * along) * (0.35 + 0.65 * h));
  }
  if (at.x < 0.018 && at.y < 0.7) most = max(most, 0.12);
  if (most <= 0.0) discard;
  finalColor.rgb *= 1.5 * most;
#endif
}
