#include <hash>
#include <air>
#include <image>
// Where it would stand over the water, or lies in it; what it is, see layers/lakeSown.ts, for a root with metres along.
in vec4 aPlace;
// Mote, corner, size and light, by kind; of a root its direction and half its width, the side by its sign.
in vec4 aWay;
// What is shown that is not in the sky.
uniform float uOther;
uniform float uLongest;
uniform vec2 uFewer;
// The plant's foot, its blossom; how much light that has, how much of an opening's; how it is blown about.
uniform vec3 uFoot;
uniform vec3 uHead;
uniform float uInner;
uniform float uFlare;
uniform float uBlown;
uniform vec2 uBowWay;
out vec3 vCorner;
out vec3 vLight;

// Metres along a root up to which it has grown; slowly at first: it must have begun before anyone sees it.
float grown() {
  return pow(uOther, 1.7) * uLongest * 1.1;
}

// What is in the water: a disc at `image`, `size` metres wide, `stretch` times as wide and as high.
void sunk(Image image, float size, vec2 stretch, vec3 light, float soft) {
  if (image.share <= 0.0 || image.clip.w <= 0.0) return;
  float radius = max(size, 0.75 * image.far / uPixelScale);
  light *= size * size / (radius * radius);
  vec2 offset = aroundDisc(int(aWay.y));
  image.clip.xy += offset * stretch * 2.0 * radius / image.far * uPixelScale / uPixels * image.clip.w;
  vCorner = vec3(offset, soft);
  vLight = drained(light, colourAt(image.at)) * uGlow * uFade;
  gl_Position = image.clip;
}

vec3 candle() {
  return uEmber * 0.8 + vec3(0.16, 0.09, 0.03) + uBlossom * 0.06;
}

// The blossom's light in the air and on the water.
void glow(int mote) {
  float power = uInner + 0.5 * uFlare;
  if (power <= 0.0) return;
  vec3 place = uHead + vec3(0.0, 0.05, 0.0);
  vec2 wide = vec2(1.0);
  float radius = 0.30;
  vec3 light = candle() * (1.1 * uInner * uInner + 0.15 * uFlare);
  float soft = 1.0;
  if (mote < -3) {
    // A lane of light on the water, and a narrow one within it: where its image is, drawn out towards the eye.
    Image image = imageOf(vec3(uFoot.x, -uHead.y, uFoot.z), 0.3);
    bool broad = mote == -5;
    sunk(image, broad ? 0.62 : 0.2, broad ? vec2(1.5, 2.1) : vec2(0.8, 1.7), candle() * power * (broad ? 0.034 : 0.06), 1.0);
    // It lies on all the water between the image and the eye; the bank is nearer.
    gl_Position.z = gl_Position.w * (1.0 - 0.1 / 3.0);
    return;
  }
  if (mote == -3) {
    // Mist that lies on the water has its share.
    place = vec3(mix(uFoot.x, uHead.x, 0.5), 0.22 + 0.4 * uHead.y, mix(uFoot.z, uHead.z, 0.5));
    radius = 0.9;
    wide = vec2(2.3, 0.8);
    light = mix(candle(), uRose, 0.5) * power * 0.032;
  } else if (mote == -2) {
    radius = 1.5;
    light = mix(candle(), uBlossom, 0.3) * (0.062 * uInner + 0.04 * uFlare);
  } else if (mote >= 0) {
    vec3 h = hash3(ivec3(mote, 61, 8));
    vec3 g = hash3(ivec3(mote, 67, 3));
    // Each rises, and is gone before it begins again.
    float turns = floor(4.0 + 5.0 * g.x);
    float life = fract(uLoop.y * turns + h.x);
    float age = life * 64.0 / turns;
    vec2 way = vec2(cos(TAU * h.y), sin(TAU * h.y));
    place = uHead + vec3(way.x, 0.0, way.y) * (0.03 + 0.2 * sqrt(h.z) + 0.035 * age) + vec3(0.0, 0.05 + 0.075 * age * (0.5 + g.z), 0.0);
    place.xz += vec2(sin(age * 0.7 + TAU * g.y), cos(age * 0.6 + TAU * h.x)) * 0.02 * age + uBowWay * uBlown * age * 0.5;
    float shown = smoothstep(0.0, 0.12, life) * (1.0 - smoothstep(0.4, 1.0, life));
    float size = 0.0075 * (0.4 + g.y * g.y) * pow(uFewer.x, 0.35);
    radius = max(size, 0.8 * distance(place, uEye) / uPixelScale);
    light = mix(candle(), uRose, 0.5 * h.z) * shown * (0.5 * uInner + 1.2 * uFlare) * size * size / (radius * radius);
    soft = 0.0;
  }
  vec4 clip = uViewProjection * vec4(place, 1.0);
  vec2 offset = aroundDisc(int(aWay.y));
  clip.xy += offset * wide * 2.0 * radius / distance(place, uEye) * uPixelScale / uPixels * clip.w;
  // The glow stands around the blossom, not behind half of it.
  if (mote < 0) clip.z -= 0.04 / max(clip.w, 0.5);
  vCorner = vec3(offset, soft);
  vLight = seenAdded(light, place).rgb * uGlow;
  gl_Position = clip;
}

