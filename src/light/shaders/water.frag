#include <air>
#include <lamps>
#include <water>
uniform sampler2D uMirror;
uniform sampler2D uCushions;
// Tonight's blossom: its place, and how much light it gives.
uniform vec4 uBloomAt;
uniform float uInward;
#if defined(STREAM) && !defined(LEAN)
#define WAKES
// Stars chosen tonight: where each stands, and how much it gives; below nought it is still cold.
uniform vec4 uChosen[24];
// The stones that stand nearest in the water: x, z, radius, how much of their wake.
uniform vec4 uStone[12];

// Each lays a way of light from under it up to the walker: a piece on every wave that leans just so (Cox and Munk, 1954).
vec3 starWays(vec3 way, vec2 slope, float d) {
  vec3 sum = vec3(0.0);
  // Far waves are too small to be told apart.
  float sharp = 1.0 / (0.00035 + 0.0000035 * d * d);
  for (int i = 0; i < 24; i++) {
    vec4 star = uChosen[i];
    if (star.w == 0.0) continue;
    vec3 h = star.xyz - way;
    vec2 need = -h.xz / h.y;
    vec2 off = need - 1.9 * slope;
    float lies = dot(need, need);
    float strength = abs(star.w);
    vec3 hue = star.w < 0.0 ? vec3(0.52, 0.67, 0.94) : uEmber * vec3(1.1, 0.95, 0.75);
    sum += hue * (strength * (4.4 * exp(-sharp * dot(off, off)) + 0.10 * exp(-900.0 * lies)));
  }
  return sum;
}

// Water parts before a stone, leans on it, and runs off in two arms with a slick between them.
vec2 wakeSlope(vec2 p, vec2 way, vec2 rough) {
  vec2 across = vec2(-way.y, way.x);
  vec2 sum = vec2(0.0);
  for (int i = 0; i < 12; i++) {
    vec4 stone = uStone[i];
    vec2 from = p - stone.xy;
    float r = stone.z;
    float l = dot(from, way) / r;
    float a = dot(from, across) / r;
    if (stone.w <= 0.0 || l < -2.5 || l > 14.0 || abs(a) > 6.0) continue;
    float behind = smoothstep(-0.6, 0.8, l);
    float fall = exp(-0.24 * max(l, 0.0)) * stone.w;
    // An arm is a crest with a trough inside it.
    float x = (abs(a) - 0.95 - 0.30 * max(l, 0.0)) / (0.22 + 0.06 * max(l, 0.0));
    sum += (across * sign(a) * 0.8 - way * 0.5) * (-x * exp(-x * x)) * 0.42 * behind * fall;
    float y = (length(vec2(a, l)) - 1.25) / 0.2;
    sum -= normalize(from + 1e-4) * exp(-y * y) * 0.13 * (1.0 - behind) * stone.w;
    sum -= rough * 0.7 * behind * fall * smoothstep(0.0, -1.5, x);
  }
  return sum;
}
#endif
in vec3 vPlace;
in vec2 vAlong;
in vec4 vFlow;
in vec4 vHaze;
in float vColour;
out vec4 finalColor;

