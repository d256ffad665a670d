const int MOMENTS = 2;
#include <land>
#include <moments>
// 1 when the night whose blossom it carries is over.
uniform float uOver;
// How far the seed that lies there has been found.
uniform float uWarm;

// The last pulse of a night, which is the next one's first step: a point of tonight's blossom in the moss. Until it falls the
// seed lies there, warm; it goes over into it.
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
  float swell = where.w < 0.0 ? 0.0 : (0.35 * smoothstep(0.0, 0.05, where.w) + 0.65 * smoothstep(0.0, 0.4, where.w)) * left * left;
  float seed = uWarm * (1.0 - smoothstep(0.0, 2.4, where.w)) * (0.86 + 0.14 * uBreath);
  vec3 hue = mix(uBlossom, uLastBlossom, uOver);
  Land land = landAt(where.xz);
  vec3 p = vec3(where.x, where.y + 0.05 + mossAt(where.xz, 1.0).x * land.cover, where.z);
  vec3 warm = mix(uEmber, vec3(1.0, 0.72, 0.42), 0.5);
  if (mote == 0) drawMote(p, 0.04, mix(hue, vec3(1.0, 0.9, 0.8), 0.25) * swell * 2.6 * how.x + vec3(1.0, 0.55, 0.22) * seed * 1.5);
  else if (mote == 1) drawMote(p, 0.5, hue * swell * 0.16 * how.x + warm * seed * 0.07);
  // A seed shines from within: a soft body about its core, and light in the moist air over it.
  else if (mote < 4 && where.w < 2.4) drawMote(p, mote == 2 ? 0.016 : 0.1, mote == 2 ? vec3(1.0, 0.8, 0.5) * seed * 3.0 : warm * seed * 0.35);
  else {
    vec3 h = hash3(ivec3(int(how.z), mote, 21));
    float gone = 1.0 - exp(-where.w * 0.7);
    vec3 way = vec3(cos(TAU * h.x), 0.35 + 0.9 * h.z, sin(TAU * h.x));
    drawMote(p + way * gone * (0.25 + 0.6 * h.y), 0.014, hue * swell * (0.4 + h.z) * how.x);
  }
}
