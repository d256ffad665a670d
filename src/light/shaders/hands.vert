#include <hash>
#include <air>
// On a right hand: across, towards the fingertips, out of the bark; reach from wrist 0 to fingertip 1.
in vec4 aPlace;
// -1 left or 1 right, which mote, corner.
in vec3 aOwn;
uniform vec3 uLeftHand;
uniform vec3 uRightHand;
uniform vec3 uOut;
uniform float uPresence;
uniform float uReach;
// How far what the tree gives has come to stay.
uniform float uGiven;
uniform float uContact;
uniform float uHome;
uniform float uShare;
out vec2 vCorner;
// Light of its own and on its rim; how much it hides of what is behind it.
out vec4 vLight;

void main() {
  int mote = int(aOwn.y);
  int corner = int(aOwn.z);
  vec3 h = hash3(ivec3(mote, int(aOwn.x) + 3, 5));
  vec3 g = hash3(ivec3(mote, int(aOwn.x) + 7, 11));
  float hand = aOwn.x;
  vec3 right = normalize(cross(vec3(0.0, 1.0, 0.0), uOut));
  vec3 up = vec3(0.0, 1.0, 0.0);
  float scale = 1.16;
  // Each lies as it came to lie, its fingers turned a little inwards.
  float lean = hand > 0.0 ? -0.2 : 0.33;
  float reach = aPlace.w;
  vec2 flat1 = vec2(aPlace.x * hand, aPlace.y) * scale;
  flat1 = vec2(flat1.x * cos(lean) + flat1.y * sin(lean), flat1.y * cos(lean) - flat1.x * sin(lean));
  float turn = TAU * uLoop.x;
  vec3 drift = vec3(sin(turn * floor(2.0 + 3.0 * h.x) + TAU * h.y), sin(turn * floor(2.0 + 3.0 * h.z) + TAU * g.x), sin(turn * floor(1.0 + 3.0 * g.y) + TAU * g.z)) * 0.0016;
  // Before they touch, the fingers are a little bent away from the bark.
  float away = (1.0 - uReach) * (0.05 + 0.05 * reach);
  vec3 home = hand > 0.0 ? uRightHand : uLeftHand;
  vec3 lift = (uEye + uForward * 0.42 - vec3(0.0, 0.3, 0.0) + right * 0.12 * hand - home) * (1.0 - uReach) * 0.8;
  vec3 place = home + right * flat1.x + up * flat1.y + uOut * (aPlace.z * scale + away) + lift;
  // The arm comes from where one stands: it is seen along its length.
  float arm = clamp((-0.05 - aPlace.y) / 0.21, 0.0, 1.0);
  vec3 wrist = home + right * (-0.056 * sin(lean)) * scale - up * 0.056 * cos(lean) * scale + uOut * (0.03 + away) + lift;
  vec3 elbow = uEye + right * 0.27 * hand - up * 0.46 + uForward * 0.1;
  vec3 along = normalize(elbow - wrist);
  vec3 beside = normalize(cross(up, along));
  vec3 sleeve = mix(wrist, elbow, arm * 0.75) + (beside * aPlace.x * hand + cross(along, beside) * (aPlace.z - 0.5 * max(0.0, -0.05 - aPlace.y))) * scale * (1.0 + 0.5 * arm);
  place = mix(place, sleeve, smoothstep(0.0, 0.12, arm));
  float loose = 1.0 - uPresence;
  // There is no more of the walker: towards the elbow the arm strays and is lost.
  float sinking = fract(uLoop.x * floor(1.0 + 2.0 * g.x) + g.z);
  place += drift + ((h - 0.5) * 0.06 - vec3(0.0, 0.05 * sinking * g.y * g.y, 0.0)) * arm * arm * arm + (h - 0.5) * (0.03 + 0.5 * g.x) * loose * loose + vec3(0.0, -0.1, 0.0) * loose * loose * g.y;
  float whole = 1.0 - smoothstep(0.55, 1.0, arm + 0.4 * (g.x - 0.5));
  float tips = smoothstep(0.55, 1.0, reach);
  // What lies nearest the bark is the rim of what one sees.
  float flesh = aPlace.z - 0.011 * sin(3.1416 * max(reach - 0.25, 0.0) / 0.75);
  float edge = clamp(1.0 - flesh / mix(0.0084, 0.006, tips), 0.0, 1.0) * smoothstep(0.26, 0.5, reach) * (0.12 + 0.88 * smoothstep(0.5, 0.62, reach));
  // The light lies between the hands: what faces it has most of it, the arm a thread along its inner side.
  float inner = clamp(0.55 - 9.0 * aPlace.x, 0.2, 1.0);
  float outline = max(edge, smoothstep(0.75, 1.0, abs(aPlace.x - 0.01) / mix(0.03, 0.042, arm)) * step(0.001, arm));
  edge = max(edge * inner, 0.45 * smoothstep(0.7, 1.0, (0.01 - aPlace.x) / mix(0.03, 0.042, arm)) * smoothstep(0.4, 0.22, reach) * (1.0 - arm) * (1.0 - arm));
  float rim = edge * sqrt(edge);
  vec3 gold = mix(uEmber, vec3(1.0, 0.70, 0.30), 0.5);
  // What comes home enters at the fingertips and flows down, as grains of light.
  float given = max(smoothstep(0.0, 0.35, uGiven * 1.35 - (1.0 - reach)), 0.0);
  float warm = clamp(max(given, uHome * smoothstep(0.1, 0.9, reach)), 0.0, 1.0);
  float beat = 0.6 + 0.4 * sin(turn * floor(3.0 + 5.0 * g.z) + TAU * h.x);
  float grain = step(0.975, g.x) * beat;
  // Between fingers and bark the bark's own light gathers: it rims them, and shines red through what of them is thin.
  vec3 red = uEmber * vec3(1.0, 0.32, 0.16);
  float behind = 0.7 * uReach + (0.6 + 0.2 * tips) * uContact + 0.8 * uHome + 0.3 * uGiven;
  // Dusk lies on knuckles and on the back of the arm.
  vec3 dusk = (uViolet + uZenith) * (0.035 * smoothstep(0.008, 0.03, aPlace.z - 0.4 * max(-0.05 - aPlace.y, 0.0)));
  vec3 light = dusk + (0.5 + 0.9 * h.y * h.y) * (gold * (2.6 * rim) + red * (0.5 * edge + 0.008 * smoothstep(0.4, 0.8, reach))) * behind;
  light += mix(red, gold, 0.5 * reach) * (0.05 * warm * reach * reach * reach);
  light += gold * grain * (0.5 * warm + 0.3 * uContact) * (0.35 + 0.65 * reach);
  vec3 way = place - uEye;
  float d = length(way);
  float size = 0.0029 * (0.6 + 0.8 * g.y) * uShare * (1.0 - 0.45 * grain) * (1.0 - 0.6 * outline) * (1.0 - 0.25 * tips) * (1.0 + 0.9 * arm);
  float least = 1.3 * d / uPixelScale;
  float radius = max(size, least);
  float thin = size * size / (radius * radius);
  vec4 clip = uViewProjection * vec4(place, 1.0);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  clip.xy += offset * 2.0 * radius / max(d, 0.05) * uPixelScale / uPixels * clip.w;
  // The relief of the bark must not swallow them.
  clip.z -= 0.013 * clip.w / max(d, 0.1);
  vCorner = offset;
  float colour = max(colourAt(place), 0.75);
  float there = whole * uPresence * uPresence;
  vLight = vec4(drained(light, max(colour, warm)) * (uGlow * there * thin), there * min(thin, 1.0) * (1.0 - 0.6 * grain)) * uFade;
  gl_Position = there > 0.002 && d > 0.06 ? clip : vec4(2.0, 2.0, 2.0, 1.0);
}
