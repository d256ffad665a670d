const int MOMENTS = 28;
#include <moments>

// A plucked tone: a spark in an arc, with a tail of what it was.
void main() {
  int number = gl_VertexID / 3;
  int slot = number / uEach;
  int mote = number - slot * uEach;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vLight = vec4(0.0);
  vec4 where = uWhere[slot];
  vec4 how = uHow[slot];
  vec3 h = hash3(ivec3(int(how.z), 61, 1));
  vec3 g = hash3(ivec3(int(how.z), mote, 2));
  float back = float(mote) / float(uEach);
  float age = max(where.w - 0.55 * back * back, 0.0);
  float azimuth = TAU * h.x;
  float up = 2.6 + 2.6 * h.y;
  vec3 p = where.xyz + vec3(cos(azimuth) * age * (0.8 + 1.4 * h.z), up * age - 1.9 * age * age, sin(azimuth) * age * (0.8 + 1.4 * h.z));
  p += (g - 0.5) * 0.22 * back * (0.3 + age);
  float left = clamp(1.0 - where.w / how.w, 0.0, 1.0);
  float bright = (mote == 0 ? 1.0 : 0.55 * (1.0 - back) * smoothstep(0.0, 0.12, where.w)) * left * (0.35 + 0.65 * left);
  float size = mote == 0 ? 0.055 : mote == 1 ? 0.42 : 0.03 * (1.0 - 0.5 * back);
  if (mote == 1) {
    // The glow of the head on the air around it.
    p = where.xyz + vec3(cos(azimuth) * where.w * (0.8 + 1.4 * h.z), up * where.w - 1.9 * where.w * where.w, sin(azimuth) * where.w * (0.8 + 1.4 * h.z));
    bright = 0.075 * left;
  }
  vec3 light = mix(warmLight(how.y), vec3(1.0, 0.9, 0.66), mote == 0 ? 0.35 : 0.0);
  drawMote(p, size, light * bright * (0.4 + 0.9 * how.x) * 2.4);
}
