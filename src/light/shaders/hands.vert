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
out vec3 vLight;

void main() {
  int mote = int(aOwn.y);
  int corner = int(aOwn.z);
  vec3 h = hash3(ivec3(mote, int(aOwn.x) + 3, 5));
  vec3 g = hash3(ivec3(mote, int(aOwn.x) + 7, 11));
  float hand = aOwn.x;
  vec3 right = normalize(cross(vec3(0.0, 1.0, 0.0), uOut));
  vec3 up = vec3(0.0, 1.0, 0.0);
  float scale = 1.2;
  // Each lies as it came to lie.
  float lean = hand > 0.0 ? 0.07 : -0.2;
  vec2 flat1 = vec2(aPlace.x * hand, aPlace.y) * scale;
  flat1 = vec2(flat1.x * cos(lean) + flat1.y * sin(lean), flat1.y * cos(lean) - flat1.x * sin(lean));
  float turn = TAU * uLoop.x;
  vec3 drift = vec3(sin(turn * floor(2.0 + 3.0 * h.x) + TAU * h.y), sin(turn * floor(2.0 + 3.0 * h.z) + TAU * g.x), sin(turn * floor(1.0 + 3.0 * g.y) + TAU * g.z)) * 0.0022;
  // Before they touch, the fingers are a little bent away from the bark.
  float away = (1.0 - uReach) * (0.05 + 0.05 * aPlace.w);
  vec3 at = right * flat1.x + up * flat1.y + uOut * (aPlace.z * scale + away);
  vec3 home = hand > 0.0 ? uRightHand : uLeftHand;
  vec3 lift = (uEye + uForward * 0.42 - vec3(0.0, 0.3, 0.0) + right * 0.12 * hand - home) * (1.0 - uReach) * 0.8;
  float loose = 1.0 - uPresence;
  // Where the arm would be, motes stray and sink.
  float stray = 1.0 - smoothstep(0.05, 0.34, aPlace.w);
  float sinking = fract(uLoop.x * floor(1.0 + 2.0 * g.x) + g.z);
  vec3 scatter = ((h - 0.5) * 0.09 - vec3(0.0, 0.09 * sinking, 0.0)) * stray * stray + (h - 0.5) * (0.03 + 0.5 * g.x) * loose * loose + vec3(0.0, -0.1, 0.0) * loose * loose * g.y;
  vec3 place = home + at + drift + lift + scatter;
  // Wrists dissolve: there is no more of the walker.
  float whole = smoothstep(0.0, 0.3, aPlace.w);
  whole *= whole;
  float edge = clamp(1.0 - (aPlace.z - 0.008) / 0.02, 0.0, 1.0);
  vec3 cool = vec3(0.34, 0.52, 0.74);
  vec3 gold = mix(uEmber, vec3(1.0, 0.70, 0.30), 0.5);
  // What comes home enters at the fingertips and flows down.
  float given = max(smoothstep(0.0, 0.35, uGiven * 1.35 - (1.0 - aPlace.w)), 0.0);
  float warm = clamp(max(given, uHome * smoothstep(0.1, 0.9, aPlace.w)), 0.0, 1.0);
  float tips = smoothstep(0.5, 1.0, aPlace.w);
  vec3 hue = mix(cool, gold, max(warm, 0.75 * uContact * tips));
  float beat = 0.8 + 0.2 * sin(turn * floor(3.0 + 5.0 * g.z) + TAU * h.x);
  float light = (0.16 + 0.42 * edge * edge) * beat * (0.85 + 0.5 * uContact * tips + 1.1 * uHome + 0.3 * uGiven);
  light *= whole * uPresence * uPresence;
  vec3 way = place - uEye;
  float d = length(way);
  float size = 0.0021 * (0.6 + 0.8 * g.y) * uShare;
  float least = 1.3 * d / uPixelScale;
  float radius = max(size, least);
  light *= size * size / (radius * radius);
  vec4 clip = uViewProjection * vec4(place, 1.0);
  vec2 offset = corner == 0 ? vec2(-1.7320508, -1.0) : corner == 1 ? vec2(1.7320508, -1.0) : vec2(0.0, 2.0);
  clip.xy += offset * 2.0 * radius / max(d, 0.05) * uPixelScale / uPixels * clip.w;
  // The relief of the bark must not swallow them.
  clip.z -= 0.004 * clip.w / max(d, 0.1);
  vCorner = offset;
  float colour = max(colourAt(place), 0.75);
  vLight = drained(hue * light * 1.5, max(colour, warm)) * uGlow * uFade;
  gl_Position = light > 0.001 && d > 0.06 ? clip : vec4(2.0, 2.0, 2.0, 1.0);
}
