#include <mote>
#include <crowd>
#include <land>
#include <lantern>
#include <pluck>
#include <laugh>
#include <petal>
// Along, across, size in metres, a number more: what they mean differs by kind.
in vec4 aSpot;
// Kind, which event or order of lighting, which mote or crowd, corner.
in vec4 aKind;
uniform float uRise;
uniform float uFall;
// Motes of a pluck.
uniform int uEach;
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
// What rises tonight goes in one sweep: from, by and to; and between which angles the walker goes.
uniform vec4 uSweep[3];
// Down along the stream from the tree: places, a little over the ground.
const int TRAIL = 16;
uniform vec4 uTrail[TRAIL];

// A processor goes through all that is written, for every corner: it is given a text for each few kinds, a bit for each.
#ifndef KINDS
#define KINDS 8191
#endif

const vec3 FLAME = vec3(1.0, 0.46, 0.2);

// From ember to amber; few are rosier, few paler.
vec3 paperHue(vec3 h, vec3 g) {
  if (h.z > 0.9) return vec3(1.0, 0.44, 0.34);
  return mix(mix(vec3(1.0, 0.40, 0.13), uEmber, 0.25), vec3(1.0, 0.66, 0.28), h.y * h.y * 0.4 + 0.6 * g.z * g.x);
}

vec3 hangingOf(vec3 h) {
  return swaying(h, 0.035 + 0.05 * uWind);
}

#if KINDS & 64
#include <pole>
#endif

// In the first wave a light goes from hand to hand: from the walker's shore both ways around the lake.
float kindled(vec2 p) {
  float turn = abs(fract((atan(p.y - uLake.y, p.x - uLake.x) - uSweep[0].w) / TAU + 0.5) - 0.5);
  return uSeat.z > 0.0 ? 1.0 : smoothstep(0.0, 0.05, uCourse - 0.02 - 0.85 * turn);
}

