// A laugh: warm light that breaks out in a few calls, each smaller than the one before.
void drawLaugh(int corner, int mote, vec4 where, vec4 how) {
  float left = clamp(1.0 - where.w / how.w, 0.0, 1.0);
  vec3 hue = warmLight(0.6 + 0.4 * how.y);
  if (mote == 0) {
    float swell = 0.3 + 0.7 * smoothstep(0.0, 0.35, where.w);
    putMote(corner, where.xyz, 1.6 + 0.7 * where.w, vec2(1.25, 0.9), hue * swell * left * how.x * 0.2 * smoothstep(4.0, 16.0, distance(where.xyz, uEye)));
    return;
  }
  vec3 h = hash3(ivec3(int(how.z), mote, 5));
  vec3 g = hash3(ivec3(int(how.z), mote, 6));
  float call = floor(h.x * h.x * 6.0);
  float age = where.w + 0.03 - call * 0.21;
  if (age < 0.0) return;
  float azimuth = TAU * h.y;
  float lift = 0.15 + 1.1 * h.z;
  float far = (1.0 - exp(-age * 2.4)) * (1.25 - 0.13 * call) * (0.45 + 0.9 * g.x);
  vec3 p = where.xyz + vec3(cos(azimuth) * far, lift * far - 0.16 * age * age, sin(azimuth) * far);
  p += vec3(sin(TAU * (g.y + age * 0.7)), sin(TAU * (g.z + age * 0.5)), cos(TAU * (g.y + age * 0.6))) * 0.07 * far;
  float bright = exp(-age * 1.5) * left * (0.6 + 0.8 * g.z);
  putMote(corner, p, 0.016 + 0.03 * g.y * g.y, vec2(1.0), mix(hue, vec3(1.0, 0.74, 0.42), 0.25 * g.x) * bright * (0.35 + how.x) * min(1.9, 0.7 + 0.12 * distance(p, uEye)));
}
