#include <air>
#include <image>
// Where it lies, under the surface, and metres along from the foot of the plant.
in vec4 aPlace;
// Its direction on the level, side -1 or 1, half its width.
in vec4 aWay;
uniform float uOther;
uniform float uLongest;
out float vSide;
out float vLight;
out vec3 vHue;

void main() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  float along = aPlace.w;
  // Slowly at first: it must have begun before anyone sees it.
  float front = pow(uOther, 1.7) * uLongest * 1.1;
  float behind = front - along;
  float here = smoothstep(-0.2, 1.6, behind);
  if (here <= 0.0) return;
  Image image = imageOf(aPlace.xyz, 0.4);
  if (image.share <= 0.0 || image.clip.w <= 0.0) return;
  float d = image.far;
  // A glow in the deep has no edge: the broader the deeper.
  float half1 = max(aWay.w * (0.35 + 0.65 * here) * (2.6 + 2.4 * clamp(-aPlace.y, 0.0, 1.1)), 0.9 * d / uPixelScale);
  float thin = aWay.w / half1;
  vec4 other = uViewProjection * vec4(aPlace.xyz + vec3(aWay.x, 0.0, aWay.y) * 0.05, 1.0);
  vec4 own = uViewProjection * vec4(aPlace.xyz, 1.0);
  vec2 way = normalize((other.xy / other.w - own.xy / own.w) * uPixels + 1e-6);
  vec2 across = vec2(-way.y, way.x) * 2.0 * half1 / d * uPixelScale / uPixels;
  image.clip.xy += across * aWay.z * 1.8 * image.clip.w;
  // Light runs outwards in it, slowly; the tip that grows is the brightest.
  float run = pow(0.5 + 0.5 * sin(TAU * (along * 0.21 - uLoop.y * 9.0)), 6.0);
  float tip = exp(-abs(behind - 0.6) * 1.1);
  float sunk = exp(aPlace.y * 0.55);
  float shown = smoothstep(0.02, 0.4, uOther);
  vLight = here * shown * (0.055 + 0.13 * run + 0.10 * tip) * min(2.2 * thin, 1.0) * sunk * (0.35 + 0.65 * smoothstep(0.0, 1.5, along)) * exp(-0.45 * along);
  vHue = drained(mix(mix(uBlossom, uEmber, 0.6), vec3(1.0, 0.72, 0.40), smoothstep(0.0, 1.5, along)), colourAt(image.at)) * uGlow * uFade;
  vSide = aWay.z;
  gl_Position = image.clip;
}