#if KINDS & 63
void drawPaper(int corner, int kind, float order, float pick) {
  // Let go, or not yet, or long gone.
  float age = (uCourse - aSpot.w) / 0.38;
  if (kind == 2 && (age < -0.03 || age > 1.0)) return;
  // Those along the walker's shore are there from the first.
  if (kind == 1 && pick > 0.8) order *= 0.2;
  if ((kind == 1 || kind == 4) && order * 0.8 >= uFestival) return;
  int which = int(aSpot.x);
  bool drum = kind == 0;
  if (drum && which >= uDrumCount) return;
  if (kind == 5 && uCarried[which].w <= 0.01) return;
  bool streak = aSpot.w < 0.0;
  ivec3 seed = drum || kind == 5 ? ivec3(which, kind == 5 ? 19 : 17, 31) : ivec3(int(aKind.y), int(aKind.z), int(aSpot.x * 4096.0));
  vec3 h = hash3(seed);
  vec3 g = hash3(seed + 7);
  float turn = TAU * uLoop.z;
  float flicker = 0.9 + 0.06 * sin(turn * floor(150.0 + 90.0 * g.x) + TAU * g.y) + 0.04 * sin(turn * floor(230.0 + 70.0 * g.z) + TAU * g.x);
  float lit = smoothstep(order * 0.8, order * 0.8 + 0.16, uFestival);
  vec3 hue = paperHue(h, g);
  float bright = 0.62;
  vec3 p;
  float size = aSpot.z;
  float tilt = 0.0;
  float family = ROUND;
#if KINDS & 1
  if (drum) {
    // The drum's, on poles.
    vec4 here = uDrums[which];
    lit = smoothstep(0.0, 0.16, uFestival);
    if (lit <= 0.01) return;
    vec3 hang = hangingOf(h);
    p = here.xyz + hang;
    bright = (0.6 * mix(0.12, 1.0, kindled(p.xz)) + 0.9 * here.w) * lit;
    size *= (0.8 + 0.5 * h.y) * (1.0 + 0.13 * here.w);
    tilt = 1.5 * hang.x;
    family = h.z < 0.4 ? TALL : ROUND;
  } else
#endif
#if KINDS & 2
  if (kind == 1) {
    float s = aSpot.x;
    vec2 at;
    if (pick < 0.5) {
      // One long train, from where the walker goes to where the others rise.
      vec2 a = shoreSpot(mix(uSweep[0].w, uSweep[1].w, 0.5), -3.0);
      vec2 b = mix(uSweep[0].xz, uLake.xy, 0.12);
      vec2 way = b - a;
      at = a + way * s + vec2(-way.y, way.x) * 0.2 * sin(4.4 * s) + (g.yz - 0.5) * 0.6 + vec2(way.y, -way.x) * aSpot.y * 0.022 * (0.4 + s);
    } else if (pick < 0.8) {
      // Set afloat where people stand, drawn out along the lake's own slow turning.
      vec4 crowd = crowdOf((pick - 0.5) / 0.3);
      float own = fract(crowd.x * 3.7);
      float angle = crowd.x + (own < 0.5 ? 1.0 : -1.0) * 0.6 * s + aSpot.y * (crowd.y * (1.0 - s) + 0.03);
      at = shoreSpot(angle, -1.0 - (6.0 + 9.0 * own) * s * s - 3.0 * s * abs(aSpot.y));
    } else if (pick > 0.95) {
      // Set down in the moss where the walker goes at last.
      at = shoreSpot(mix(uSweep[0].w, uSweep[1].w, 0.45 + 0.8 * s) + 0.02 * aSpot.y, 0.6 + 5.0 * g.z * g.z);
    } else {
      // Knots along the walker's shore.
      float knot = floor(4.0 * s);
      at = shoreSpot(mix(uSweep[0].w, uSweep[1].w, (knot + 0.35 + 0.3 * fract(knot * 0.618)) / 4.0) + 0.035 * aSpot.y, -4.5 - 4.0 * fract(knot * 0.37) - 5.0 * fract(4.0 * s));
    }
    at += vec2(sin(turn * floor(2.0 + 2.0 * h.y) + TAU * g.z), cos(turn * floor(2.0 + 2.0 * h.z) + TAU * g.x)) * 0.35;
    // More with every wave.
    lit *= kindled(at) * smoothstep(order - 0.06, order, 0.1 + 1.6 * uCourse);
    bool down = pick > 0.95;
    if ((!down && offShore(at) > -0.5) || inDark(at)) return;
    family = h.x < 0.5 ? CUP : h.x < 0.68 ? BOAT : h.x < 0.86 ? ROUND : TALL;
    size *= 0.8 + 0.5 * g.y;
    float high = family == CUP ? 0.72 : family == BOAT ? 0.56 : family == ROUND ? 0.9 : 1.25;
    p = vec3(at.x, size * high + 0.01 * sin(turn * floor(60.0 + 40.0 * h.x) + TAU * g.z), at.y);
    if (down) p.y += max(landAt(at).height, 0.0) + 0.04;
    tilt = 0.07 * sin(turn * floor(44.0 + 30.0 * h.y) + TAU * g.x);
    bright = (0.3 + 0.45 * g.x * g.x) * (1.0 + 0.2 * uWave);
  } else
#endif
#if KINDS & 4
  if (kind == 2) {
    // Let go in three waves: each leaves the hands, goes the way of air that all the others go, and is gone.
    float up = max(age, 0.0) * (0.6 + 0.4 * max(age, 0.0));
    bool stray = pick > 0.95;
    if (stray) {
      vec4 crowd = crowdOf((pick - 0.95) / 0.05);
      p.xz = shoreSpot(crowd.x + aSpot.x * crowd.y, aSpot.y);
      if (inDark(p.xz)) return;
      p.y = max(landAt(p.xz).height, 0.0) + 1.25 + up * 40.0;
      p.xz += (uSweep[2].xz - uSweep[0].xz) * 0.3 * up * up;
    } else {
      vec3 a = mix(uSweep[0].xyz, uSweep[1].xyz, up);
      p = mix(a, mix(uSweep[1].xyz, uSweep[2].xyz, up), up);
      // They gather and part as smoke does.
      float close = 0.45 + 0.95 * pow(0.5 + 0.5 * sin(19.0 * up - 6.0 * uCourse + aSpot.x), 2.0);
      // Close together over the shore, and wider the higher they come.
      p.xz += vec2(aSpot.x, g.y - 0.5) * mix(4.5, 1.6, smoothstep(0.0, 0.2, up)) + (g.xz - 0.5) * (3.0 + 15.0 * up * up) * close;
      p.xz += 3.5 * up * sin(vec2(10.0, 8.0) * up + uCourse * 9.0);
      p.y += (g.y - 0.5) * (4.0 + 7.0 * up) * close * smoothstep(0.0, 0.2, up);
    }
    p += swaying(h, 0.25) * smoothstep(0.0, 0.1, age);
    lit = smoothstep(-0.03, 0.0, age) * (1.0 - smoothstep(0.85, 1.0, age));
    bright = (1.0 - 0.3 * age) * (0.85 + 0.3 * uWave) * (1.0 + 2.4 * uDawn);
    // In the morning they go out, the highest first.
    lit *= smoothstep(0.05, 0.45 + 0.3 * g.x, uFestival);
    tilt = 0.16 * sin(turn * floor(30.0 + 22.0 * h.x) + TAU * h.y);
    family = SKYWARD;
  } else
#endif
#if KINDS & 16
  if (kind == 4) {
    // From the tree down along the stream they come.
    float u = fract(aSpot.x + uLoop.w * 3.0 + 0.015 * sin(TAU * (uLoop.z * 3.0 + g.x)));
    float at = u * float(TRAIL - 1);
    int i = int(min(at, float(TRAIL - 2)));
    p = mix(uTrail[i].xyz, uTrail[i + 1].xyz, at - float(i));
    p.xz += (g.xy - 0.5) * 1.3;
    p.y += 0.05 * sin(turn * floor(280.0 + 60.0 * h.x));
    lit *= smoothstep(0.0, 0.05, u) * (1.0 - smoothstep(0.93, 1.0, u));
    bright = 0.9;
    family = BULB;
  } else
#endif
  {
    // In hands.
    vec4 here = uCarried[which];
    lit = here.w * smoothstep(0.0, 0.2, uFestival) * kindled(here.xz);
    p = here.xyz + swaying(h, 0.02);
    tilt = 0.2 * sin(turn * floor(140.0 + 40.0 * h.x) + TAU * h.y);
    family = which == CARRIED - 1 ? SKYWARD : h.x < 0.6 ? ROUND : TALL;
    if (which == CARRIED - 1) size = 0.26;
    else if (which >= HANDS) {
      // A heap in the middle of the round.
      size = 0.15 + 0.09 * g.x;
      tilt *= 0.2;
      bright = 0.9;
      family = h.x < 0.5 ? ROUND : TALL;
    }
  }
  if (lit <= 0.01) return;
  // Flames are of all ages: some stand low, and one in five is but a red wick.
  float spent = smoothstep(0.55, 0.95, fract(h.x * 13.0 + g.y * 7.0));
  if (!drum && kind != 5) hue = mix(hue, vec3(1.0, 0.34, 0.12), 0.6 * spent) * mix(1.15, 0.2 + 0.06 * sin(turn * 97.0 + TAU * g.x), spent);
  hue *= bright * flicker * (0.85 + 0.3 * uWave);
#if KINDS & 35
  if (streak) {
    drawStreak(corner, p, size, hue * lit * 0.75, h.z);
    return;
  }
#endif
  drawLantern(corner, p, size * lit, tilt, hue, family, h.z);
}

