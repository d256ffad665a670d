#include <air>
#include <lamps>
#include <water>
uniform sampler2D uMirror;
uniform sampler2D uCushions;
// Tonight's blossom: its place, and how much light it gives.
uniform vec4 uBloomAt;
uniform float uInward;
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
  vec3 ring = ringSlope(p);
  slope += ring.xy;
  // At the very edge water is drawn up a little, and lies still.
  float off = min(edge.x, edge.y);
  slope *= smoothstep(0.25, -0.35, off) * 0.9 + 0.1;
  vec3 n = normalize(vec3(-slope.x, 1.0, -slope.y));
  float facing = clamp(-dot(way, n), 0.015, 1.0);
  float rest = 1.0 - facing;
#ifdef STREAM
  float mirror = mirrorOf(rest, vFlow.w);
#else
  float mirror = mirrorOf(rest, 0.0);
#endif

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

  // Between dark banks the eye takes a mirror for brighter than the sky in it.
#ifdef STREAM
  // It is the sky that is brighter there, not the banks; stars are the glints' own, as parts of the picture they would be
  // scratches.
  float sheer = rest * rest;
  float open = smoothstep(300.0, 3000.0, straight.a);
  image = mix(0.88 * image, mix((1.0 + min(2.0 * image.r, 2.0)) * image, (0.8 + 1.0 * sheer * sheer) * min(image, 0.08 + sheer), open), vFlow.w);
#ifndef LEAN
  // Waves that lean away send the last light here, from low over the hills.
  float leans = -dot(slope, way.xz) / (0.008 + 0.05 * vFlow.z * vFlow.z);
  vec3 low = drained(skyBase(normalize(vec3(back.x, 0.055, back.z))) * (2.1 + 0.9 * sheer), uColour) * (0.5 + 0.5 * uColour);
  // Under the tree they carry its light: a broken column.
  vec2 treeward = normalize(uTreeFoot.xz - p);
  low += uEmber * (1.5 * uTreeGlow * pow(max(dot(treeward, way.xz) / length(way.xz), 0.0), 260.0));
  // Far off all of it; nearer bars of it on the crests, and before the feet the dark of the height.
  image = mix(image, low, vFlow.w * mix(0.85 * pow(sheer, 7.0), 1.0, (0.35 + 0.6 * open) * smoothstep(0.25, 0.8, sheer) * smoothstep(0.4, 2.0, leans)));
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
    body += uBlossom * uBloomAt.w * (0.09 / (0.5 + far * far) + 0.020 * exp(-far * 0.42)) * uGlow;
  }
  vec3 light = drained(body * vHaze.a + vHaze.rgb, vColour) * (1.0 - mirror) + image * mirror;
  // A crest catches the last light of the sky, and what warmth is near.
  float lit = ring.z * (0.35 + 0.65 * clamp(dot(normalize(slope + 1e-5), -uAfterglow) * 0.5 + 0.5, 0.0, 1.0));
  light += drained(uRose * 0.30 + uViolet * 0.9 + lamps * 0.12, vColour) * lit * vHaze.a;
  finalColor = vec4(light * uFade, d);
}
