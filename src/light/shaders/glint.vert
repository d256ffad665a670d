#include <hash>
#include <tree>
// xyz of the leaf, metres along the wood from the foot.
in vec4 aLeaf;
// 0 an event's slot, 1 one of the swarm, 2 last night's blossom; its number; corner.
in vec3 aOwn;
const int GLINTS = 48;
// xyz and brightness.
uniform vec4 uGlint[GLINTS];
uniform vec4 uGlintWarmth[GLINTS];
uniform int uGlints;
uniform float uWhispers;
uniform float uVoiced;
uniform float uShare;
out vec2 vCorner;
flat out uint vKind;
out vec3 vLight;

void main() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec2(0.0);
  vKind = uint(aOwn.y) * 4u + uint(aOwn.x);
  vLight = vec3(0.0);
  int kind = int(aOwn.x);
  int index = int(aOwn.y);
  int corner = int(aOwn.z);
  vec3 place = aLeaf.xyz;
  float light = 0.0;
  float size = 0.0;
  vec3 cool = vec3(0.34, 0.72, 0.60);
  vec3 gold = mix(uEmber, vec3(1.0, 0.70, 0.24), 0.6);
  vec3 hue = cool;
  if (kind == 0) {
    if (index >= uGlints) return;
    place = uGlint[index].xyz;
    light = 2.7 * uGlint[index].w;
    hue = mix(cool, gold, uGlintWarmth[index].x);
    size = 0.54;
  } else if (kind == 1) {
    vec3 h = hash3(ivec3(index, 61, 8));
    float own = fract(uLoop.z * floor(14.0 + 30.0 * h.x) + h.y);
    // Breath goes through the crown in waves; see leaf.vert.
    vec3 way = place - uCrown.xyz;
    float gust = sin(TAU * 7.0 * uLoop.y + way.x * 0.19 + way.y * 0.27 - way.z * 0.16) + sin(TAU * 4.0 * uLoop.y - way.z * 0.23 + way.y * 0.12);
    float speak = smoothstep(0.0, 0.02, own) * exp(-own * 10.0) * step(h.z, uWhispers * 0.95) * (0.25 + 1.3 * smoothstep(0.0, 1.6, gust));
    light = speak * 2.2 + 0.5 * min(surgeAt(place, aLeaf.w), 1.2) * step(h.z, 0.45);
    hue = mix(cool, gold, mix(0.25 + 0.4 * h.z, 0.85, uVoiced));
    size = 0.4;
  } else {
    light = 0.5 + 0.14 * sin(TAU * 6.0 * uLoop.y);
    hue = uLastBlossom;
    size = 0.13;
  }
  if (light < 0.01) return;
  place += swayAt(place, 1.0);
  if (uMirrored > 0.5 && place.y < 0.0) return;
  float d = distance(place, uEye);
  vec4 clip = uViewProjection * vec4(place, 1.0);
  if (clip.w < 0.1) return;
  // Lit leaves in a little halo; never smaller than a pixel, what is smaller becomes fainter.
  // Near at hand a leaf has a leaf's size.
  size *= mix(0.4, 1.0, smoothstep(5.0, 26.0, d));
  float least = 1.6 * d / uPixelScale;
  float radius = max(size, least);
  light *= size * size / (radius * radius);
  if (kind == 1) light *= uShare;
  // In front of its own spray of leaves; what is heard is seen through whatever foliage hangs before it.
  float before = kind == 0 ? min(0.6, 2.0 * uCrown.w / d) : min(0.3, 1.3 / d);
  vec4 nearer = uViewProjection * vec4(place + (uEye - place) * before, 1.0);
  clip.z = nearer.z / nearer.w * clip.w;
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  clip.xy += offset * 2.0 * radius / d * uPixelScale / uPixels * clip.w;
  vCorner = offset;
  float colour = colourAt(place);
  vLight = kept(hue * light * uGlow, kind == 2 ? 1.0 : colour) * (1.0 - hazeTo(place, d)) * uFade;
  gl_Position = clip;
}
