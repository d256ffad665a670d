// A plucked tone: a spark in an arc, with a tail of what it was. `where`: place and age; `how`: see moments.glsl.
void drawPluck(int corner, int mote, int each, vec4 where, vec4 how) {
  vec3 h = hash3(ivec3(int(how.z), 61, 1));
  vec3 g = hash3(ivec3(int(how.z), mote, 2));
  float back = float(mote) / float(each);
  float age = mote == 1 ? where.w : max(where.w - 0.55 * back * back, 0.0);
  float azimuth = TAU * h.x;
  float up = 2.6 + 2.6 * h.y;
  vec3 p = where.xyz + vec3(cos(azimuth) * age * (0.8 + 1.4 * h.z), up * age - 1.9 * age * age, sin(azimuth) * age * (0.8 + 1.4 * h.z));
  if (mote != 1) p += (g - 0.5) * 0.22 * back * (0.3 + age);
  float left = clamp(1.0 - where.w / how.w, 0.0, 1.0);
  float bright = (mote == 0 ? 1.0 : 0.55 * (1.0 - back) * smoothstep(0.0, 0.12, where.w)) * left * (0.35 + 0.65 * left);
  float size = mote == 0 ? 0.055 : 0.03 * (1.0 - 0.5 * back);
  if (mote == 1) {
    // The glow of the head on the air around it.
    size = 0.42;
    bright = 0.075 * left;
  }
  vec3 light = mix(warmLight(how.y), vec3(1.0, 0.84, 0.52), mote == 0 ? 0.35 : 0.0);
  putMote(corner, p, size, vec2(1.0), light * bright * (0.4 + 0.9 * how.x) * 2.4);
}