void main() {
  vec2 p = vPlace.xz;
  vec3 way = vPlace - uEye;
  float d = length(way);
  way /= d;
  vec2 edge = shoreAt(p);
#ifdef STREAM
  vec2 slope = mix(lakeSlope(p), streamSlope(p, vAlong, normalize(vFlow.xy), vFlow.z), vFlow.w);
#else
  vec2 slope = lakeSlope(p);
#endif
#ifdef WAKES
  slope += vFlow.w * wakeSlope(p, normalize(vFlow.xy), slope);
#endif
  vec3 ring = ringSlope(p);
#ifndef STREAM
  // Water is drawn up about the stem, and what the stem stirs goes out from it.
  float stem = distance(p, uBloomAt.xz);
  float about = uBloomAt.w * exp(-2.2 * stem);
  float turn = 34.0 * stem - TAU * 9.0 * uLoop.x;
  if (about > 0.004) ring += vec3((p - uBloomAt.xz) / (stem + 0.02) * (0.04 * cos(turn) - 0.5 * exp(-30.0 * stem)), 0.5 * pow(0.5 + 0.5 * sin(turn), 5.0)) * about;
#endif
  slope += ring.xy;
  // At the very edge water is drawn up a little, and lies still.
  float off = min(edge.x, edge.y);
  slope *= smoothstep(0.25, -0.35, off) * 0.9 + 0.1;
  vec3 n = normalize(vec3(-slope.x, 1.0, -slope.y));
  float facing = clamp(-dot(way, n), 0.015, 1.0);
  float rest = 1.0 - facing;
  float mirror = mirrorOf(rest);

  // The picture under the surface lies as far behind it as things stand before it.
  vec3 back = reflect(way, n);
  back.y = abs(back.y);
  vec2 here = gl_FragCoord.xy / uPixels;
  float beyond = clamp(textureLod(uMirror, here, 0.0).a - d, 0.2, 900.0);
  vec4 clip = uViewProjection * vec4(vPlace + vec3(back.x, -back.y, back.z) * beyond, 1.0);
  vec2 there = clip.xy / max(clip.w, 1e-3) * 0.5 + 0.5;
  vec4 straight = textureLod(uMirror, there, 0.0);
  vec3 image = straight.rgb;
#ifndef LEAN
  // Ripples too small to be seen draw every light out towards the eye.
  // A foot stands in its image; the higher a thing, the farther waves scatter it (Cox and Munk, 1954: along the view most).
  float high = min(beyond / (beyond + d), 1.0);
  float blur = (0.004 + 0.014 * high) * (0.8 + 0.5 * uWind + 0.35 * uFestival) * min(1.0, d * 0.06) + 0.3 * length(slope) * min(1.0, d * 0.02);
  vec4 crests = texture(uRipples, p.yx / vec2(0.9, 1.3) + uLoop.y * vec2(5.0, -7.0));
  vec2 pull = (there - here) * 0.35 * vec2(1.0, 0.5) + blur * vec2(0.12 * crests.w, 1.0);
  there += pull * 0.22 * crests.z;
  image = vec3(0.0);
  float all = 0.0;
  for (float tap = -4.0; tap < 4.5; tap++) {
    float weight = exp(-0.13 * tap * tap);
    image += textureLod(uMirror, there + pull * (tap * 0.34), 0.0).rgb * weight;
    all += weight;
  }
  image /= all;
#endif

#ifdef STREAM
  float sheer = rest * rest;
  vec2 level1 = way.xz / length(way.xz);
#ifndef LEAN
  // Waves that lean away enough for where they lie send the last light here, from low over the hills: near the feet none do.
  float leans = (dot(slope, -level1) + 0.42 * way.y + 0.05) / (0.02 + 0.35 * length(slope));
  float open = smoothstep(300.0, 3000.0, straight.a);
  vec3 low = drained(skyBase(normalize(vec3(back.x, 0.055, back.z))) * (0.7 + 0.7 * sheer), uColour) * (0.5 + 0.5 * uColour);
  // Under the tree they carry its light: a broken column.
  vec2 treeward = normalize(uTreeFoot.xz - p);
  low += uEmber * (1.5 * uTreeGlow * pow(max(dot(treeward, level1), 0.0), 260.0));
  image = mix(image, low, vFlow.w * mix(0.8 * pow(sheer, 6.0), 0.8, (0.3 + 0.7 * open) * smoothstep(-0.7, 2.2, leans)));
  // And where one came down, waves break its light.
  image += (starWays(way, slope, d) * open + lampsAt(vPlace) * (0.7 * smoothstep(0.5, 2.6, leans + 14.0 * slope.x))) * vFlow.w;
  // Moss hangs over the edge in lobes of its own; under them the water holds their dark.
  float hang = edge.x + 0.12 + 0.10 * RIPPLE(p / 3.1).z + 0.05 * RIPPLE(p / 0.9).x;
  image *= 1.0 - vFlow.w * 0.75 * smoothstep(-0.55, 0.0, hang + 0.25 * slope.x);
#endif
#else
  // Where it shows what is within, little of the sky is left in it but what lies low.
  image *= 0.88 - 0.62 * uInward * (1.0 - smoothstep(0.55, 0.95, rest));
#endif

  // Banks hang over its edge, and beyond that it is but wet ground between cushions.
  image *= 1.0 - 0.9 * smoothstep(-0.12, 0.06, off);
  // What lies under it: stones in the shallows, then the deep.
  float lakeDeep = edge.y < 0.0 ? 3.2 * (1.0 - exp(edge.y * 0.2)) : 0.0;
  float streamDeep = edge.x < 0.0 ? 0.5 * (1.0 - exp(edge.x * 1.43)) : 0.0;
  float deep = max(lakeDeep, streamDeep) + 0.02;
  vec3 down = vec3(way.x / 1.33, -sqrt(1.0 - (1.0 - way.y * way.y) / 1.77), way.z / 1.33);
  float run = deep / max(-down.y, 0.3);
  vec2 bed = p + down.xz * run + slope * deep * 0.9;
  vec4 pebble = texture(uCushions, bed / 1.9);
  vec3 floor1 = mix(vec3(0.006, 0.008, 0.008), vec3(0.075, 0.066, 0.054), smoothstep(0.003, 0.03, pebble.x) * pebble.w);
  vec3 dome = uZenith * 0.9 + uViolet * 0.8 + vec3(0.30, 0.25, 0.24) * uDawn;
  // Light on the bed, gathered in lines by the waves above it.
  float gather = 1.0 + 2.2 * max(dot(slope, vec2(0.7, 0.7)), 0.0) * 6.0;
  vec3 lamps = lampsAt(vPlace);
  vec3 sunk = floor1 * (dome * 7.0 * gather + lamps * 1.1) * exp(-run * vec3(2.1, 1.05, 0.95));
  vec3 deepColour = vec3(0.0016, 0.0046, 0.0070) * (0.4 + dome * 14.0) * (1.0 - 0.8 * uInward) + lamps * vec3(0.010, 0.017, 0.018);
  vec3 body = sunk + deepColour * (1.0 - exp(-run * 0.9));
  if (uBloomAt.w > 0.0) {
    // The blossom lights the water about it from within.
    float far = distance(vPlace, uBloomAt.xyz);
    body += mix(uBlossom, uEmber, 0.75) * uBloomAt.w * (0.09 / (0.5 + far * far) + 0.020 * exp(-far * 0.42)) * uGlow;
  }
  vec3 light = drained(body * vHaze.a + vHaze.rgb, vColour) * (1.0 - mirror) + image * mirror;
  // A crest catches the last light of the sky, and what warmth is near.
  float lit = ring.z * (0.35 + 0.65 * clamp(dot(normalize(slope + 1e-5), -uAfterglow) * 0.5 + 0.5, 0.0, 1.0));
#ifndef STREAM
  // On a mirror a ring is an event: its crests take the low light.
  lit *= 6.0;
#endif
  light += drained(uRose * 0.30 + uViolet * 0.9 + lamps * 0.12, vColour) * lit * vHaze.a;
#ifdef WAKES
  // There it is wet, and a line of light lies along it here and there.
  vec4 tuft = texture(uRipples, p / 0.31);
  float lobe = vFlow.w * smoothstep(-0.03, 0.06, hang + 0.02 * tuft.z);
  float line = (hang + 0.04) / max(0.02, 1.2 * d / uPixelScale);
  light = mix(light, drained(uMoss * (dome * max(0.5 + 0.4 * tuft.x, 0.1)) * vHaze.a + vHaze.rgb, vColour), lobe);
  light += low * (vFlow.w * vHaze.a * 0.08 * rest * rest * exp(-line * line) * clamp(RIPPLE(p / 1.7).y - 0.3, 0.0, 1.5));
#endif
  finalColor = vec4(light * uFade, d);
}
