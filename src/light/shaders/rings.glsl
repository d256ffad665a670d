const int RINGS = 24;
uniform int uRingCount;
uniform float uRingReach;
// xyz of the centre, radius of the crest.
uniform vec4 uRingPlace[RINGS];
// Linear colour, strength.
uniform vec4 uRingColour[RINGS];

// Rings of light over the ground at a place: rgb light, a how far blades bow. Crests add before they are squared, so
// that they interfere.
vec4 ringsAt(vec3 place) {
  float sum = 0.0;
  vec3 hue = vec3(1e-5);
  float glow = 0.0;
  float bow = 0.0;
  vec2 treeWay = normalize(uTreeFoot.xz - uEye.xz + vec2(1e-3));
  for (int i = 0; i < uRingCount; i++) {
    vec4 ring = uRingPlace[i];
    vec3 way = place - ring.xyz;
    // Over a rise the way is longer: the crest follows the ground's shape.
    float d = length(vec3(way.x, way.y * 1.7, way.z));
    float behind = ring.w - d;
    if (behind < -0.9 || behind > 6.0) continue;
    float reach = uRingReach * (1.0 + 0.35 * max(dot(way.xz, treeWay) / max(d, 0.3), 0.0));
    float left = 1.0 - d / reach;
    if (left <= 0.0) continue;
    float a = uRingColour[i].a * left * left * (0.35 + 0.65 * left) * min(1.0, ring.w / 0.5);
    float width = 0.17 + 0.012 * ring.w;
    float x = behind / width;
#ifdef LEAN
    float crest = max(1.0 - x * x * 0.55, 0.0);
    crest *= crest;
    bow += a * crest;
    float tail = behind > 0.0 ? 1.0 / (1.0 + behind * behind * 1.6) : max(1.0 + behind * 2.5, 0.0);
#else
    float crest = 0.0;
    if (x > -2.6 && x < 7.0) {
      float bell = exp(-x * x);
      float second = (behind - 0.66) / (width * 1.5);
      crest = bell * (1.0 - 0.8 * x * x) + 0.4 * exp(-second * second);
      bow += a * bell;
    }
    // What a crest has passed keeps a glimmer for a while.
    float tail = behind > 0.0 ? exp(-behind * 0.85) : exp(behind * 7.0);
#endif
    sum += a * crest;
    hue += uRingColour[i].rgb * a * (abs(crest) + 0.12 * tail);
    glow += a * tail * 0.11;
  }
  vec3 colour = hue / dot(hue, vec3(0.34));
  return vec4(colour * (sum * sum * 1.6 + glow), min(bow, 1.2));
}
