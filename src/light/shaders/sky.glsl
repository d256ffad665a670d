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
  float low = exp(-e * mix(4.6, 3.2, lobe) * uVioletFall);
  vec3 c = mix(uZenith, uViolet, low * 0.92);
  // A thin line of rose over amber, broad where the last light stands and all but gone behind.
  // The line itself stands just over the ridges.
  float g = max(e - 0.042, 0.0) * uLine.x;
  float breath = 1.0 + 0.09 * (uBreath - 0.5);
  float rose = uLine.y * (exp(-g * mix(40.0, 19.0, lobe)) * (0.04 + 0.94 * lobe) + exp(-e * uLine.x * 6.5) * 0.036 * lobe);
  float amber = uLine.z * exp(-g * mix(90.0, 56.0, lobe)) * (0.02 + 5.0 * lobe * lobe);
  // And a thin light all the way round.
  rose += uLine.w * (0.14 * exp(-g * 12.0) + 0.55 * exp(-g * 28.0));
  amber += uLine.w * (1.4 + 1.6 * side) * exp(-g * 44.0);
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
    // From above: slate, a pale height, peach, and cream low about the sun.
    vec3 day = mix(vec3(0.0042, 0.0100, 0.027), vec3(0.016, 0.031, 0.046), exp(-e * 4.0));
    day += vec3(0.62, 0.245, 0.140) * exp(-e * 8.6) * (0.012 + 0.988 * wide * wide * east * east);
    day += vec3(1.15, 0.84, 0.54) * exp(-e * 18.0) * (0.045 + 0.94 * wide * wide * east);
#ifdef BARE
    day += vec3(4.8, 3.1, 1.6) * exp(min(sun - 1.0, 0.0) * 240.0);
#else
    day += vec3(5.2, 3.5, 1.9) * exp(min(sun - 1.0, 0.0) * 520.0) + vec3(0.7, 0.36, 0.17) * exp(min(sun - 1.0, 0.0) * 60.0);
#endif
    c = mix(c, day, min(uDawn * 1.08, 1.0));
  }
  return c;
}
