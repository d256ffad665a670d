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

  // The galaxy: a broken band, brighter towards its centre, split by dust.
  if (uStars > 0.02 && e > 0.0) {
    float band = dot(d, uGalaxyPole);
    vec3 along = normalize(d - band * uGalaxyPole);
    float core = 0.5 + 0.5 * dot(along, uGalaxyCentre);
    vec2 on = vec2(atan(dot(cross(uGalaxyPole, uGalaxyCentre), along), dot(uGalaxyCentre, along)) / TAU * 2.0, band);
    vec4 broad = texture(uNoise, on * vec2(1.0, 0.7));
    vec4 knots = texture(uNoise, on * vec2(3.4, 3.2) + 0.3 + 0.2 * broad.gr);
    vec4 fine = texture(uNoise, on * vec2(12.0, 10.5) + 0.26 * knots.rg);
    float off = band + 0.07 * (broad.r - 0.5);
    float q = off / mix(0.06, 0.13, core * core);
    // Clouds of stars along a spine, in a faint halo.
    float milk = exp(-q * q) * (0.35 + 0.75 * core * core) * smoothstep(0.22, 0.72, 0.6 * knots.g + 0.4 * broad.r) * 1.9 + 0.13 * exp(-abs(q));
    // Dust: a lane that wanders, and threads that leave it.
    float lane = (off + 0.11 * (knots.r - 0.5) + 0.04 * (fine.g - 0.5)) / (0.008 + 0.03 * core * broad.g);
    float dust = 1.5 * exp(-lane * lane) * smoothstep(0.2, 0.7, core) + 1.3 * smoothstep(0.42, 1.0, 0.6 * knots.b + 0.4 * fine.b) * exp(-0.4 * q * q);
    // And in it more stars than can be told apart.
    float grain = 0.6 + 0.5 * fine.r + 0.7 * smoothstep(0.75, 1.0, fine.a);
    float dark = 1.0 - smoothstep(0.0, 0.22, dot(c, vec3(0.33)));
    c += mix(vec3(0.042, 0.062, 0.120), vec3(0.105, 0.090, 0.098), core * core * exp(-0.6 * q * q)) * exp(-dust * vec3(1.3, 1.55, 1.8))
      * (milk * (1.0 - 0.3 * core) * grain * uStars * uStars * dark * smoothstep(0.02, 0.34, e));
  }

  float azimuth = atan(d.z, d.x) / TAU;
  // Where the turn closes its slope would be a jump, and a level of the noise too coarse.
  float beyond = fract(azimuth);
  if (fwidth(beyond) < fwidth(azimuth)) azimuth = beyond;
  vec2 drift = vec2(uLoop.w, uLoop.w * 2.0);
  float amount = min(1.0, 0.45 + 1.3 * uCloud);
  vec2 level = d.xz * inversesqrt(max(dot(d.xz, d.xz), 1e-6));
  float reach = dot(level, uWeather);

  // A bank that has come up on one side: billows over a torn foot, with a gap of clear light under it.
  vec2 lowAt = vec2(azimuth * 3.0 + uLoop.w * 2.0 + uOwn, e * 0.9 + uOwn);
  float bands = texture(uNoise, lowAt).r;
#ifdef LEAN
  float fine = bands;
#else
  float fine = texture(uNoise, vec2(azimuth * 7.0 + uLoop.w * 3.0, e * 3.1 + uOwn) + 0.06 * bands).g;
#endif
  float billow = bands * 0.62 + fine * 0.38;
  float top = (0.02 + 0.40 * smoothstep(-0.35, 1.0, reach)) * (bands * 1.25 + fine * 0.75 - 0.34);
  float foot = 0.066 + 0.05 * fine - 0.03 * reach;
  float bank = smoothstep(-0.02, 0.085 + 0.1 * bands, top - e) * smoothstep(foot - 0.02, foot + 0.035, e) * uClouds.x * amount;
  // Thin bars low down, laid along the horizon.
  float bars = smoothstep(0.50, 0.68, bands * 0.45 + texture(uNoise, vec2(azimuth * 2.0 - uLoop.w, e * 8.3 + uOwn)).g * 0.55)
    * smoothstep(0.035, 0.075, e) * exp(-e * 4.0) * amount * (0.5 * uClouds.x + 0.9 * uClouds.z + 0.7 * uDawn);

  // What hangs high, seen from below: x away from the weather's side, y along it.
  vec2 plane = vec2(dot(d.xz, vec2(-uWeather.y, uWeather.x)), dot(d.xz, uWeather)) / (e + 0.14);
  float broad = texture(uNoise, plane * 0.09 + drift + uOwn).r;
  // A veil with an edge, drawn over one side of the sky.
  float inside = plane.y * 0.22 + (broad - 0.5) * 1.5 - 0.1;
  float veil = smoothstep(-0.12, 0.30, inside) * (0.55 + 0.45 * broad) * uClouds.z;
