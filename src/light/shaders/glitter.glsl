// One of the dashes into which moving water breaks a light: they lie along the line to it, where a ripple can be steep
// enough to send its light here, and tremble.
void drawGlitter(int corner, vec3 light, vec3 hue, float bright, vec3 h, vec3 g) {
  if (uMirrored > 0.5) return;
  vec2 way = light.xz - uEye.xz;
  float far = length(way);
  if (far < 2.0 || uEye.y < 0.2) return;
  way /= far;
  // Depression of the flat mirror's image, and of this dash, which lies mostly nearer.
  float still = (uEye.y + light.y) / far;
  float down = still * (0.72 + 2.4 * h.x * h.x);
  float at = uEye.y / down;
  if (at > far * 0.98 || at < 1.0) return;
  float slope = 0.5 * (down - light.y / (far - at));
  float rough = 0.035 + 0.05 * uWind;
  float can = exp(-slope * slope / (rough * rough));
  float turn = TAU * uLoop.y;
  float wander = (h.y + h.z - 1.0) * (0.10 + 0.012 * at) + 0.05 * sin(turn * floor(14.0 + 9.0 * g.x) + TAU * g.y);
  vec2 spot = uEye.xz + way * at + vec2(-way.y, way.x) * wander;
  if (offShore(spot) > -0.3) return;
  float alive = sin(turn * floor(19.0 + 24.0 * g.z) + TAU * g.x);
  alive = 0.18 + 0.82 * smoothstep(-0.2, 1.0, alive);
  // As wide as a ripple's crest, as high as it looks lying down.
  vec3 p = vec3(spot.x, 0.015, spot.y);
  float size = 0.05 + 0.05 * g.y;
  vec2 stretch = vec2(1.9 + 1.5 * h.z, clamp(2.4 * down, 0.16, 0.7));
  putMote(corner, p, size, stretch, hue * bright * can * alive);
  gl_Position.z -= 0.0004 * gl_Position.w;
}
