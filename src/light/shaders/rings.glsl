const int RINGS = 24;
uniform int uRingCount;
// xyz of the centre, radius of the crest.
uniform vec4 uRingPlace[RINGS];
// Linear colour, strength.
uniform vec4 uRingColour[RINGS];

#ifdef BARE
// One ring, youngest first; a number between brackets that is known before is far cheaper than one that is not.
#define RING(i) { \
    vec3 way = (place - uRingPlace[i].xyz) * vec3(1.0, 1.7, 1.0); \
    float square = dot(way, way) + 0.01; \
    float behind = uRingPlace[i].w - square * inversesqrt(square); \
    float left = max(1.0 - (uRingPlace[i].w - behind) * shorter, 0.0); \
    float a = (uRingCount > i ? uRingColour[i].a : 0.0) * left * left * min(1.0, uRingPlace[i].w * 2.0); \
    float x = behind * sharp; \
    float first = max(1.0 - x * x, 0.0); \
    float second = max(1.0 - (x - 2.8) * (x - 2.8), 0.0); \
    float crest = first * first + 0.4 * second; \
    float tail = max(behind < 0.0 ? 1.0 + 2.2 * behind : 1.0 - 0.2 * behind, 0.0); \
    tail *= tail; \
    bow += a * crest; \
    crest *= a * thin; \
    sum += crest; \
    hue += uRingColour[i].rgb * (crest + 0.12 * a * tail); \
    glow += a * tail; \
  }
#endif

// What a crest beside throws on what faces it, after `ringsAt`: over the level where it comes from, and how much.
vec3 ringFrom = vec3(0.0);
vec3 ringTint = vec3(0.0);

