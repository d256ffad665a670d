// Bare banks: pebbles and wet earth between the moss and the water. Needs air.
uniform sampler2D uShore;
uniform sampler2D uNoise;
// West, north, one over width and depth of the shore's map.
uniform vec4 uShoreBox;

// `light` where moss grows; on bare ground beside water its pebbles, dark and shining as far as the water licks.
vec3 onShore(vec3 light, vec3 place, vec3 view, vec3 up, float cover, vec3 lamp) {
  if (cover > 0.97) return light;
  vec2 edges = textureLod(uShore, (place.xz - uShoreBox.xy) * uShoreBox.zw, 0.0).xy;
  float edge = min(edges.x, edges.y);
  if (edge > 6.0) return light;
  vec2 p = place.xz;
  vec4 broad = texture(uNoise, p * 0.23);
  vec4 round1 = texture(uNoise, p * 3.3 + broad.rg * 0.3);
#ifdef LEAN
  vec4 fine = round1.gbra;
#else
  vec4 fine = texture(uNoise, p * 8.7 + round1.gr * 0.12);
#endif
  vec3 n = normalize(up + vec3(round1.r - 0.5, 0.0, round1.g - 0.5) * 1.5 + vec3(fine.r - 0.5, 0.0, fine.g - 0.5) * 1.1);
  float heap = smoothstep(0.12, 0.85, 0.45 * round1.b + 0.4 * fine.b + 0.4 * (broad.r - 0.4));
  float wet = 1.0 - smoothstep(-0.05, 0.16 + 0.5 * broad.g * broad.g, edge);
  vec3 body = mix(vec3(0.010, 0.008, 0.007), mix(vec3(0.045, 0.043, 0.042), vec3(0.078, 0.060, 0.042), fine.g), heap) * (1.0 - 0.6 * wet);
  vec3 dome = (uZenith * 0.8 + uViolet * 0.8) * (0.5 + 0.5 * n.y);
  float west = max((n.x * uAfterglow.x + n.z * uAfterglow.y) * 0.7 + 0.15 * n.y, 0.0);
  vec3 bare = body * (dome * 8.5 + (uRose * 0.5 + uAmber * 0.3) * west * west + vec3(0.95, 0.66, 0.45) * uDawn * 0.5 + lamp * 0.9);
  vec3 back = reflect(-view, n);
  float mirror = 0.03 + 0.97 * pow(1.0 - clamp(dot(n, view), 0.02, 1.0), 4.0);
#ifdef LEAN
  // What stands low in the sky, near enough.
  vec3 sky = uViolet * 0.8 + (uRose * 0.3 + uAmber * 0.15) * max(dot(back.xz, uAfterglow), 0.0);
#else
  vec3 sky = skyBase(normalize(vec3(back.x, abs(back.y) + 0.02, back.z)));
#endif
  bare += sky * mirror * wet * heap * heap * 0.4;
  return mix(bare, light, smoothstep(0.1, 0.9, cover));
}
