const int MOMENTS = 3;
#include <moments>

// An outbreath: pale mist from the walker's mouth that drifts ahead and is gone.
void main() {
  int number = gl_VertexID / 3;
  int slot = number / uEach;
  int mote = number - slot * uEach;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vLight = vec4(0.0);
  vec4 where = uWhere[slot];
  vec4 how = uHow[slot];
  vec3 h = hash3(ivec3(int(how.z), mote, 12));
  vec3 g = hash3(ivec3(int(how.z), mote, 13));
  float born = 1.9 * h.x * h.x;
  float age = where.w + 0.1 - born;
  if (age < 0.0) return;
  float gone = 1.0 - exp(-age * 0.55);
  vec3 way = normalize(uForward + vec3(0.0, 0.05, 0.0));
  vec3 p = where.xyz - uUp * 0.13 + way * gone * (1.1 + 1.3 * h.y);
  vec3 loose = vec3(h.z + g.x - 1.0, (g.y + h.y - 0.9) * 0.6, g.z + g.x - 1.0);
  p += loose * (0.05 + 0.75 * gone) + vec3(0.0, 0.14 * gone * gone, 0.0);
  p += 0.05 * gone * vec3(sin(TAU * (h.y + age * 0.21)), sin(TAU * (g.y + age * 0.17)), sin(TAU * (g.z + age * 0.19)));
  float left = 1.0 - smoothstep(0.45 * how.w, how.w, where.w);
  float bright = exp(-age * 0.5) * left * smoothstep(0.0, 0.09, age);
  float d = dot(p - uEye, uForward);
  bright *= smoothstep(0.12, 0.5, d);
  bool mist = g.z > 0.3;
  float size = mist ? 0.05 + 0.16 * gone : 0.0014 + 0.005 * h.z * h.z * h.z;
  vec3 hue = mix(vec3(0.62, 0.72, 0.95), vec3(1.0, 0.82, 0.66), 0.7 * how.y);
  // Many motes make no more mist than few.
  float share = 90.0 / float(uEach);
  drawMote(p, size, hue * bright * how.x * (mist ? 0.03 * share : 0.42 * sqrt(share)));
}
