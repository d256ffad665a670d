// Water for a processor: what changes slowly, and every uniform, is handed on by the vertices.
#include <air>
#include <lamps>
// x, z, metres downstream, metres aside.
in vec4 aPlace;
// Direction downstream, how wild, how much of it is stream.
in vec4 aFlow;
uniform vec4 uShoreBox;
uniform vec4 uBloomAt;
uniform float uInward;
out vec3 vWay;
out vec3 vClip;
out vec2 vShore;
// Where on the ripples' tile the broad waves lie, and the fine.
out vec4 vRipple;
// The bed, the deep, haze and a crest's light.
out vec3 vDome;
out vec3 vDeep;
out vec3 vHaze;
out vec3 vCrest;
// How far a slope moves the mirrored picture: by its way aside, and by its way along.
flat out vec4 vPull;
// Strength of broad and fine waves, and how bright the mirror is.
flat out vec3 vWaves;
#ifdef STREAM
out vec2 vAt;
out vec4 vFlow;
out vec4 vRun;
out vec3 vLow;
#else
out vec3 vBloom;
flat out float vInward;
#endif
#ifdef MOVED
out vec2 vOn;
#endif
flat out vec3 vBlossom;

void main() {
  vec3 place = vec3(aPlace.x, 0.0, aPlace.y);
  vec2 p = place.xz;
  vec3 way = place - uEye;
  float d = max(length(way), 1e-3);
  float haze = hazeTo(place, d);
  float colour = colourAt(place);
  vec4 clip = uViewProjection * vec4(place, 1.0);
  gl_Position = clip;
  vWay = way;
  vClip = vec3((clip.xy + clip.w) * 0.5, clip.w);
  vShore = (p - uShoreBox.xy) * uShoreBox.zw;
  vec2 drift = vec2(uLoop.y);
  vRipple = vec4(p / 6.3 + drift * vec2(2.0, 1.0), p.yx / 1.9 + drift * vec2(-5.0, 4.0));
  float left = (1.0 - haze) * uFade;
  vec3 dome = uZenith * 0.9 + uViolet * 0.8 + vec3(0.30, 0.25, 0.24) * uDawn;
  vec3 lamps = lampsAt(place);
  vDome = drained(dome * 2.5 + lamps * 1.1, colour) * left;
  vDeep = drained(vec3(0.0016, 0.0046, 0.0070) * (0.4 + dome * 14.0) * (1.0 - 0.8 * uInward) + lamps * vec3(0.010, 0.017, 0.018), colour) * left;
  vHaze = drained(hazeColour(way / d) * haze, colour) * uFade;
  vCrest = drained(uRose * 0.30 + uViolet * 0.9, colour) * left;
  vPull = vec4(uRight.xz / uTan.x, uForward.xz * (uUp.y / uTan.y));
  vWaves = vec3(0.0022 + 0.004 * uWind, 0.0008 + 0.011 * uWind * uWind + 0.004 * uGust, uFade);
  vBlossom = uBlossom * (uBloomAt.w * uGlow * uFade);
#ifdef STREAM
  vLow = drained(skyBase(normalize(vec3(way.x, 0.055 * d, way.z))) * (0.8 + 0.8 * uColour), uColour);
  vAt = p;
  vFlow = vec4(normalize(aFlow.xy), aFlow.zw);
  vRun = vec4(aPlace.zw / vec2(1.5, 4.3) - vec2(uLoop.x * 4.0, 0.0), aPlace.wz / vec2(0.77, 1.09) - vec2(0.0, uLoop.x * 9.0) + 0.37);
#else
  vBloom = place - uBloomAt.xyz;
  vInward = 0.62 * uInward;
#endif
#ifdef MOVED
  vOn = p;
#endif
}
