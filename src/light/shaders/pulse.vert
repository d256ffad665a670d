const int MOMENTS = 2;
#include <moments>
// 1 when the night whose blossom it carries is over.
uniform float uOver;

// The last pulse of a night, which is the next one's first step: a point of tonight's blossom in the moss.
void main() {
  int number = gl_VertexID / 3;
  int slot = number / uEach;
  int mote = number - slot * uEach;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vLight = vec4(0.0);
  vec4 where = uWhere[slot];
  vec4 how = uHow[slot];
  float left = clamp(1.0 - where.w / how.w, 0.0, 1.0);
  float swell = (0.35 + 0.65 * smoothstep(0.0, 0.4, where.w)) * left * left;
  vec3 hue = mix(uBlossom, uLastBlossom, uOver);
  vec3 p = where.xyz + vec3(0.0, 0.3, 0.0);
  if (mote == 0) drawMote(p, 0.05, mix(hue, vec3(1.0, 0.9, 0.8), 0.25) * swell * 2.2 * how.x);
  else if (mote == 1) drawMote(p, 0.55, hue * swell * 0.16 * how.x);
  else {
    vec3 h = hash3(ivec3(int(how.z), mote, 21));
    float gone = 1.0 - exp(-where.w * 0.7);
    vec3 way = vec3(cos(TAU * h.x), 0.35 + 0.9 * h.z, sin(TAU * h.x));
    drawMote(p + way * gone * (0.25 + 0.6 * h.y), 0.014, hue * swell * (0.4 + h.z) * how.x);
  }
}