#endif

// All light of the festival: paper, the air about crowds, petals, sparks, laughter.
void main() {
  hideMote();
  vShape = vec4(0.0);
  int kind = int(aKind.x);
  int which = int(aKind.y);
  int mote = int(aKind.z);
  int corner = int(aKind.w);
#if KINDS & 64
  if (kind == 6) {
    drawPole(corner, int(aSpot.y));
    return;
  }
#endif
#if KINDS & 63
  if (kind < 6) {
    drawPaper(corner, kind, aKind.y / 65535.0, aKind.z / 65535.0);
    return;
  }
#endif
#if KINDS & 6144
  if (kind == 11) {
    if (which < uPlucks) drawPluck(corner, mote, uEach, uPluckWhere[which], uPluckHow[which]);
    return;
  }
  if (kind == 12) {
    if (which < uLaughs) drawLaugh(corner, mote, uLaughWhere[which], uLaughHow[which]);
    return;
  }
#endif
#if KINDS & 1792
  float lit = smoothstep(0.0, 0.16, uFestival);
  if (lit <= 0.0) return;
  if (kind == 8) {
    // Smoke and breath over a crowd, lit by all of it; and over the far shore's, and about the tree.
    if (which == CROWDS) {
      vec3 way = normalize(uEye - uCrown.xyz);
      float wide = 1.7 + 1.6 * aSpot.x * step(aSpot.w, 2.0);
      putMote(corner, uCrown.xyz + (way * 1.8 + vec3(0.0, (aSpot.x - 0.9) * 0.6, 0.0)) * uCrown.w, uCrown.w, vec2(wide, 0.8 * wide), vec3(1.0, 0.50, 0.22) * lit * uFestival * (0.016 + 0.045 * uWave) * aSpot.w / wide);
      return;
    }
    if (which > CROWDS) {
      // And about what rises, where most of it is.
      float up = 0.08 + 0.45 * fract(aSpot.x + 0.2);
      float wide = 6.0 + 6.0 * up;
      vec3 a = mix(uSweep[0].xyz, uSweep[1].xyz, up);
      putMote(corner, mix(a, mix(uSweep[1].xyz, uSweep[2].xyz, up), up), wide, vec2(1.0, 1.3), FLAME * lit * uFestival * uWave * uWave * smoothstep(0.36, 0.5, uCourse) * 0.035 * aSpot.w);
      return;
    }
    if (which >= uCrowdCount) return;
    vec4 crowd = uCrowds[which];
    vec2 at = shoreSpot(crowd.x + (aSpot.x - 0.5) * 2.2 * crowd.y, 2.0 + 5.0 * aSpot.y);
    if (inDark(at)) return;
    float d = distance(at, uEye.xz);
    float size = (3.0 + 2.6 * crowd.w) * (0.7 + 0.6 * aSpot.z);
    vec3 over = vec3(at.x, 1.0 + 1.6 * aSpot.z, at.y);
    putMote(corner, over, size, vec2(2.6, 0.8), FLAME * lit * kindled(at) * (0.4 + 0.6 * crowd.w) * uFestival * aSpot.w * (0.016 + 0.036 * uWave) * smoothstep(10.0, 40.0, d));
    // Breath has no edge where it meets a slope.
    vec4 before = uViewProjection * vec4(mix(uEye, over, 0.5), 1.0);
    gl_Position.z = before.z / before.w * gl_Position.w;
    return;
  }
  float shown = kind == 10 ? uFall : uRise;
  if (aSpot.w * 0.9 >= shown) return;
  shown = smoothstep(aSpot.w * 0.9, aSpot.w * 0.9 + 0.1, shown);
  vec3 h = hash3(ivec3(mote, 3, 51));
  vec3 g = hash3(ivec3(mote, 4, 51));
  vec4 crowd = crowdOf(aSpot.x);
  vec2 at = shoreSpot(crowd.x + aSpot.y * crowd.y * 0.8, aSpot.z);
  if (which == 1) at = uFlower.xz + aSpot.yz * vec2(1.6, 0.12);
  else if (inDark(at)) return;
  if (kind == 10) drawFalling(corner, at, h, g, shown);
  else drawPetal(corner, at, h, g, shown);
#endif
}
