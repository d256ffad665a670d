#ifdef MOVED
#include <water>
in vec2 vOn;
#else
uniform sampler2D uRipples;
uniform sampler2D uShore;
#endif
uniform sampler2D uMirror;
in vec3 vWay;
in vec3 vClip;
in vec2 vShore;
in vec4 vRipple;
in vec3 vDome;
in vec3 vDeep;
in vec3 vHaze;
in vec3 vCrest;
flat in vec4 vPull;
flat in vec3 vWaves;
#ifdef STREAM
uniform sampler2D uNoise;
in vec2 vAt;
in vec4 vFlow;
in vec4 vRun;
in vec3 vLow;
#else
in vec3 vBloom;
flat in float vInward;
#endif
flat in vec3 vBlossom;
out vec4 finalColor;

void main() {
  float square = dot(vWay, vWay);
  float near = inversesqrt(square);
  vec3 way = vWay * near;
  vec2 edge = textureLod(uShore, vShore, 0.0).xy;
  vec4 broad = textureLod(uRipples, vRipple.xy, 0.0);
  vec4 fine = textureLod(uRipples, vRipple.zw, 0.0);
  float patches = clamp(0.45 + 0.3 * broad.y, 0.1, 1.0);
  vec2 slope = broad.zw * (vWaves.x * (0.4 + patches)) + fine.xy * (vWaves.y * patches);
#ifdef STREAM
  vec2 across = vec2(-vFlow.y, vFlow.x);
  vec4 slow = textureLod(uRipples, vRun.xy, 0.0);
  vec4 fast = textureLod(uRipples, vRun.zw, 0.0);
  vec2 local = slow.zw + slow.xy * 0.35 + fast.yx * 0.42;
  vec2 run1 = (vFlow.xy * local.x + across * local.y) * (0.006 + 0.07 * vFlow.z * vFlow.z) + fine.zw * (0.0025 + 0.03 * vFlow.z);
  slope = mix(slope, run1, vFlow.w);
#endif
#ifdef MOVED
  vec3 ring = ringSlope(vOn);
  float paw = pawAt(vOn);
  slope += ring.xy + (fine.xy * 0.050 + fine.wz * 0.03 + broad.xy * 0.016) * paw;
#endif
  float off = min(edge.x, edge.y);
  slope *= smoothstep(0.25, -0.35, off) * 0.9 + 0.1;
  vec3 n = vec3(-slope.x, 1.0, -slope.y);
  n *= inversesqrt(dot(n, n));
  float facing = clamp(-dot(way, n), 0.015, 1.0);
  float rest = 1.0 - facing;
  // `mirrorOf` without its power.
#ifdef STREAM
  float mirror = mix(0.04 + 0.96 * rest * rest * rest, 0.07 + 0.93 * rest * rest * (0.55 + 0.45 * rest), vFlow.w);
#else
  float mirror = 0.04 + 0.96 * rest * rest * rest;
#endif
  vec2 here = vClip.xy / vClip.z;
  // A slope turns the mirrored ray by twice itself.
  vec2 there = here + vec2(way.y * dot(slope, vPull.xy), -dot(slope, vPull.zw));
  vec3 image = textureLod(uMirror, there, 0.0).rgb;

  float deep = 0.02 + max(edge.y < 0.0 ? 3.2 * (1.0 - exp(edge.y * 0.2)) : 0.0, edge.x < 0.0 ? 0.5 * (1.0 - exp(edge.x * 1.43)) : 0.0);
  float down = sqrt(1.0 - (1.0 - way.y * way.y) / 1.77);
  float run = deep / max(down, 0.3);
  vec3 left = exp(-run * vec3(2.1, 1.05, 0.95));
#ifdef STREAM
  vec2 bed = vAt + way.xz * (run / 1.33) + slope * deep * 0.9;
  vec4 pebble = textureLod(uNoise, bed * 0.9, 0.0);
  vec3 ground = mix(vec3(0.006, 0.008, 0.008), vec3(0.070, 0.062, 0.052), smoothstep(0.4, 0.75, pebble.r));
  // Far off, and where waves lean away, it shows the last light.
  rest *= rest;
  float far = rest * rest;
  image = mix(mix(0.88 * image, (0.6 + far) * min(image, 0.08 + rest), vFlow.w), vLow, vFlow.w * min(far * far * far + clamp(2.0 * rest - 0.6, 0.0, 1.0) * clamp(dot(slope, way.xz) * -9.0 - 0.1, 0.0, 0.6), 1.0)) * vWaves.z;
#else
  vec3 ground = vec3(0.024, 0.025, 0.023);
  image *= (0.88 - vInward * clamp(2.4 - 2.5 * rest, 0.0, 1.0)) * vWaves.z;
#endif
  vec3 body = ground * vDome * left * (1.0 + 13.2 * max(dot(slope, vec2(0.7, 0.7)), 0.0)) + vDeep * (1.0 - exp(-run * 0.9)) + vHaze;
#ifndef STREAM
  // The blossom lights the water about it from within.
  float far = dot(vBloom, vBloom);
  body += vBlossom * (0.11 / (0.5 + far));
#endif
  vec3 light = mix(body, image, mirror);
#ifdef MOVED
  light += vCrest * (ring.z * (0.65 + 0.35 * clamp(-slope.x * 4.0, -1.0, 1.0)));
#endif
  finalColor = vec4(light, square * near);
}
