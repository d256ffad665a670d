#include <air>
#include <lamps>
in vec3 vPlace;
in vec3 vNormal;
in vec4 vUv;
in vec4 vHaze;
in vec4 vLit;
out vec4 finalColor;
// How much light the blossom has; how many memories are leaves.
uniform float uInner;
uniform float uLeaves;
uniform vec3 uHead;

void main() {
  if (uMirrored > 0.5 && vPlace.y < 0.0) discard;
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
  vec3 heart = uBlossom * 0.25 + uEmber * 0.95;
  if (kind == 2) {
    float v = vUv.y;
    float u = abs(vUv.x);
    // Light from the middle comes through the sheet: strongest at the base, held back where the sheet is seen edge on
    // and along its veins.
    float vein = 0.5 + 0.5 * cos(vUv.x * 17.0 + v * 2.0);
    float mid = exp(-u * u * 26.0);
    // Fine veins run out from the midrib and fade towards the tip.
    float ribs = 1.0 - pow(0.5 + 0.5 * cos(u * 31.0 - v * 7.0), 6.0) * (1.0 - v) - 0.6 * mid * (1.0 - v * v);
    float through = exp(-v * mix(3.0, 3.5, vLit.y)) * (0.45 + 0.55 * facing) * (0.8 + 0.2 * vein) * (1.0 - 0.3 * mid);
    // Seen from outside a sheet is darker than from within.
    through *= side > 0.0 ? 1.0 : 0.7;
    float rim = smoothstep(0.80, 1.0, u) * (1.0 - v) * 0.5 + smoothstep(0.88, 1.0, v) * 0.4;
    // Deep in colour towards its points, ember towards the middle: light that comes through a sheet takes its hue.
    vec3 pure = uBlossom * uBlossom / max(max(uBlossom.r, uBlossom.g), max(uBlossom.b, 0.05));
    vec3 tip = mix(pure, uBlossom, 0.35) * mix(vec3(0.8, 0.62, 0.95), vec3(1.0), vLit.w * 0.6);
    // From ember by way of rose to its own hue: the inner sheets are ember almost to their points.
    float out1 = v * (0.45 + 0.75 * vLit.w);
    vec3 hue = mix(mix(heart * 2.5, uRose * 1.7, smoothstep(0.04, 0.34, out1)), tip, smoothstep(0.26, 0.66, out1));
    float bud = 0.7 + 0.3 * vLit.y;
    own = hue * (through * 4.8 + rim * 0.6 + 0.16 + 0.30 * (1.0 - vLit.w)) * (0.72 + 0.42 * ribs) * uInner * bud;
    own += heart * vLit.x * (0.16 + 1.0 * exp(-v * 1.7) + 0.3 * rim);
    own *= 0.92 + 0.16 * uBreath;
    light = uBlossom * 0.05 * dusk;
  } else if (kind == 3) {
    own = heart * (1.1 + 2.6 * vUv.y) * uInner * vLit.y + heart * vLit.x * 0.6;
    light = heart * 0.05;
  } else if (kind == 1) {
    float u = abs(vUv.x);
    float mid = exp(-u * u * 90.0);
    float ribs = pow(0.5 + 0.5 * cos((vUv.y * 1.0 - u * 0.35) * 46.0), 8.0) * (1.0 - u);
    vec3 green = mix(uMoss, uMoss * vec3(0.7, 1.0, 1.2), vLit.w);
    // Each leaf keeps the warmth of one memory in its veins.
    vec3 warm = mix(mix(vec3(0.20, 0.80, 0.66), uEmber, vLit.w), uBlossom, 0.3);
    float lit1 = step(vLit.w * 6.0 + 0.5, uLeaves) * vLit.y;
    float pulse = 0.75 + 0.25 * sin(TAU * (uLoop.x * 2.0 - vUv.y * 0.6) + vLit.w * 11.0);
    own = warm * lit1 * (mid * 0.55 + ribs * 0.20 + 0.07 + 0.16 * pow(1.0 - facing, 3.0)) * pulse;
    light = green * dusk * 0.55;
  } else {
    float rise = exp(-pow((fract(vUv.y * 0.8 - uLoop.x * 3.0) - 0.5) * 5.0, 2.0));
    own = mix(vec3(0.2, 0.7, 0.55), heart, vUv.y) * (0.10 + 0.28 * rise) * (0.4 + 0.6 * uInner);
    light = uMoss * dusk * 0.6;
  }
  // What the blossom throws on its own leaves and stem.
  vec3 to = uHead - vPlace;
  float near = 1.0 / (0.35 + 4.0 * dot(to, to));
  if (kind < 2) light += uBlossom * uInner * near * (0.12 + 0.5 * max(dot(n, normalize(to)), 0.0)) * 0.5;
  light += lampsAt(vPlace) * 0.04;
  vec3 c = drained(light * vHaze.a + vHaze.rgb, vLit.z) + drained(own * uGlow * vHaze.a, vLit.z);
  finalColor = vec4(c * uFade, d);
}
