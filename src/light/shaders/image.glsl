// What is seen in the water and not over it. For vertex shaders.
#define RIPPLE(uv) textureLod(uRipples, uv, 1.0)
#include <water>
uniform sampler2D uMirror;

struct Image {
  vec4 clip;
  // Where on the surface it is seen.
  vec3 at;
  // How far it lies from the eye, by way of the surface.
  float far;
  // How much of it the surface gives back; 0 where there is no water.
  float share;
};

// The image of what lies `below` the surface, y < 0: mirrored or sunk. `bend` 1 for a mirrored thing, less for a sunk one.
Image imageOf(vec3 below, float bend) {
  vec3 ray = below - uEye;
  float part = uEye.y / max(uEye.y - below.y, 1e-3);
  vec3 at = uEye + ray * part;
  vec2 edge = shoreAt(at.xz);
  float flow = smoothstep(0.0, -0.4, edge.x) * step(0.0, edge.y + 2.0);
  vec2 slope = lakeSlope(at.xz);
  if (flow > 0.0) slope += RIPPLE(at.xz / 1.13 + uLoop.x * vec2(4.0, -3.0)).xy * 0.012 * flow;
  slope += ringSlope(at.xz).xy;
  float far = length(ray);
  vec3 way = ray / far;
  vec3 n = normalize(vec3(-slope.x, 1.0, -slope.y));
  vec3 bent = reflect(way, n);
  vec3 straight = vec3(way.x, -way.y, way.z);
  vec3 off = (bent - straight) * vec3(1.0, -1.0, 1.0) * far * (1.0 - part) * bend;
  vec4 clip = uViewProjection * vec4(below - off, 1.0);
  // Where on the surface the bent image lies: a ring may throw it on to the bank, where it is not seen.
  vec3 turned = below - off - uEye;
  turned *= uEye.y / max(-turned.y, 1e-3);
  vec4 surface = uViewProjection * vec4(uEye + turned * 0.992, 1.0);
  // As deep as the surface itself, so that what stands before the water stands before it.
  clip.z = surface.z / surface.w * clip.w;
  float rest = 1.0 - clamp(-way.y, 0.0, 1.0);
  float share = mirrorOf(rest);
  vec2 landed = shoreAt(uEye.xz + turned.xz);
  share *= step(max(min(edge.x, edge.y), min(landed.x, landed.y)), -0.05) * step(0.001, -way.y) * step(0.0, surface.w);
  return Image(clip, at, far, share);
}

// Corner 0..2 of a triangle around a disc of one.
vec2 aroundDisc(int corner) {
  return corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
}
