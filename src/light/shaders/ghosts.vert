#include <hash>
#include <air>
#include <image>
// Where it would stand, over the water; which of the eight.
in vec4 aPlace;
// What is shown that is not in the sky, and the eighth's presence.
uniform float uOther;
uniform float uEighth;
uniform float uShare;
out vec2 vCorner;
out vec3 vLight;

void main() {
  int mote = gl_VertexID / 3;
  int corner = gl_VertexID - mote * 3;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vec3 h = hash3(ivec3(mote, 23, 4));
  int who = int(aPlace.w + 0.5);
  bool eighth = who == 7;
  // One after the other, each so slowly that it was always there.
  float here = eighth ? uEighth : smoothstep(0.12 + 0.09 * float(who), 0.45 + 0.09 * float(who), uOther);
  if (here <= 0.0) return;
  float loose = 1.0 - here;
  float turn = TAU * uLoop.y;
  vec3 drift = vec3(sin(turn * floor(5.0 + 6.0 * h.x) + TAU * h.y), sin(turn * floor(4.0 + 6.0 * h.y) + TAU * h.z), sin(turn * floor(5.0 + 5.0 * h.z) + TAU * h.x));
  vec3 place = aPlace.xyz + drift * (0.010 + 0.25 * loose * loose * h.x);
  Image image = imageOf(vec3(place.x, -max(place.y, 0.01), place.z), 1.0);
  if (image.share <= 0.0 || image.clip.w <= 0.0) return;
  vec3 hue = eighth ? uBlossom * 0.2 + uEmber * 0.8 : mix(mix(uEmber, uRose, 0.5) * vec3(0.8, 0.75, 0.9), uBlossom, 0.2 + 0.4 * h.z);
  float beat = 0.7 + 0.3 * sin(turn * floor(9.0 + 14.0 * h.z) + TAU * h.x);
  float size = (eighth ? 0.0062 : 0.010) * (0.6 + 0.8 * h.y) * uShare;
  float radius = max(size, 0.75 * image.far / uPixelScale);
  float light = here * here * beat * (eighth ? 0.62 : 0.34) * size * size / (radius * radius) * (0.4 + 0.9 * sqrt(image.share));
  vec2 perPixel = 2.0 * radius / image.far * uPixelScale / uPixels;
  vec2 offset = aroundDisc(corner);
  image.clip.xy += offset * vec2(1.0, 1.35) * perPixel * image.clip.w;
  vCorner = offset;
  vLight = drained(hue * light, colourAt(image.at)) * uGlow * uFade;
  gl_Position = image.clip;
}
