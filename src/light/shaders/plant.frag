#include <hash>
#include <air>
#include <lamps>
in vec3 vPlace;
in vec3 vNormal;
in vec4 vUv;
in vec4 vHaze;
in vec4 vLit;
out vec4 finalColor;
// How much light the blossom has; how many memories are leaves; how much of its image another one takes.
uniform float uInner;
uniform float uLeaves;
uniform vec3 uHead;
uniform float uHidden;

void main() {
  if (uMirrored > 0.5 && (vPlace.y < 0.0 || hash3(ivec3(vPlace * 400.0)).x < uHidden)) discard;
  int kind = int(vUv.z + 0.5);
  vec3 view = uEye - vPlace;
  float d = length(view);
  view /= d;
  vec3 n = normalize(vNormal + 1e-6);
  float side = dot(n, view) < 0.0 ? -1.0 : 1.0;
  n *= side;
  float facing = clamp(dot(n, view), 0.0, 1.0);
  vec3 dome = (uZenith * 0.8 + uViolet * 0.8) * (0.6 + 0.4 * n.y);
  float west = max(dot(n.xz, uAfterglow) * 0.7 + 0.2, 0.0);
  vec3 dusk = dome * 3.0 + (uRose * 0.4 + uAmber * 0.25) * west * west + vec3(0.95, 0.66, 0.45) * uDawn * 0.4;
  vec3 light;
  vec3 own = vec3(0.0);
  vec3 to = uHead - vPlace;
  float far2 = dot(to, to);
  // A candle's light, and what is left of it behind a petal.
  vec3 heart = uEmber * 0.82 + vec3(0.20, 0.11, 0.03) + uBlossom * 0.05;
  if (kind == 2) {
    float v = vUv.y;
    float u = abs(vUv.x);
    float ring = vLit.w;
    // The flame stands low within: the sheet is lit through the more, the nearer and the thinner it is.
    float near = 1.0 / (1.0 + 44.0 * far2) * exp(-1.9 * v * v);
    float mid = exp(-u * u * 30.0);
    // Veins run out from the midrib, lean to the tip and meet again there: dark where light comes through.
    float vein = vUv.x * (13.0 - 5.0 * v) + 3.0 * vUv.w;
    float ribs = pow(0.5 + 0.5 * cos(TAU * vein * 0.5), 5.0) * (1.0 - v * v) * (1.0 - 0.6 * u);
    float worn = 0.9 + 0.1 * sin(23.0 * v + 9.0 * vUv.x + 30.0 * vUv.w);
    float thin = mix(0.62, 1.0, smoothstep(0.2, 0.95, u)) * (1.0 - 0.34 * mid * (1.0 - v)) * (1.0 - 0.62 * ribs) * worn;
    // From ember by way of rose to dusk: light that goes through a sheet, and through more than one, takes its hue.
    float gone = v * (0.42 + 0.34 * ring) + 0.2 * ring + (side > 0.0 ? 0.0 : 0.08) + 0.12 * (vUv.w - 0.5);
    vec3 rose = mix(uRose * 0.8, heart, 0.55) * vec3(0.86, 0.5, 0.46);
    vec3 tip = uViolet * 1.4 + uRose * 0.08 + uBlossom * 0.03;
    vec3 hue = mix(mix(heart * 1.3, rose, smoothstep(0.16, 0.5, gone)), tip, smoothstep(0.36, 0.85, gone));
    float deep = side > 0.0 ? 1.0 : 0.66;
    own = hue * near * thin * deep * (0.5 + 0.5 * facing) * (64.0 * uInner + 0.8 * vLit.x);
    // Where a sheet is seen edge on more of the light lies in it, and along its rim.
    own += rose * near * (pow(1.0 - facing, 2.0) + 0.5 * smoothstep(0.86, 1.0, max(u, v))) * 1.3 * uInner;
    own += heart * vLit.x * 0.35 * exp(-v * 2.2);
    own *= 0.92 + 0.16 * uBreath;
    light = tip * 0.05 * dusk * (0.4 + 0.6 * facing);
  } else if (kind == 3) {
    own = heart * (4.0 + 5.0 * vUv.y) * uInner * vLit.y + heart * vLit.x * 0.6;
    light = heart * 0.05;
  } else if (kind == 1) {
    float u = abs(vUv.x);
    float mid = exp(-u * u * 90.0);
    float ribs = pow(0.5 + 0.5 * cos((vUv.y * 1.0 - u * 0.35) * 46.0), 8.0) * (1.0 - u);
    vec3 green = mix(uMoss, uMoss * vec3(0.7, 1.0, 1.2), vLit.w);
    // Each leaf keeps the warmth of one memory in its veins.
    vec3 warm = mix(mix(vec3(0.24, 0.60, 0.50), uEmber, 0.35 + 0.65 * vLit.w), uRose, 0.25);
    float lit1 = step(vLit.w * 6.0 + 0.5, uLeaves) * vLit.y;
    float pulse = 0.75 + 0.25 * sin(TAU * (uLoop.x * 2.0 - vUv.y * 0.6) + vLit.w * 11.0);
    own = warm * lit1 * (mid * 0.26 + ribs * 0.07 + 0.012) * pulse;
    light = green * dusk * 0.22;
  } else {
    float rise = exp(-pow((fract(vUv.y * 0.8 - uLoop.x * 3.0) - 0.5) * 5.0, 2.0));
    own = mix(vec3(0.10, 0.22, 0.18), heart, vUv.y * vUv.y) * (0.16 + 0.2 * rise + 0.3 * vUv.y * vUv.y * vUv.y) * (0.3 + 0.7 * uInner) * (0.35 + 0.65 * (1.0 - facing));
    light = uMoss * dusk * 0.3;
  }
  // What the blossom throws on its own leaves and stem.
  if (kind < 2) {
    vec3 tint = kind == 1 ? mix(uMoss * 1.4, vec3(0.3), 0.35) * (0.7 + 0.9 * vUv.y * vUv.y) : vec3(0.4, 0.42, 0.3);
    light += heart * tint * uInner / (0.25 + 6.0 * far2) * (0.2 + 0.6 * max(dot(n, normalize(to)), 0.0));
  }
  light += lampsAt(vPlace) * 0.012;
  vec3 c = drained(light * vHaze.a + vHaze.rgb, vLit.z) + drained(own * uGlow * vHaze.a, vLit.z);
  finalColor = vec4(c * uFade, d);
}
