#include <hash>
#include <air>
// Which mote (-1 the glow around it, -2 the light in its middle), and its corner.
in vec2 aMote;
uniform vec3 uHead;
// How much light there is; how much of an opening's; how much it is blown about.
uniform float uInner;
uniform float uFlare;
uniform float uBlown;
uniform vec2 uBowWay;
uniform float uShare;
out vec2 vCorner;
out vec3 vLight;
out float vSoft;

void main() {
  int mote = int(aMote.x);
  int corner = int(aMote.y);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vec3 place = uHead + vec3(0.0, 0.05, 0.0);
  float radius = 2.3;
  vec3 light = (uBlossom * 0.6 + uEmber * 0.22) * (0.085 * uInner + 0.05 * uFlare);
  float soft = 1.0;
  if (mote == -2) {
    radius = 0.42;
    light = (uBlossom * 0.1 + uEmber * 0.9) * (0.24 * uInner * uInner + 0.13 * uFlare);
    soft = 0.6;
  }
  if (mote >= 0) {
    vec3 h = hash3(ivec3(mote, 61, 8));
    vec3 g = hash3(ivec3(mote, 67, 3));
    // Each rises, and is gone before it begins again.
    float turns = floor(4.0 + 5.0 * g.x);
    float life = fract(uLoop.y * turns + h.x);
    float age = life * 64.0 / turns;
    vec2 way = vec2(cos(TAU * h.y), sin(TAU * h.y));
    float wide = 0.06 + 0.30 * sqrt(h.z) + 0.035 * age;
    place = uHead + vec3(way.x, 0.0, way.y) * wide + vec3(0.0, 0.05 + 0.085 * age * (0.5 + g.z), 0.0);
    place.xz += vec2(sin(age * 0.7 + TAU * g.y), cos(age * 0.6 + TAU * h.x)) * 0.05 * age * 0.4 + uBowWay * uBlown * age * 0.5;
    float shown = smoothstep(0.0, 0.12, life) * (1.0 - smoothstep(0.45, 1.0, life));
    float size = 0.0085 * (0.5 + g.y) * uShare;
    float d = distance(place, uEye);
    radius = max(size, 0.8 * d / uPixelScale);
    light = mix(uBlossom, uEmber, 0.35 + 0.4 * h.z) * shown * (0.55 * uInner + 1.3 * uFlare) * size * size / (radius * radius);
    soft = 0.0;
  }
  if (uMirrored > 0.5 && place.y < 0.0) return;
  vec4 clip = uViewProjection * vec4(place, 1.0);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  clip.xy += offset * 2.0 * radius / distance(place, uEye) * uPixelScale / uPixels * clip.w;
  // The glow stands around the blossom, not behind half of it.
  if (mote < 0) clip.z -= 0.04 / max(clip.w, 0.5);
  vCorner = offset;
  vLight = seenAdded(light, place).rgb * uGlow;
  vSoft = soft;
  gl_Position = clip;
}