#ifdef LEAN
  float ribs = broad;
  float threads = broad;
#else
  float ribs = texture(uNoise, plane * vec2(0.30, 1.05) + drift + broad * vec2(0.1, 0.5)).g;
  float threads = texture(uNoise, vec2(plane.x * 0.50 + 0.22 * broad, plane.y * 0.055) + drift * vec2(1.0, 0.0) + uOwn).r * 0.7
    + 0.3 * texture(uNoise, vec2(plane.x * 1.9 + 0.5 * broad, plane.y * 0.20) + uOwn).g;
#endif
  float over = smoothstep(0.02, 0.28, e);
  float mackerel = smoothstep(0.50, 0.72, broad) * smoothstep(0.40, 0.70, ribs) * uClouds.y;
  float cirrus = smoothstep(0.44, 0.80, threads) * smoothstep(0.46, 0.72, broad) * uClouds.w;

  // Lit from beneath where the last light stands; elsewhere a little darker than the sky.
  vec3 last = uRose * (0.55 * uLine.y) + uAmber * (0.22 * uLine.z);
  vec3 glow = last * pow(side, 5.0) * (exp(-e * 5.0) * 0.55 + 0.02) * (1.0 - uDawn);
  vec3 mass = mix(uZenith, uViolet, 0.5) * 0.55;
  vec3 shade = mix(mass, c * vec3(0.52, 0.57, 0.72), uDawn);
  float east = 0.5 + 0.5 * dot(level, uDawnWay);
  vec3 dawnLit = vec3(1.5, 0.76, 0.58) * uDawn * (0.006 + pow(east, 8.0) * exp(-e * 5.0));
  // Where the sun will come the air shows the ways its light takes.
  vec2 fan = vec2(dot(level, vec2(-uDawnWay.y, uDawnWay.x)), e + 0.03);
  float rays = texture(uNoise, vec2(atan(fan.x, fan.y) * 0.8 + uLoop.w, 0.13)).g;
  c += vec3(0.62, 0.40, 0.33) * (uDawn * smoothstep(0.3, 0.8, rays) * pow(east, 6.0) * exp(-3.4 * length(fan)) * smoothstep(0.02, 0.2, e) * 0.2);
  vec3 under = glow + dawnLit;
  float pale = dot(c, vec3(0.3, 0.5, 0.2));
  c = mix(c, mix(c * 0.72, pale * vec3(0.95, 1.0, 1.16) + under * 0.25, 0.75), min(veil * over * amount, 1.0) * 0.75);
  c += (pale * vec3(0.45, 0.5, 0.65) + under * 0.5 + uEmber * (0.024 * uFestival * exp(-e * 1.3) * (1.0 - uDawn))) * cirrus * over * amount;
  c = mix(c, shade + under * (0.35 + 0.65 * smoothstep(0.45, 0.8, ribs)), mackerel * over * amount * 0.62);
  c = mix(c, shade * 1.1 + under * 0.8, bars * 0.8);
  // The foot of the bank is lit, its body is one mass, its top catches what is left of the day.
  float lit = exp(-max(e - foot, 0.0) * 20.0) * (0.3 + 0.9 * fine);
  float rim = bank * (1.0 - bank) * 4.0 * step(foot + 0.04, e);
  c = mix(c, shade * (0.8 + 0.5 * billow) + last * (0.42 * lit * (0.12 + side * side)) * (1.0 - uDawn) + dawnLit * lit + (uViolet * 0.5 + last * 0.03) * rim, bank * 0.94);

  // Fog beyond the hills, heaped here and open there: the last light is seen over it and through it.
  float heap = texture(uNoise, vec2(azimuth * 4.0 + uLoop.w, 0.71 + uOwn)).r * 0.7 + 0.3 * fine;
  float fog = smoothstep(0.075, -0.03, e - 0.17 * (heap - 0.3)) * (1.0 - uDawn) * (0.75 - 0.35 * uColour);
  c = mix(c, shade * 1.5 + last * (0.05 + 0.1 * fine) * pow(side, 4.0), fog);

  // Below the horizon, where no ground covers it.
  c *= mix(0.5, 1.0, smoothstep(-0.12, 0.0, d.y));
  finalColor = vec4(skyKept(c, d, side) * uFade, 6000.0);
}
