// Bare banks: pebbles and mud between the moss and the water. Needs air and land.
uniform sampler2D uNoise;

// `light` where moss grows; on bare ground beside water its pebbles, dark, shining as far as the water licks. `span` metres
// a pixel.
vec3 onShore(vec3 light, vec3 place, vec3 view, vec3 up, float cover, vec3 lamp, float span) {
  // Beyond the banks there is earth.
  if (place.y > 0.6) return light;
  // The foot of a cushion stands in its own shade.
  light *= 0.25 + 0.75 * smoothstep(0.0, 0.12, place.y);
  if (cover > 0.99) return light;
  vec2 p = place.xz;
  vec4 broad = textureLod(uNoise, p * 0.23, 0.0);
  // Stones lie as cushions do, laid out smaller.
  const float SIDE = 2.4;
  vec4 stone = textureLod(uCushions, TURN * p / SIDE + broad.rg * 0.03, log2(max(span * 3.0 * float(textureSize(uCushions, 0).x) / SIDE, 1.0)));
  float heap = smoothstep(0.004, 0.020, stone.x);
  float wet = 1.0 - smoothstep(0.015, 0.05 + 0.16 * broad.g, place.y);
  // Between the lowest of them water stands.
  float pool = (1.0 - smoothstep(0.0, 0.035, place.y + stone.x - 0.012)) * wet;
  vec2 tilt = (stone.yz * TURN) * (1.0 - pool);
  vec3 n = normalize(up - vec3(tilt.x, 0.0, tilt.y));
  vec3 body = mix(vec3(0.008, 0.007, 0.008), mix(vec3(0.026, 0.026, 0.030), vec3(0.060, 0.046, 0.036), stone.w), heap) * (1.0 - 0.6 * wet);
  vec3 dome = (uZenith * 0.8 + uViolet * 0.8) * (0.5 + 0.5 * n.y);
  float west = max((n.x * uAfterglow.x + n.z * uAfterglow.y) * 0.7 + 0.15 * n.y, 0.0);
  vec3 bare = body * (dome * 8.0 + (uRose * 0.5 + uAmber * 0.3) * west * west + vec3(0.95, 0.66, 0.45) * uDawn * 0.5 + lamp * 0.9);
  // Wet stones glint with what stands low in the sky, near enough; standing water mirrors it.
  float graze = 1.0 - clamp(dot(n, view), 0.02, 1.0);
  graze *= graze;
  float glint = max(dot(n, normalize(view + vec3(uAfterglow.x, 1.0, uAfterglow.y))), 0.0);
  glint *= glint * glint;
  glint *= glint * glint;
  glint *= glint;
  bare += (uViolet * 0.3 + (uRose * 0.5 + uAmber * 0.3) * glint) * (wet * ((0.03 + 0.97 * graze * graze) * (0.2 * heap + 0.12 * pool) + 0.5 * glint * heap));
  return mix(bare * (1.0 - 0.6 * cover), light, cover);
}
