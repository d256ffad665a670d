const int MOMENTS = 16;
#include <land>
#include <moments>
// How far the answers have gone back into the day.
uniform float uStay;

// Far over the plain somebody's light answers: it appears, swells once, and stays.
void main() {
  int number = gl_VertexID / 3;
  int slot = number / uEach;
  int mote = number - slot * uEach;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vLight = vec4(0.0);
  vec4 where = uWhere[slot];
  vec4 how = uHow[slot];
  float age = where.w;
  float swell = 0.45 + 0.55 * smoothstep(0.0, 1.6, age) - 0.42 * smoothstep(2.5, 8.0, age);
  float own = fract(how.z * 0.6180339887);
  float bright = swell * (0.9 + 0.1 * sin(TAU * (uLoop.x * floor(2.0 + 3.0 * own) + own)));
  bright *= mix(1.0, uStay, smoothstep(4.0, 8.0, age)) * (0.6 + 0.6 * how.x);
  // The day must not drown it.
  bright *= 1.0 + 2.2 * uDawn;
  vec3 hue = mix(uEmber, vec3(1.0, 0.72, 0.42), 0.4);
  float d = distance(where.xyz, uEye);
  float grow = (0.5 + d * 0.008) * (0.65 + 0.7 * own);
  vec3 h = hash3(ivec3(int(how.z), mote, 9));
  int corner = int(aCorner.x);
  vec3 deep = vec3(hue.r, hue.g * 0.75, hue.b * 0.5);
  if (mote == 0) drawMote(where.xyz, 0.16 * grow, mix(hue, vec3(1.0, 0.86, 0.62), 0.4) * bright * 12.0);
  else if (mote == 1) drawMote(where.xyz, 0.6 * grow, hue * bright * 0.7);
  else if (mote == 2) putMote(corner, where.xyz, 2.0 * grow, vec2(1.2, 0.9), deep * bright * 0.14);
  // The haze around it, wider than high.
  else if (mote == 3) putMote(corner, where.xyz + vec3(0.0, 0.3 * grow, 0.0), 6.0 * grow, vec2(2.2, 0.4), deep * bright * 0.05);
  else if (mote < uEach / 2) {
    // Its light on the ground around it.
    float r = 3.2 * grow * h.x;
    vec2 at = where.xz + r * vec2(cos(TAU * h.y), sin(TAU * h.y));
    Land land = landAt(at);
    vec3 p = vec3(at.x, max(land.height, 0.0) + 0.35, at.y);
    putMote(corner, p, 0.8 * grow, vec2(1.7, 0.4), deep * bright * 0.3 / (1.0 + 0.35 * r * r / grow));
  } else {
    vec3 p = where.xyz + (h - 0.5) * vec3(2.2, 2.6, 2.2) * grow * smoothstep(0.0, 5.0, age);
    drawMote(p, 0.05 * grow, hue * bright * 0.9 * h.z);
  }
}
