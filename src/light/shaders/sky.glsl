// The twilight without its clouds: what haze and water take their colour from. d is a unit direction.
float towardsAfterglow(vec3 d) {
  float across = dot(d.xz, uAfterglow) * inversesqrt(max(dot(d.xz, d.xz), 1e-6));
  return 0.5 + 0.5 * across;
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
  float rose = exp(-g * mix(40.0, 19.0, lobe)) * (0.08 + 0.80 * lobe) + exp(-e * 6.5) * 0.036 * lobe;
  float amber = exp(-g * mix(90.0, 46.0, lobe)) * (0.02 + 3.4 * lobe * lobe);
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
    vec3 day = mix(vec3(0.016, 0.028, 0.092), vec3(0.062, 0.062, 0.142), exp(-e * 5.0));
    day += vec3(0.78, 0.22, 0.09) * exp(-e * 5.5) * (0.025 + wide * wide * wide);
    day += vec3(1.90, 0.76, 0.18) * exp(-e * 15.0) * (0.03 + wide * wide * wide);
    day += vec3(6.5, 3.7, 1.5) * exp(min(sun - 1.0, 0.0) * 170.0);
    c = mix(c, day, min(uDawn * 1.08, 1.0));
  }
  return c;
}