// Rings of light over the ground at a place: rgb light, a how far blades bow. Crests add before they are squared, so
// that they interfere.
vec4 ringsAt(vec3 place) {
  float sum = 0.0;
  vec3 hue = vec3(1e-5);
  float glow = 0.0;
  float bow = 0.0;
#ifdef BARE
  vec3 off = place - uEye;
  float wide = 0.4 * dot(off, off) / (uPixelScale * max(abs(off.y), 0.4));
  float shorter = 0.87 / uRingReach;
  float sharp = 1.0 / max(0.16, wide);
  float thin = min(0.16 * sharp, 1.0);
  RING(0)
  RING(1)
  RING(2)
  RING(3)
  RING(4)
#else
  vec2 treeWay = normalize(uTreeFoot.xz - uEye.xz + vec2(1e-3));
  // Metres of level ground that lie under one pixel's height: no crest is drawn narrower.
  vec3 from = place - uEye;
  float span = 0.5 * dot(from, from) / (uPixelScale * max(abs(from.y), 0.4));
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
    float narrow = 0.15 + 0.026 * ring.w;
    float sharp = 1.0 / max(narrow, span);
    float thin = min(narrow * sharp, 1.0);
    float x = behind * sharp;
    float front = max(1.0 + 0.3 * x, 0.0);
    front *= front;
    float back = 1.0 / (1.0 + x * (0.5 + 0.3 * x));
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
  float burst = 0.0;
  // Light runs faster through some cushions than through others: a crest swells forward and hangs back.
  float pace = 1.0 + 0.045 * sin(place.x * 0.83 + 1.9 * sin(place.z * 0.57)) + 0.03 * sin(place.z * 1.9 - 1.3 * sin(place.x * 1.3));
  vec3 beside = vec3(0.0);
  for (int i = 0; i < uRingCount; i++) {
    vec4 ring = uRingPlace[i];
    vec3 way = place - ring.xyz;
    // Over a rise the way is longer: the crest follows the ground's shape.
    float d = length(vec3(way.x, way.y * 2.2, way.z)) * pace;
    float behind = ring.w - d;
    if (behind < -3.0 - 2.0 * span || behind > 13.0) continue;
    float lobe = max(dot(way.xz, treeWay) / max(d, 0.3), 0.0);
    float left = 1.0 - d / (uRingReach * (1.0 + 0.35 * lobe));
    if (left <= 0.0) continue;
    // Towards the tree it is not only longer but brighter, and what it has passed stays light for longer: a way.
    lobe *= lobe;
    lobe *= lobe * lobe;
    // Each is bright on a side of its own, so that of those that cross none is a hoop.
    float side = 7.3 * (ring.x + ring.z);
    float own = 0.95 + 0.5 * dot(way.xz, vec2(cos(side), sin(side))) / max(d, 1.2);
    // Weak ones are not lost beside the one that leads.
    float a = uRingColour[i].a * (2.0 - uRingColour[i].a) * own * smoothstep(0.0, 0.55, left) * (0.75 + 0.5 * lobe) * (1.0 - 0.5 * smoothstep(7.0, 18.0, ring.w)) * min(1.0, ring.w / 0.5);
    // Ripples about one place: the first crest leads, others follow, each a share of its way out, so that they stand the
    // closer the nearer they are to where the foot fell.
    float order = 3.0 * log(ring.w / max(d, 0.05));
    float nth = clamp(floor(order + 0.3), 0.0, 3.0);
    float out1 = ring.w * exp(nth * -0.3333);
    float narrow = 0.08 + 0.024 * out1;
    float width = sqrt(narrow * narrow + span * span);
    float x = (out1 - d) / width;
    float crest = x < 0.0 ? exp(-x * x) : exp(-x / (nth > 0.0 ? 0.9 : 1.5 + 0.12 / width));
    if (nth > 0.0) crest *= exp(-0.42 * nth) * smoothstep(-0.3, -0.12, order - nth) * smoothstep(0.8, 3.5, ring.w);
    crest *= 1.0 - smoothstep(0.4, 0.7, order - nth);
    float tail = behind < 0.0 ? exp(behind * 1.6) : exp(-behind * (0.42 - 0.24 * lobe));
    bow += a * crest;
    crest *= a * sqrt(narrow / width);
    sum += crest;
    hue += uRingColour[i].rgb * (crest + 0.3 * a * tail);
    glow += a * tail;
    // A crest is a lamp as long as itself.
    float thrown = a / (1.0 + 1.5 * behind * behind);
    beside += vec3(way.xz / max(d, 0.3) * (thrown * (behind - 0.3) / (0.5 + abs(behind))), thrown + 0.08 * a * tail);
    // Where it was set down the moss stays open, and light wells up.
    burst += uRingColour[i].a * smoothstep(0.0, 1.6, ring.w) * exp(-0.17 * ring.w) * (exp(-2.5 * d * d) + 0.2 * exp(-0.4 * d * d));
  }
  // It flares on some cushions and faints on others, and is the one light where it is near.
  sum *= 0.85 + 0.2 * sin(place.x * 2.1 + 1.6 * sin(place.z * 1.7)) + 0.12 * sin(place.x * 0.7 - place.z * 0.9);
  // And whole stretches of the land sleep through it.
  float awake = 0.8 + 0.3 * smoothstep(-0.9, 0.5, sin(place.x * 0.27 + 1.2 * sin(place.z * 0.19)) + sin(place.z * 0.31 - 0.9 * sin(place.x * 0.23)));
  sum *= awake * (0.72 + 0.28 * smoothstep(9.0, 90.0, dot(from, from))) / (1.0 + 0.15 * sum);
  float crests = sum * sum * (1.0 + 1.4 * sum);
  ringTint = hue / dot(hue, vec3(0.34));
  ringFrom = beside * awake;
  return vec4(ringTint * (crests / (1.0 + 0.15 * crests) + glow * 0.003 + burst * 0.12), min(bow, 1.2));
#endif
#endif
  vec3 colour = hue / dot(hue, vec3(0.34));
  return vec4(colour * (sum * sum * 1.3 + glow * 0.05), min(bow, 1.2));
}
