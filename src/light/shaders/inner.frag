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
  // It gives way where the eye leaves.
  float WALL = 6.4 + 1.3 * max(length(from.xz) - 3.4, 0.0);
  float a = max(dot(ray.xz, ray.xz), 1e-4);
  float b = dot(from.xz, ray.xz);
  float c = min(dot(from.xz, from.xz) - WALL * WALL, -0.5);
  float far = min((-b + sqrt(b * b - a * c)) / a, 30.0);
  vec3 wall = from + ray * far;
  float angle = atan(wall.z, wall.x) / TAU;
  float high = wall.y / 9.0;
  // Clouds of wine and indigo; the noise tiles, so whole numbers of tiles go round.
  vec2 clouds = texture(uNoise, vec2(angle * 3.0 + uLoop.w, high * 0.4)).rg;
  float cloud = clouds.x;
  float cloud2 = clouds.y;
  vec3 indigo = vec3(0.0042, 0.0050, 0.0160);
  vec3 wine = vec3(0.0165, 0.0042, 0.0118);
  float away = length(from + ray * max(dot(-from, ray), 0.0));
  vec3 light = mix(indigo, wine, smoothstep(0.35, 0.7, cloud + 0.25 * (0.5 - abs(high)))) * (0.4 + 0.7 * cloud2);
  light += mix(wine, uRose * 0.05, 0.5) * exp(-away * away * 0.5) * uOrbLight * 0.9;
  // The grain that was the bark's: fissures that stand upright, part and join; light climbs in them.
  float bend = texture(uNoise, vec2(angle * 4.0, high * 0.5 + 0.13)).g - 0.5;
  float grain = texture(uNoise, vec2(angle * 16.0 + bend * 0.35, high * 0.42 + 0.21)).b;
  float climb = texture(uNoise, vec2(angle * 8.0 + 0.4, high * 0.8 - 4.0 * uLoop.z)).r;
  float soft = smoothstep(0.72, 0.97, grain);
  float vein = soft * smoothstep(0.38, 0.75, climb) * (0.004 + 0.1 * uVeins);
  float first = max(uVeins - 0.45, 0.0);
  if (first > 0.0) {
    // Nearer ones cross them, as crisp as on the bark, and thin out as the tendrils take over.
    float net = texture(uNoise, vec2(angle * 21.0 - bend * 0.6, high * 0.5 + 0.57)).b;
    float crisp = smoothstep(0.88, 1.0, grain) + 0.75 * smoothstep(0.86, 0.99, net) * smoothstep(0.15, 0.6, grain);
    vein += crisp * smoothstep(0.2, 0.65, climb + 0.25 * first) * first * 0.7 * (0.12 + 0.88 * smoothstep(0.36, 0.62, cloud2));
  }
  float fade = exp(-high * high * 2.2);
  vec3 hue = mix(uEmber * vec3(0.9, 0.6, 0.62), uAmber, clamp(climb + 0.5 * first, 0.0, 1.0));
  light += hue * vein * fade * (0.85 + 0.3 * uBreath);
  light += wine * smoothstep(0.5, 0.9, grain) * (0.15 + 0.6 * uVeins);
  // One metre in alpha, which everything here keeps; innerEnd makes it the sharp distance.
  finalColor = vec4(light * uRest * uFade, uFade);
}
