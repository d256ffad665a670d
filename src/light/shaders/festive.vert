#include <mote>
#include <crowd>
#include <pluck>
#include <laugh>
#include <petal>
#include <glitter>
// What it means differs by kind.
in vec4 aSpot;
// Kind, which event or light, which mote of it, corner.
in vec4 aKind;
uniform float uRise;
uniform float uFall;
// How many dashes break up one light, motes of a pluck.
uniform vec2 uEach;
const int PLUCKS = 28;
uniform vec4 uPluckWhere[PLUCKS];
uniform vec4 uPluckHow[PLUCKS];
uniform int uPlucks;
const int LAUGHS = 10;
uniform vec4 uLaughWhere[LAUGHS];
uniform vec4 uLaughHow[LAUGHS];
uniform int uLaughs;
// Where tonight's blossom stands.
uniform vec3 uFlower;

const vec3 FLAME = vec3(1.0, 0.56, 0.22);

// All light of the festival that is added: the air about lanterns, their glitter, petals, sparks, laughter.
void main() {
  hideMote();
  int kind = int(aKind.x);
  int which = int(aKind.y);
  int mote = int(aKind.z);
  int corner = int(aKind.w);
  int number = gl_VertexID / 3;
  if (uMirrored > 0.5 && (kind == 4 || kind == 5)) return;
#ifdef LEAN
  // The water shows every other petal.
  if (uMirrored > 0.5 && (kind == 2 || kind == 1) && (number & 1) == 1) return;
#endif
  if (kind == 7) {
    if (which < uPlucks) drawPluck(corner, mote, int(uEach.y), uPluckWhere[which], uPluckHow[which]);
    return;
  }
  if (kind == 8) {
    if (which < uLaughs) drawLaugh(corner, mote, uLaughWhere[which], uLaughHow[which]);
    return;
  }
  float lit = smoothstep(0.0, 0.16, uFestival);
  if (lit <= 0.0) return;
  if ((kind == 2 || kind == 3) && aSpot.w * 0.9 >= (kind == 3 ? uFall : uRise)) return;
  vec3 h = hash3(ivec3(number, 3, 51));
  vec3 g = hash3(ivec3(number, 4, 51));
  if (kind == 0) {
    if (which >= uDrumCount) return;
    vec4 drum = uDrums[which];
    float d = distance(drum.xyz, uEye);
    putMote(corner, drum.xyz, 1.15 + 0.3 * drum.w, vec2(1.1, 1.0), FLAME * lit * (0.035 + 0.2 * drum.w) * smoothstep(1.5, 6.0, d));
  } else if (kind == 1) {
    // Smoke and breath over a crowd, lit by all of it.
    if (which >= uCrowdCount) return;
    vec4 crowd = uCrowds[which];
    float angle = crowd.x + (aSpot.x - 0.5) * 1.6 * crowd.y;
    vec2 at = shoreSpot(angle, 2.0 + 5.0 * aSpot.y);
    if (inDark(at)) return;
    float d = distance(at, uEye.xz);
    float size = (2.6 + 2.2 * crowd.w) * (0.8 + 0.5 * aSpot.z);
    vec3 p = vec3(at.x, 1.2 + 1.6 * aSpot.z, at.y);
    putMote(corner, p, size, vec2(1.9, 0.8), FLAME * lit * (0.3 + 0.7 * crowd.w) * uFestival * (0.03 + 0.035 * uWave) * smoothstep(6.0, 26.0, d));
  } else if (kind == 2 || kind == 3) {
    float shown = kind == 3 ? uFall : uRise;
    shown = smoothstep(aSpot.w * 0.9, aSpot.w * 0.9 + 0.1, shown);
    if (shown <= 0.0) return;
    vec4 crowd = crowdOf(aSpot.x);
    vec2 at = shoreSpot(crowd.x + aSpot.y * crowd.y * 0.8, aSpot.z);
    if (which == 1) at = uFlower.xz + aSpot.yz * vec2(1.6, 0.12);
    else if (inDark(at)) return;
    if (kind == 3) drawFalling(corner, at, h, g, shown);
    else drawPetal(corner, at, h, g, shown);
  } else if (kind == 4) {
    // The drum's lanterns and those that are carried, on the water.
    bool drum = which < DRUMS;
    if (drum && which >= uDrumCount) return;
    vec4 here = drum ? uDrums[which] : uCarried[which - DRUMS];
    float bright = (drum ? 0.55 + 0.9 * here.w : 0.6 * here.w) * lit;
    if (bright <= 0.0) return;
    drawGlitter(corner, here.xyz, FLAME, bright * 2.6 * 8.0 / (4.0 + uEach.x), h, g);
  } else if (kind == 5) {
    vec4 crowd = crowdOf(aSpot.x);
    vec2 at = shoreSpot(crowd.x + aSpot.y * crowd.y, 0.5 + 4.0 * aSpot.z);
    if (inDark(at)) return;
    drawGlitter(corner, vec3(at.x, 0.8 + 2.2 * aSpot.w, at.y), FLAME, (0.35 + 0.65 * crowd.w) * uFestival * (0.75 + 0.4 * uWave) * 2.2, h, g);
  } else if (kind == 6) {
    vec4 here = uCarried[which];
    if (here.w <= 0.0) return;
    putMote(corner, here.xyz, which < HANDS ? 0.7 : 0.55, vec2(1.0), FLAME * lit * here.w * 0.1 * smoothstep(1.0, 5.0, distance(here.xyz, uEye)));
  }
}
