// The twilight without its clouds: what haze and water take their colour from. d is a unit direction.
float towardsAfterglow(vec3 d) {
  float across = dot(d.xz, uAfterglow) * inversesqrt(max(dot(d.xz, d.xz), 1e-6));
  return 0.5 + 0.5 * across;
}

// Where colour is gone the last light is left behind the tree.
float behindTree(vec3 d) {
  vec2 way = uTreeFoot.xz - uEye.xz;
  float far = max(length(way), 1.0);
  return 3.4 * (1.0 - uMirrored) * smoothstep(10.0, 60.0, far) * pow(max(dot(d.xz, way) / far, 0.0), 30.0) * exp(-max(d.y, 0.0) * 13.0);
}

// What Need leaves of the sky's colour: ash above, and the last light, dim, in its own hue.
vec3 skyKept(vec3 c, vec3 d, float side) {
  float e = max(d.y, 0.0);
  float behind = behindTree(d);
  float low = side * side * side;
  low *= low * low * low * exp(-e * 12.0);
  vec3 ash = dot(c, vec3(0.2126, 0.7152, 0.0722)) * vec3(0.56, 0.95, 1.5);
  float own = min(0.25 + 0.6 * low + 0.2 * behind, 0.85);
  return mix(mix(ash, c, own) * (0.65 - 0.3 * exp(-e * 6.0) + 1.2 * low + behind), c, max(uColour, 0.0));
}

vec3 skyBase(vec3 d) {
  float e = max(d.y, 0.0);
  float side = towardsAfterglow(d);
  float lobe = side * side * side;
  // Only about its own place, and uneven along the horizon, as what lies beyond lets it pass.
  float uneven = 0.78 + 0.22 * sin(dot(d.xz, vec2(4.1, 6.7)) + TAU * uOwn) * sin(dot(d.xz, vec2(-9.3, 5.9)) + 9.0 * uOwn);
  float source = lobe * lobe * uneven;
  float low = exp(-e * mix(4.6, 3.2, lobe) * uVioletFall);
  vec3 c = mix(uZenith, uViolet, low * 0.92);
  // A thin line of rose over amber, broad where the last light stands and all but gone behind.
  // The line itself stands just over the ridges.
  float g = max(e - 0.042, 0.0) * uLine.x;
  float breath = 1.0 + 0.09 * (uBreath - 0.5);
  float rose = uLine.y * (exp(-g * mix(40.0, 15.0, lobe)) * (0.03 + 1.1 * source) + exp(-e * uLine.x * 6.5) * 0.045 * lobe);
  float amber = uLine.z * exp(-g * mix(80.0, 32.0, source)) * (0.02 + 4.7 * source * lobe);
  // And a thin light all the way round.
  float round = uLine.w * (0.75 + 0.4 * lobe) * (0.5 + 0.5 * uneven);
  rose += round * (0.14 * exp(-g * 12.0) + 0.6 * exp(-g * 26.0));
  amber += round * 3.4 * exp(-g * 36.0);
  // However much of it there is, it stays amber and turns no white.
  amber /= 1.0 + 0.08 * amber;
  c += (uRose * rose + uAmber * (0.52 + 0.6 * uAmber) * amber) * breath;
  // The earth's shadow opposite, with a breath of rose above it.
  float back = 1.0 - side;
  c += uRose * 0.028 * back * back * exp(-pow((e - 0.17) * 9.0, 2.0));
  c *= 1.0 - 0.3 * back * exp(-e * 14.0);
  // Dawn: one glow behind the ridge, cream in peach, and a cool height that has not yet heard of it.
  if (uDawn > 0.0) {
    float sun = dot(d.xz, uDawnWay);
    float east = 0.5 + 0.5 * sun * inversesqrt(max(dot(d.xz, d.xz), 1e-6));
    float wide = east * east * east * east;
    // From above: slate, lilac, peach, and cream low about the sun.
    vec3 day = mix(vec3(0.010, 0.017, 0.044), vec3(0.036, 0.040, 0.076), exp(-e * 3.4));
    day += vec3(0.98, 0.40, 0.245) * exp(-e * 6.4) * (0.025 + 0.975 * wide * wide * east * east);
    day += vec3(1.35, 0.98, 0.62) * exp(-e * 14.0) * (0.06 + 0.94 * wide * wide);
    day *= 0.57;
#ifdef BARE
    day += vec3(4.8, 3.1, 1.6) * exp(min(sun - 1.0, 0.0) * 240.0);
#else
    day += vec3(5.2, 3.5, 1.9) * exp(min(sun - 1.0, 0.0) * 520.0) + vec3(0.7, 0.36, 0.17) * exp(min(sun - 1.0, 0.0) * 60.0);
#endif
    c = mix(c, day, min(uDawn * 1.08, 1.0));
  }
  return c;
}
