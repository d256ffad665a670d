#include <sky>
uniform sampler2D uNoise;
uniform vec3 uGalaxyPole;
uniform vec3 uGalaxyCentre;
in vec3 vWay;
#ifdef LEAN
in vec3 vBase;
#endif
out vec4 finalColor;

void main() {
  vec3 d = normalize(vWay);
#ifdef LEAN
  vec3 c = vBase;
#else
  vec3 c = skyBase(d);
#endif
  float e = max(d.y, 0.0);
  float side = towardsAfterglow(d);
  float lobe = side * side;

  // The galaxy: a broken band, brighter towards its centre, split by dust.
  if (uStars > 0.02 && e > 0.0) {
    float band = dot(d, uGalaxyPole);
    vec3 along = normalize(d - band * uGalaxyPole);
    float core = 0.5 + 0.5 * dot(along, uGalaxyCentre);
    vec2 onBand = vec2(atan(dot(cross(uGalaxyPole, uGalaxyCentre), along), dot(uGalaxyCentre, along)) / TAU * 2.0, band);
    vec3 dust = texture(uNoise, onBand * vec2(1.0, 0.7)).rgb;
    float knots = texture(uNoise, onBand * vec2(4.0, 3.1) + 0.3).g;
    float width = 0.13 + 0.12 * core;
    float milk = exp(-band * band / (width * width)) * (0.35 + 0.9 * core * core);
    float rift = smoothstep(0.34, 0.72, dust.b * (1.2 - 5.0 * abs(band + 0.06 * (dust.r - 0.5))));
    milk *= (0.3 + 1.9 * dust.r * knots) * (1.0 - 0.85 * rift);
    float dark = 1.0 - smoothstep(0.0, 0.30, dot(c, vec3(0.33)));
    c += mix(vec3(0.036, 0.046, 0.088), vec3(0.095, 0.072, 0.080), core * core * knots) * milk * uStars * uStars * dark * smoothstep(0.0, 0.22, e);
  }

  // Veils: thin bands low down, laid along the horizon, and broad ones higher up. They drift whole tiles a period.
  float azimuth = atan(d.z, d.x) / TAU;
  // Where the turn closes its slope would be a jump, and a level of the noise too coarse.
  float beyond = fract(azimuth);
  if (fwidth(beyond) < fwidth(azimuth)) azimuth = beyond;
  vec2 lowAt = vec2(azimuth * 3.0 + uLoop.w * 2.0, e * 3.1 + 0.13);
  float bands = texture(uNoise, lowAt).r;
#ifdef LEAN
  float streaks = bands;
#else
  float streaks = texture(uNoise, vec2(azimuth * 4.0 - uLoop.w, e * 6.3)).g;
#endif
  float lowVeil = smoothstep(0.47, 0.66, bands * 0.5 + streaks * 0.5) * smoothstep(0.005, 0.05, e) * exp(-e * 3.0);
  vec2 plane = d.xz / (e + 0.16);
  vec2 drift = vec2(uLoop.w, uLoop.w * 2.0);
  float broad = texture(uNoise, plane * 0.115 + drift).r;
#ifdef LEAN
  float fine = broad;
#else
  float fine = texture(uNoise, plane * 0.37 - drift + broad * 0.2).g;
#endif
  float high = smoothstep(0.47, 0.8, broad * 0.66 + fine * 0.36 + 0.14 * uCloud) * smoothstep(0.02, 0.3, e);
  float amount = min(1.0, 0.25 + 1.3 * uCloud) * (1.0 - 0.55 * uStars) * (1.0 - 0.3 * uDawn);
  // Lit from beneath where the last light stands; elsewhere a little darker than the sky.
  vec3 glow = (uRose * 0.55 + uAmber * 0.22) * pow(side, 5.0) * (exp(-e * 5.0) * 0.55 + 0.02) * (1.0 - uDawn);
  vec3 shade = mix(mix(uZenith, uViolet, 0.65) * 0.62, c * vec3(0.66, 0.63, 0.70), uDawn);
  float east = 0.5 + 0.5 * dot(normalize(d.xz + 1e-5), uDawnWay);
  vec3 dawnLit = vec3(3.3, 1.45, 0.74) * uDawn * (0.008 + pow(east, 8.0) * exp(-e * 8.0));
  float lit = smoothstep(0.40, 0.64, streaks * 0.5 + fine * 0.5);
  c = mix(c, shade * (0.8 + exp(-e * 4.0) * 0.5) + (glow + dawnLit) * (0.25 + 0.75 * lit), lowVeil * 0.8 * amount);
  c = mix(c, shade + (glow + dawnLit) * lit * 0.7, high * 0.55 * amount);

  // Below the horizon, where no ground covers it.
  c *= mix(0.5, 1.0, smoothstep(-0.12, 0.0, d.y));
  float left = max(uColour, 0.0);
  vec3 ash = dot(c, vec3(0.2126, 0.7152, 0.0722)) * vec3(0.52, 0.95, 1.66);
  float behind = behindTree(d);
  c = mix(mix(ash, c, 0.22 + 0.08 * behind) * (0.65 - 0.35 * exp(-e * 6.0) + 0.5 * pow(side, 9.0) * exp(-e * 15.0) + behind), c, left);
  finalColor = vec4(c * uFade, 6000.0);
}
