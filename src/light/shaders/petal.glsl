// Petals of tonight's blossom that rise, lit from below. `order`: of appearing.
void drawPetal(int corner, vec2 at, vec3 h, vec3 g, float shown) {
  float life = fract(uLoop.w * floor(24.0 + 22.0 * h.x) + h.y);
  float up = life * (0.5 + 0.5 * life);
  vec3 p = vec3(at.x, 0.05 + up * (7.0 + 9.0 * g.x), at.y);
  float spiral = TAU * (h.z + life * (0.6 + g.y));
  p.xz += vec2(cos(spiral), sin(spiral)) * (0.4 + 1.6 * up);
  if (uMirrored > 0.5 && p.y < 0.0) return;
  float tumble = TAU * (g.z + life * floor(2.0 + 4.0 * h.z));
  vec3 a = normalize(vec3(cos(tumble), sin(tumble * 0.7 + h.x * 6.0), sin(tumble)));
  vec3 b = normalize(cross(a, vec3(0.3, 0.8, 0.2) + 0.4 * g));
  vec3 n = cross(a, b);
  float d = max(distance(p, uEye), 0.1);
  float size = 0.055 * (0.7 + 0.6 * g.y) * smoothstep(0.0, 0.08, life);
  float least = 0.9 * d / uPixelScale;
  float share = min(size * size / (least * least), 1.0);
  size = max(size, least);
  vec2 disc = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  vec3 spot = p + (a * disc.y + b * disc.x * 0.62) * size;
  float facing = abs(dot(n, normalize(uEye - p)));
  float bright = shown * (1.0 - smoothstep(0.75, 1.0, life)) * smoothstep(0.0, 0.06, life);
  // The lanterns' light from under it, the lower the more.
  float under = exp(-p.y * 0.28) * (0.4 + 0.6 * abs(n.y));
  vec3 light = mix(uBlossom, vec3(1.0, 0.84, 0.74), 0.3 * g.x) * (0.16 + 0.5 * facing) + vec3(1.0, 0.52, 0.2) * 0.8 * under;
  vCorner = disc;
  vLight = seenAdded(light * bright * share * 0.95 * uGlow, p);
  gl_Position = uViewProjection * vec4(spot, 1.0);
}

// A star that comes down to the dance, slowest at the end, and goes out over the water.
void drawFalling(int corner, vec2 at, vec3 h, vec3 g, float shown) {
  float life = fract(uLoop.w * floor(34.0 + 30.0 * h.x) + h.y);
  float left = (1.0 - life) * (1.0 - life);
  vec3 p = vec3(at.x, 0.6 + 34.0 * left, at.y);
  p.xz += vec2(h.z - 0.5, g.x - 0.5) * 26.0 * left;
  float bright = shown * smoothstep(0.0, 0.12, life) * (1.0 - smoothstep(0.9, 1.0, life));
  putMote(corner, p, 0.055, vec2(1.0), mix(vec3(0.86, 0.92, 1.0), uEmber, 0.25 + 0.5 * life) * bright * 2.6);
}
