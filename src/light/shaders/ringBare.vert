// Rings of light as ribbons that lie on the ground: `rings.glsl` for a processor, which draws them only where they are.
#include <land>
#include <air>
#include <lean>
#include <film>
// Direction on the level, share of the way from before the crest to behind its tail, which ring.
in vec4 aRing;
uniform int uRingCount;
uniform vec4 uRingPlace[24];
uniform vec4 uRingColour[24];
out vec2 vAt;
// Metres behind the crest, sharpness of the crest, level of the tufts, haze and fade.
out vec4 vRing;
out vec3 vCrest;

void main() {
  int which = int(aRing.w);
  vec4 ring = uRingPlace[which];
  vec4 colour = uRingColour[which];
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vRing = vec4(0.0);
  vCrest = vec3(0.0);
  vAt = vec2(0.0);
  if (which >= uRingCount) return;
  vec2 middle = ring.xz + aRing.xy * ring.w;
  float away = distance(vec3(middle.x, ring.y, middle.y), uEye);
  float wide = max(0.24 + 0.026 * ring.w, 0.8 * away * away / (uPixelScale * max(uEye.y - ring.y, 0.4)));
  wide = min(wide, 2.5);
  // Five knots from before the crest to the end of its tail.
  float share = aRing.z;
  float behind = share < 0.1 ? -1.3 * wide : share < 0.3 ? 0.0 : share < 0.5 ? min(1.3 * wide, 2.6) : share < 0.7 ? min(4.0 * wide, 3.1) : 3.2;
  float radius = max(ring.w - behind, 0.0);
  behind = ring.w - radius;
  vec2 p = ring.xz + aRing.xy * radius;
  float rise = 1.7 * (landAt(p).height - ring.y);
  // Over a rise the way is longer.
  radius = sqrt(max(radius * radius - rise * rise, 0.25 * radius * radius));
  p = ring.xz + aRing.xy * radius;
  Land land = landAt(p);
  vec4 moss = mossAt(p, max(log2(away * 0.09), 0.0));
  vec3 place = leaning(vec3(p.x, land.height + moss.x * land.cover + 0.02, p.y));
  float d = distance(place, uEye);
  float left = max(1.0 - ring.w * 0.87 / uRingReach, 0.0);
  // Bright where the land faces where it comes from, and a memory where it is weak.
  float a = colour.a * min(0.2 + colour.a, 1.0) * smoothstep(0.0, 0.6, left) * min(1.0, ring.w * 2.0) * (0.25 + 0.75 * smoothstep(-0.2, 0.35, dot(land.slope + moss.yz, aRing.xy))) * (0.74 + 0.56 * sin(0.8 * p.x + 1.6 * sin(0.7 * p.y)));
  // Each is bright on a side of its own: none is a hoop.
  float own = 7.3 * (ring.x + ring.z);
  a *= 0.75 + 0.5 * dot(aRing.xy, vec2(cos(own), sin(own)));
  float thin = (0.24 + 0.026 * ring.w) / wide;
  vRing = vec4(behind, 1.0 / wide, log2(d / uPixelScale * (6.0 * 20.0 / 0.44)), a * sqrt(thin));
  vec2 slope = land.slope + moss.yz;
  vec3 film3 = film(200.0 + 34.0 * sin(p.x * 0.31 + 1.4 * sin(p.y * 0.27)) - 150.0 * dot(slope, uAfterglow), clamp((uEye.y - place.y - dot(uEye.xz - p, slope)) / d, 0.0, 1.0));
  vec3 hue = mix(colour.rgb * vec3(0.86, 1.0, 1.04) / dot(colour.rgb, vec3(0.34)), film3 * 1.85, 0.7 * min(uIridescence, 1.0));
  vCrest = drained(hue * (a * (1.0 - hazeTo(place, d)) * land.cover * (uGlow * (4.2 + 4.0 * uStars))), colourAt(place)) * uFade;
  vAt = p;
  vec4 clip = uViewProjection * vec4(place, 1.0);
  // A little towards the eye: the ground's own triangles are coarser than the ribbon's.
  vec4 nearer = uViewProjection * vec4(place + (uEye - place) * (min(0.5, 0.12 * d) / d), 1.0);
  gl_Position = vec4(clip.xy, nearer.z / nearer.w * clip.w, clip.w);
}
