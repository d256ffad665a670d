// The sky for a processor: colours and coverage at the corners of a grid; only the clouds' own picture is read per pixel.
#include <sky>
uniform vec3 uGalaxyPole;
uniform vec3 uGalaxyCentre;
in vec2 aCorner;
out vec3 vBase;
out vec3 vVeil;
out vec3 vShade;
out vec3 vGlow;
// Where on the noise the low veils and the high ones lie.
out vec4 vAt;
// How much low and high veils cover, how far the high ones have opened, and how high a bank stands.
out vec4 vCover;
#ifdef GALAXY
// Where on the noise the galaxy lies; how much of it is seen, and how near its core is.
out vec4 vGalaxy;
#endif

void main() {
  // Three rows below the horizon, where land covers nearly all, and the others ever closer towards it.
  float level = clamp(-uForward.y / (max(abs(uUp.y), 0.1) * uTan.y), -1.0, 1.0);
  float row = aCorner.y * 0.5 + 0.5;
  float high = max(row - 0.1875, 0.0) / 0.8125;
  vec2 at = vec2(aCorner.x, sign(uUp.y) * (row < 0.1875 ? mix(-1.0, level, row / 0.1875) : mix(level, 1.0, high * (0.25 + 0.75 * high))));
  vec3 d = normalize(uForward + uRight * (at.x * uTan.x) + uUp * (at.y * uTan.y));
  gl_Position = vec4(((at * 0.5 + 0.5 - uCrop.xy) / uCrop.zw) * 2.0 - 1.0, 0.999999, 1.0);
  vec3 c = skyBase(d);
  float e = max(d.y, 0.0);
  float side = towardsAfterglow(d);
  float below = mix(0.5, 1.0, smoothstep(-0.12, 0.0, d.y));
  // About the eye's own way, so that no seam is in sight; whole tiles a turn.
  vec2 ahead = normalize(uForward.xz + vec2(1e-4));
  float azimuth = (atan(ahead.y, ahead.x) + atan(d.z * ahead.x - d.x * ahead.y, dot(d.xz, ahead))) / TAU;
  vAt.xy = vec2(azimuth * 3.0 + uLoop.w * 2.0 + uOwn, e * 0.9);
  vAt.zw = vec2(dot(d.xz, vec2(-uWeather.y, uWeather.x)) * 0.22, dot(d.xz, uWeather) * 0.075) / (e + 0.14) + vec2(uLoop.w, uLoop.w * 2.0) + uOwn;
  float amount = min(1.0, 0.45 + 1.3 * uCloud);
  float reach = smoothstep(-0.35, 1.0, dot(d.xz, uWeather) * inversesqrt(max(dot(d.xz, d.xz), 1e-6)));
  vCover = vec4(
    smoothstep(0.04, 0.11, e) * exp(-e * 3.0) * amount * (0.3 * uClouds.x + 0.3 * uClouds.z + 0.5 * uDawn),
    smoothstep(0.02, 0.3, e) * 0.5 * amount * min(uClouds.y + uClouds.z + uClouds.w, 1.0),
    0.10 * uCloud,
    uClouds.x * amount * (0.02 + 0.40 * reach) * smoothstep(0.035, 0.10, e));
  vec3 last = uRose * (0.55 * uLine.y) + uAmber * (0.22 * uLine.z);
  vec3 glow = last * pow(side, 5.0) * (exp(-e * 5.0) * 0.55 + 0.02) * (1.0 - uDawn);
  vec3 shade = mix(mix(uZenith, uViolet, 0.5) * 0.6, c * vec3(0.52, 0.57, 0.72), uDawn);
  float east = 0.5 + 0.5 * dot(normalize(d.xz + 1e-5), uDawnWay);
  glow += vec3(1.5, 0.76, 0.58) * uDawn * (0.006 + pow(east, 8.0) * exp(-e * 5.0));
  // Ice high up catches the lanterns.
  vec3 ice = (dot(c, vec3(0.3, 0.5, 0.2)) * vec3(1.0, 1.05, 1.2) + uEmber * (0.03 * uFestival * exp(-e * 1.3) * (1.0 - uDawn))) * uClouds.w;
  vBase = skyKept(c, d, side) * (below * uFade);
  vVeil = skyKept(shade * (0.8 + exp(-e * 4.0) * 0.5), d, side) * (below * uFade);
  vShade = skyKept(mix(shade, c, uClouds.w) + ice, d, side) * (below * uFade);
  vGlow = skyKept(glow, d, side) * (below * uFade);
#ifdef GALAXY
  vec3 side1 = cross(uGalaxyPole, uGalaxyCentre);
  vec2 on = vec2(dot(d, uGalaxyCentre), dot(d, side1));
  // About the eye's own way too.
  vec2 from = vec2(dot(uForward, uGalaxyCentre), dot(uForward, side1)) + 1e-4;
  float turn = atan(from.y, from.x) + atan(on.y * from.x - on.x * from.y, dot(on, from));
  float band = dot(d, uGalaxyPole);
  // A broken band, brighter towards its centre.
  float core = 0.5 + 0.5 * on.x * inversesqrt(dot(on, on) + 1e-4);
  float width = 0.13 + 0.12 * core;
  float milk = exp(-band * band / (width * width)) * (0.85 + 0.5 * core * core);
  milk *= uStars * uStars * uFade * max(uColour, 0.22) * (1.0 - smoothstep(0.0, 0.30, dot(c, vec3(0.33)))) * smoothstep(0.0, 0.22, e);
  vGalaxy = vec4(turn / TAU * 2.0, band, milk, core * core);
#endif
}
