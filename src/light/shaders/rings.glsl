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
  // Metres of level ground that lie under one pixel's height: no crest is drawn narrower.
  vec3 from = place - uEye;
  float span = 0.4 * dot(from, from) / (uPixelScale * max(abs(from.y), 0.4));
#ifdef LEAN
  // The same in simpler curves and without a branch: machines without a GPU walk both sides of one.
  float shorter = 1.0 / uRingReach;
  for (int i = 0; i < uRingCount; i++) {
    vec4 ring = uRingPlace[i];
    vec3 way = (place - ring.xyz) * vec3(1.0, 1.7, 1.0);
    float square = max(dot(way, way), 0.01);
    float inverse = inversesqrt(square);
    float d = square * inverse;
    float behind = ring.w - d;
    float left = max(1.0 - d * shorter * (1.0 - 0.26 * max(dot(way.xz, treeWay) * inverse, 0.0)), 0.0);
    float a = uRingColour[i].a * left * left * (0.35 + 0.65 * left) * min(1.0, ring.w * 2.0);
    float narrow = 0.075 + 0.009 * ring.w;
    float sharp = 1.0 / max(narrow, span);
    float thin = min(narrow * sharp, 1.0);
    float x = behind * sharp;
    float front = max(1.0 + 0.3 * x, 0.0);
    front *= front;
    float wave = abs(fract(x * 0.215) - 0.5) * 4.0 - 1.0;
    float back = mix(0.8, wave, thin * thin) / (1.0 + x * (0.3 + 0.25 * x));
    float before = max(1.0 + behind * 2.2, 0.0);
    float crest = x < 0.0 ? front * front : back;
    float tail = behind < 0.0 ? before * before : max(1.0 - behind * 0.2, 0.0) / (1.0 + 1.5 * behind);
    bow += a * abs(crest);
    crest *= a * thin;
    sum += crest;
    hue += uRingColour[i].rgb * (abs(crest) + 0.12 * a * tail);
    glow += a * tail;
  }
#else
  for (int i = 0; i < uRingCount; i++) {
    vec4 ring = uRingPlace[i];
    vec3 way = place - ring.xyz;
    // Over a rise the way is longer: the crest follows the ground's shape.
    float d = length(vec3(way.x, way.y * 1.7, way.z));
    float behind = ring.w - d;
    if (behind < -0.7 - 2.0 * span || behind > 6.0) continue;
    float reach = uRingReach * (1.0 + 0.35 * max(dot(way.xz, treeWay) / max(d, 0.3), 0.0));
    float left = 1.0 - d / reach;
    if (left <= 0.0) continue;
    float a = uRingColour[i].a * left * left * (0.35 + 0.65 * left) * min(1.0, ring.w / 0.5);
    // A steep bright front, and behind it one weaker crest of a travelling wave.
    float narrow = 0.075 + 0.009 * ring.w;
    float width = sqrt(narrow * narrow + span * span);
    float thin = narrow / width;
    float crest = 0.0;
    float tail;
    if (behind < 0.0) {
      float x = behind / width;
      crest = exp(-x * x);
      tail = max(1.0 + behind * 2.2, 0.0);
      tail *= tail;
    } else {
      if (behind < 10.0 * width) crest = exp(-behind * 0.42 / width) * mix(0.8, cos(behind * 1.35 / width), thin * thin);
      // What a crest has passed keeps a glimmer for a while.
      tail = 1.0 / (1.0 + behind * (0.5 + 1.3 * behind));
    }
    bow += a * abs(crest);
    crest *= a * sqrt(thin);
    sum += crest;
    hue += uRingColour[i].rgb * (abs(crest) + 0.12 * a * tail);
    glow += a * tail;
  }
#endif
  vec3 colour = hue / dot(hue, vec3(0.34));
  return vec4(colour * (sum * sum * 2.0 + glow * 0.13), min(bow, 1.2));
}
