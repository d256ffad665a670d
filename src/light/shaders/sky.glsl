// The twilight without its clouds: what haze and water take their colour from. d is a unit direction.
float towardsAfterglow(vec3 d) {
  float across = dot(d.xz, uAfterglow) * inversesqrt(max(dot(d.xz, d.xz), 1e-6));
  return 0.5 + 0.5 * across;
}

// Where colour is gone the last light is left behind the tree.
float behindTree(vec3 d) {
  vec2 way = uTreeFoot.xz - uEye.xz;
  float far = max(length(way), 1.0);
  return 3.8 * (1.0 - uMirrored) * smoothstep(10.0, 60.0, far) * pow(max(dot(d.xz, way) / far, 0.0), 24.0) * exp(-max(d.y, 0.0) * 19.0);
}

vec3 skyBase(vec3 d) {
  float e = max(d.y, 0.0);
  float side = towardsAfterglow(d);
  float lobe = side * side * side;
  float low = exp(-e * mix(4.6, 3.2, lobe));
  vec3 c = mix(uZenith, uViolet, low * 0.92);
  // A thin line of rose over amber, broad where the sun went down and all but gone behind.
  // The line itself stands just over the ridges.
  float g = max(e - 0.042, 0.0);
  float breath = 1.0 + 0.09 * (uBreath - 0.5);
  float rose = exp(-g * mix(40.0, 19.0, lobe)) * (0.08 + 0.90 * lobe) + exp(-e * 6.5) * 0.036 * lobe;
  float amber = exp(-g * mix(90.0, 56.0, lobe)) * (0.02 + 5.0 * lobe * lobe);
  // All through the night a thin light stays on the horizon, all the way round.
  float stays = uStars * (1.0 - lobe);
  rose += stays * (0.14 * exp(-g * 12.0) + 0.55 * exp(-g * 28.0));
  amber += stays * (1.4 + 1.6 * side) * exp(-g * 44.0);
  c += (uRose * rose + uAmber * amber) * breath;
  // The earth's shadow opposite, with a breath of rose above it.
  float back = 1.0 - side;
  c += uRose * 0.028 * back * back * exp(-pow((e - 0.17) * 9.0, 2.0));
  c *= 1.0 - 0.3 * back * exp(-e * 14.0);
  // Dawn: cream: one glow behind the ridge, cream in peach, and a cool height that has not yet heard of it.
  if (uDawn > 0.0) {
    float sun = dot(d.xz, uDawnWay);
    float east = 0.5 + 0.5 * sun * inversesqrt(max(dot(d.xz, d.xz), 1e-6));
    float wide = east * east * east * east;
    // From above: slate, a pale height, cream, and a thin peach line on the ridges.
    vec3 day = mix(vec3(0.005, 0.012, 0.038), vec3(0.026, 0.040, 0.072), exp(-e * 5.6));
    day += vec3(0.86, 0.64, 0.40) * exp(-e * 11.0) * (0.03 + 0.97 * wide * east * east);
    day += vec3(0.026, 0.056, 0.060) * wide * exp(-36.0 * (e - 0.2) * (e - 0.2));
    day += vec3(1.25, 0.42, 0.20) * exp(-e * 22.0) * (0.07 + 0.93 * wide * wide);
#ifdef BARE
    day += vec3(5.4, 3.5, 1.7) * exp(min(sun - 1.0, 0.0) * 160.0);
#else
    day += vec3(6.8, 4.4, 2.1) * exp(min(sun - 1.0, 0.0) * 260.0);
#endif
    c = mix(c, day, min(uDawn * 1.08, 1.0));
  }
  return c;
}