// The lane's broken edges: waves that lean the right way, above and below the image of the blossom.
void dash(int mote) {
  if (uInner <= 0.0) return;
  vec3 h = hash3(ivec3(mote, 29, 6));
  vec3 g = hash3(ivec3(mote, 31, 7));
  float k = 0.12 + 2.4 * h.x;
  float aside = (h.y + h.z + g.x - 1.5) * (0.5 + 0.5 * k);
  vec2 across = vec2(uForward.z, -uForward.x) / max(length(uForward.xz), 1e-3);
  Image image = imageOf(vec3(uFoot.x + across.x * aside, -uHead.y * k, uFoot.z + across.y * aside), 1.0);
  float alive = 0.5 + 0.5 * sin(TAU * (uLoop.y * floor(7.0 + 15.0 * g.y) + g.z));
  float off = (k - 1.0) * 0.8;
  vec3 light = candle() * (uInner + 0.4 * uFlare) * exp(-off * off) * alive * alive * alive * sqrt(uFewer.y) * 0.7;
  sunk(image, 0.009 * (0.6 + 0.8 * g.x), vec2(3.6 + 2.0 * h.z, 0.62), light * sqrt(image.share), 0.0);
}

// Those who are only in the mirror: each when its root has closed about it, so slowly that it was always there.
void ghost(int who) {
  float here = smoothstep(-0.3, 1.4, grown() - aWay.z);
  if (here <= 0.0) return;
  Image image = imageOf(aPlace.xyz, 0.7);
  if (image.clip.w <= 0.0) return;
  // They come up in turn, slowly, two or three at a time.
  float own = 0.2 + 0.9 * smoothstep(-0.2, 0.95, sin(TAU * (2.0 * uLoop.z + 0.43 * float(who))));
  vCorner = vec3(aWay.xy, 4.0 + float(who));
  vLight = vec3(here * here * own * (0.8 + 1.2 * sqrt(image.share)) * uGlow * uFade);
  gl_Position = image.clip;
}

void root() {
  float along = aPlace.w - 16.0;
  float behind = grown() - along;
  float here = smoothstep(-0.2, 1.6, behind);
  if (here <= 0.0) return;
  Image image = imageOf(aPlace.xyz, 0.4);
  if (image.share <= 0.0 || image.clip.w <= 0.0) return;
  float wide = abs(aWay.w);
  // A glow in the deep has no edge: the broader the deeper.
  float half1 = max(wide * (1.3 + 0.6 * clamp(-aPlace.y, 0.0, 2.4)), 1.2 * image.far / uPixelScale);
  vec4 other = uViewProjection * vec4(aPlace.xyz + aWay.xyz * 0.05, 1.0);
  vec4 own = uViewProjection * vec4(aPlace.xyz, 1.0);
  vec2 way = normalize((other.xy / other.w - own.xy / own.w) * uPixels + 1e-6);
  image.clip.xy += vec2(-way.y, way.x) * 2.0 * half1 / image.far * uPixelScale / uPixels * sign(aWay.w) * image.clip.w;
  // Light runs outwards in it, slowly; the tip that grows is the brightest.
  float run = pow(0.5 + 0.5 * sin(TAU * (along * 0.16 - uLoop.y * 7.0)), 4.0);
  float tip = exp(-abs(behind - 0.6) * 1.1);
  float light = here * smoothstep(0.02, 0.4, uOther) * (0.055 + 0.05 * run + 0.05 * tip) * min(2.0 * wide / half1, 1.0);
  // Lost here and there, found again.
  light *= (0.66 + 0.34 * sin(along * 2.3 + 2.0 * aPlace.y)) * exp(-0.06 * along);
  // What the stem brings down is brightest where it comes in.
  float fed = min(uInner * 4.0, 1.0);
  light *= mix(smoothstep(0.0, 1.2, along), 1.0 + 2.6 * exp(-1.3 * along), fed);
  vec3 hue = mix(candle(), mix(uRose * 0.6, uViolet * 2.4, 0.55), smoothstep(1.2, 4.5, along));
  vLight = drained(hue * light, colourAt(image.at)) * uGlow * uFade;
  vCorner = vec3(sign(aWay.w), 0.0, 0.0);
  gl_Position = image.clip;
}

void main() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vCorner = vec3(0.0);
  vLight = vec3(0.0);
#if defined(PART) && PART == 2
  root();
#elif defined(PART) && PART == 4
  ghost(int(floor(aPlace.w + 0.5)));
#else
  int kind = int(floor(aPlace.w + 0.5));
  int mote = int(aWay.x);
#ifndef PART
  if (kind > 15) root();
  else if (kind > -1) ghost(kind);
  else
#endif
  if (kind == -1) glow(mote);
  else dash(mote);
#endif
}
