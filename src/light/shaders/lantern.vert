#include <lantern>
// Place, and a size in metres.
in vec4 aPlace;
// 0 on the water, 1 rising, 2 standing; place in the order of lighting; a number of its own; corner.
in vec4 aKind;
// The drum's lanterns tonight: place, and how it beats now.
uniform vec4 uDrums[44];
uniform int uDrumCount;
uniform float uWave;
// On quiet nights the festival is across the water: xz of the seat, and how far around it is dark.
uniform vec3 uSeat;

void main() {
  int corner = int(aKind.w);
  float own = aKind.z / 65535.0;
  float order = aKind.y / 65535.0;
  int number = gl_VertexID / 3;
  vec3 h = hash3(ivec3(number, 7, 31));
  vec3 g = hash3(ivec3(number, 8, 31));
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vPlace = vec3(0.0);
  vLamp = vec4(0.0);
  vShape = vec4(1.0);
  vec3 p = aPlace.xyz;
  float size = aPlace.w;
  float lit = smoothstep(order * 0.85, order * 0.85 + 0.14, uFestival);
  float bright = 0.62;
  float turn = TAU * uLoop.z;
  if (aKind.x > 1.5) {
    int drum = number;
    if (drum >= uDrumCount) return;
    p = uDrums[drum].xyz;
    lit = smoothstep(0.0, 0.16, uFestival);
    bright = 0.5 + 0.95 * uDrums[drum].w;
    size *= 1.0 + 0.16 * uDrums[drum].w;
    p.x += 0.04 * sin(turn * floor(60.0 + 20.0 * h.x) + TAU * h.y);
  } else if (aKind.x > 0.5) {
    float life = fract(uLoop.z * floor(2.0 + 3.0 * h.x) + own);
    float up = life * (0.35 + 0.65 * life);
    p.y += 1.1 + up * (17.0 + 16.0 * g.x);
    p.xz += up * vec2(7.0, -3.0) * (0.5 + g.y) + 0.6 * vec2(sin(turn * floor(9.0 + 9.0 * h.y) + TAU * g.z), cos(turn * floor(8.0 + 9.0 * h.z) + TAU * g.x)) * smoothstep(0.0, 0.2, life);
    lit *= smoothstep(0.0, 0.04, life) * (1.0 - smoothstep(0.86, 1.0, life));
    bright = 0.62 * (1.0 - 0.55 * life);
  } else {
    p.xz += vec2(sin(turn * floor(2.0 + 3.0 * h.y) + TAU * g.z), cos(turn * floor(2.0 + 3.0 * h.z) + TAU * g.x)) * (0.8 + 1.8 * g.y);
    p.y = size * 1.25 + 0.012 * sin(turn * floor(60.0 + 40.0 * h.x) + TAU * g.z);
    bright = 0.55;
  }
  if (distance(p.xz, uSeat.xy) < uSeat.z) return;
  if (lit <= 0.01) return;
  bright *= 0.8 + 0.45 * uWave;
  bright *= 0.9 + 0.1 * sin(turn * floor(150.0 + 200.0 * g.x) + TAU * g.y);
  vec3 hue = mix(uEmber, h.y < 0.16 ? vec3(1.0, 0.56, 0.5) : vec3(1.0, 0.72, 0.36), 0.7 * g.z);
  drawLantern(corner, p, size * lit, hue, bright, h);
}
