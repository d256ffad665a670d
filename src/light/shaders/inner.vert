#include <heart>
// Hottest part of the noise that needs no more than the grid's fineness is read here, once a corner.
uniform sampler2D uNoise;
uniform float uVeins;
in vec2 aCorner;
out vec4 vWall;
out vec3 vDeep;
// How much of the heart's light comes to the wall here.
out float vNear;

// The wall of a wide hollow about the heart: a standing cylinder from within.
void main() {
  vec2 at = (uCrop.xy + (aCorner * 0.5 + 0.5) * uCrop.zw) * 2.0 - 1.0;
  vec3 ray = normalize(uForward + uRight * at.x * uTan.x + uUp * at.y * uTan.y);
  vec3 from = uEye - uHeart;
  // It gives way where the eye leaves.
  float far = 6.4 + 1.3 * max(length(from.xz) - 3.4, 0.0);
  float a = max(dot(ray.xz, ray.xz), 1e-4);
  float b = dot(from.xz, ray.xz);
  float c = min(dot(from.xz, from.xz) - far * far, -0.5);
  float hit = min((-b + sqrt(b * b - a * c)) / a, 30.0);
  vec3 wall = from + ray * hit;
  // Counted from the way one looks, so that no seam is in sight; the noise tiles, so whole numbers of tiles go round.
  float ahead = atan(uForward.z, uForward.x);
  vec2 on = mat2(uForward.x, -uForward.z, uForward.z, uForward.x) * wall.xz;
  float angle = (ahead + atan(on.y, on.x)) / TAU;
  float high = wall.y / 9.0;
  vec2 clouds = textureLod(uNoise, vec2(angle * 3.0 + uLoop.w, high * 0.4), 0.0).rg;
  float bend = textureLod(uNoise, vec2(angle * 4.0, high * 0.5 + 0.13), 0.0).g - 0.5;
  float away = length(from + ray * max(dot(-from, ray), 0.0));
  vWall = vec4(angle, high, bend, clouds.y);
  // Clouds of indigo and wine far behind; the heart's own air, warm, breathing with it.
  vec3 indigo = vec3(0.0016, 0.0030, 0.0105);
  vec3 wine = vec3(0.0052, 0.0018, 0.0072);
  vec3 light = mix(indigo, wine, smoothstep(0.42, 0.75, clouds.x + 0.3 * (0.4 - abs(high)))) * (0.25 + 0.95 * clouds.y);
  float breath = 0.86 + 0.28 * uBreath;
  light += vec3(0.022, 0.0058, 0.0075) * exp(-away * away * 0.6) * (0.2 + uOrbLight) * breath * (0.4 + 1.1 * clouds.x);
  light += mix(uRose, uEmber, 0.7) * 0.05 * exp(-away * away * 3.4) * uOrbLight * breath;
  vDeep = light;
  vNear = exp(-away * away * 0.42);
  gl_Position = vec4(aCorner, 0.0, 1.0);
}
