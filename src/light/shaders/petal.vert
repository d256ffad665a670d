#include <hash>
#include <air>
// Place over the water or the shore, order of appearing.
in vec4 aPlace;
// 0 a petal that rises, 1 a star that comes down; corner.
in vec4 aKind;
uniform float uRise;
uniform float uFall;
// On quiet nights they are across the water.
uniform vec3 uSeat;
out vec2 vCorner;
out vec4 vLight;

void main() {
  int number = gl_VertexID / 3;
  int corner = int(aKind.y);
  vec3 h = hash3(ivec3(number, 3, 51));
  vec3 g = hash3(ivec3(number, 4, 51));
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vLight = vec4(0.0);
  bool star = aKind.x > 0.5;
  float shown = smoothstep(aPlace.w * 0.9, aPlace.w * 0.9 + 0.1, star ? uFall : uRise);
  if (shown <= 0.0 || distance(aPlace.xz, uSeat.xy) < uSeat.z) return;
  float turn = TAU * uLoop.w;
  vec3 p = aPlace.xyz;
  if (star) {
    // Each of them comes down once in a while, slowest at the end, and goes out over the water.
    float life = fract(uLoop.w * floor(34.0 + 30.0 * h.x) + h.y);
    float left = (1.0 - life) * (1.0 - life);
    p.y += 0.6 + 34.0 * left;
    p.xz += vec2(h.z - 0.5, g.x - 0.5) * 26.0 * left;
    float d = dot(p - uEye, uForward);
    if (d < 0.3) return;
    float bright = shown * smoothstep(0.0, 0.12, life) * (1.0 - smoothstep(0.9, 1.0, life));
    float size = 0.05;
    float radius = max(size, 1.1 * d / uPixelScale);
    float share = min(pow(size / radius, 1.2), 1.0);
    vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
    vec4 clip = uViewProjection * vec4(p, 1.0);
    clip.xy += offset * 2.0 * (radius / d) * uPixelScale / uPixels * clip.w;
    vCorner = offset;
    vLight = seenAdded(mix(vec3(0.86, 0.92, 1.0), uEmber, 0.25 + 0.5 * life) * bright * share * 2.6 * uGlow, p);
    gl_Position = clip;
    return;
  }
  float life = fract(uLoop.w * floor(24.0 + 22.0 * h.x) + h.y);
  float up = life * (0.5 + 0.5 * life);
  p.y += 0.05 + up * (7.0 + 9.0 * g.x);
  float spiral = TAU * (h.z + life * (0.6 + g.y));
  p.xz += vec2(cos(spiral), sin(spiral)) * (0.4 + 1.6 * up);
  if (uMirrored > 0.5 && p.y < 0.0) return;
  float tumble = TAU * (g.z + life * floor(2.0 + 4.0 * h.z));
  vec3 a = normalize(vec3(cos(tumble), sin(tumble * 0.7 + h.x * 6.0), sin(tumble)));
  vec3 b = normalize(cross(a, vec3(0.3, 0.8, 0.2) + 0.4 * g));
  vec3 n = cross(a, b);
  float d = max(distance(p, uEye), 0.1);
  float size = 0.055 * (0.7 + 0.6 * g.y) * smoothstep(0.0, 0.08, life);
  float least = 0.9 * d / uPixelScale;
  float share = min(size * size / (least * least), 1.0);
  size = max(size, least);
  vec2 at = corner == 0 ? vec2(-0.9, -0.8) : corner == 1 ? vec2(0.9, -0.8) : vec2(0.0, 1.6);
  vec3 spot = p + (a * at.y + b * at.x) * size;
  float facing = abs(dot(n, normalize(uEye - p)));
  float bright = shown * (1.0 - smoothstep(0.75, 1.0, life)) * smoothstep(0.0, 0.06, life);
  vec3 hue = mix(uBlossom, vec3(1.0, 0.86, 0.78), 0.35 * g.x);
  vCorner = at * vec2(0.75, 0.6);
  vLight = seenAdded(hue * bright * share * (0.25 + 0.75 * facing) * 0.75 * uGlow, p);
  gl_Position = uViewProjection * vec4(spot, 1.0);
}
