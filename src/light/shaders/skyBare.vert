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
// How much low and high veils cover, and how far the high ones have opened.
out vec3 vCover;
#ifdef GALAXY
// Towards the galaxy's pole, its centre and aside; and how much of it is seen.
out vec3 vGalaxy;
out float vMilk;
#endif

vec3 kept(vec3 c) {
  vec3 ash = dot(c, vec3(0.2126, 0.7152, 0.0722)) * vec3(0.52, 0.95, 1.66);
  return mix(mix(ash, c, 0.22), c, max(uColour, 0.0)) * uFade;
}

void main() {
  vec2 at = (uCrop.xy + (aCorner * 0.5 + 0.5) * uCrop.zw) * 2.0 - 1.0;
  vec3 d = normalize(uForward + uRight * (at.x * uTan.x) + uUp * (at.y * uTan.y));
  gl_Position = vec4(aCorner, 0.999999, 1.0);
  vec3 c = skyBase(d);
  float e = max(d.y, 0.0);
  float side = towardsAfterglow(d);
  float below = mix(0.5, 1.0, smoothstep(-0.12, 0.0, d.y));
  // About the eye's own way, so that no seam is in sight; whole tiles a turn.
  vec2 ahead = normalize(uForward.xz + vec2(1e-4));
  float azimuth = (atan(ahead.y, ahead.x) + atan(d.z * ahead.x - d.x * ahead.y, dot(d.xz, ahead))) / TAU;
  vAt.xy = vec2(azimuth * 3.0 + uLoop.w * 2.0, e * 3.1 + 0.13);
  vAt.zw = d.xz / (e + 0.16) * 0.115 + vec2(uLoop.w, uLoop.w * 2.0);
  float amount = min(1.0, 0.25 + 1.3 * uCloud) * (1.0 - 0.55 * uStars);
  vCover = vec3(smoothstep(0.005, 0.05, e) * exp(-e * 3.0) * 0.8 * amount, smoothstep(0.02, 0.3, e) * 0.55 * amount, 0.14 * uCloud);
  vec3 glow = (uRose * 0.55 + uAmber * 0.22) * pow(side, 5.0) * (exp(-e * 5.0) * 0.55 + 0.02);
  vec3 shade = mix(uZenith, uViolet, 0.65) * 0.62 + vec3(0.34, 0.24, 0.31) * uDawn;
  float east = 0.5 + 0.5 * dot(normalize(d.xz + 1e-5), uDawnWay);
  glow += vec3(1.30, 0.56, 0.26) * uDawn * (0.22 + 0.80 * east * exp(-e * 2.0));
  vBase = kept(c) * below;
  vVeil = kept(shade * (0.8 + exp(-e * 4.0) * 0.5)) * below;
  vShade = kept(shade) * below;
  vGlow = kept(glow) * below;
#ifdef GALAXY
  vGalaxy = vec3(dot(d, uGalaxyPole), dot(d, uGalaxyCentre), dot(d, cross(uGalaxyPole, uGalaxyCentre)));
  vMilk = uStars * uStars * uFade * max(uColour, 0.22) * (1.0 - smoothstep(0.0, 0.30, dot(c, vec3(0.33)))) * smoothstep(0.0, 0.22, e);
#endif
}
