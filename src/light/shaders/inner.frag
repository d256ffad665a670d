#include <heart>
uniform sampler2D uNoise;
uniform float uVeins;
uniform float uRest;
in vec2 vAt;
out vec4 finalColor;

void main() {
  vec2 at = (uCrop.xy + vAt * uCrop.zw) * 2.0 - 1.0;
  vec3 ray = normalize(uForward + uRight * at.x * uTan.x + uUp * at.y * uTan.y);
  // The wall of a wide hollow about the heart: a standing cylinder from within.
  vec3 from = uEye - uHeart;
  const float WALL = 6.4;
  float a = max(dot(ray.xz, ray.xz), 1e-4);
  float b = dot(from.xz, ray.xz);
  float c = min(dot(from.xz, from.xz) - WALL * WALL, -0.5);
  float far = min((-b + sqrt(b * b - a * c)) / a, 30.0);
  vec3 wall = from + ray * far;
  float angle = atan(wall.z, wall.x) / TAU;
  float high = wall.y / 9.0;
  // Clouds of wine and indigo; the noise tiles, so whole numbers of tiles go round.
  float cloud = texture(uNoise, vec2(angle * 3.0 + uLoop.w * 1.0, high * 0.35)).r;
  float cloud2 = texture(uNoise, vec2(angle * 5.0 - uLoop.w * 1.0, high * 0.7 + 0.4)).g;
  vec3 indigo = vec3(0.0042, 0.0050, 0.0160);
  vec3 wine = vec3(0.0165, 0.0042, 0.0118);
  float away = distance(from + ray * dot(-from, ray), vec3(0.0));
  vec3 light = mix(indigo, wine, smoothstep(0.35, 0.7, cloud + 0.25 * (0.5 - abs(high)))) * (0.4 + 0.7 * cloud2);
  light += mix(wine, uRose * 0.05, 0.5) * exp(-away * away * 0.5) * uOrbLight * 0.9;
  // The grain that was the bark's: it stands upright, wanders, and light climbs in it.
  float bend = texture(uNoise, vec2(angle * 4.0, high * 0.5 + 0.13)).g - 0.5;
  float grain = texture(uNoise, vec2(angle * 16.0 + bend * 0.35, high * 0.42 + 0.21)).b;
  float climb = texture(uNoise, vec2(angle * 8.0 + 0.4, high * 0.8 - 4.0 * uLoop.z)).r;
  float vein = smoothstep(0.72, 0.97, grain) * smoothstep(0.38, 0.75, climb);
  float fade = exp(-high * high * 2.2);
  vec3 hue = mix(uEmber * vec3(0.9, 0.6, 0.62), uAmber, climb);
  light += hue * vein * (0.004 + 0.115 * uVeins) * fade * (0.85 + 0.3 * uBreath);
  light += wine * smoothstep(0.5, 0.9, grain) * (0.15 + 0.6 * uVeins);
  // One metre in alpha, which everything here keeps; innerEnd makes it the sharp distance.
  finalColor = vec4(light * uRest * uFade, uFade);
}
