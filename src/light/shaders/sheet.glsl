#include <seedleaf>
// A veil that hangs in the inner dark: its middle, its right and the way it faces, and half its size.
uniform vec3 uMiddle;
uniform vec3 uAcross;
uniform vec3 uFacing;
uniform vec2 uHalf;
uniform float uFold;
// Where the leaf will hang: foot and path from the heart, the way its stem points, the way it faces.
uniform vec4 uLeafFoot;
uniform vec3 uLeafWay;
uniform vec3 uLeafFace;
uniform float uLeafLength;

// A place on the veil, -1..1 over what the projector's gate lets through, in the world; the veil folds into a large leaf, and that flies.
vec3 sheetPlace(vec2 on) {
  float shaped = smoothstep(0.0, 0.26, uFold);
  float flown = smoothstep(0.22, 1.0, uFold);
  vec2 at = vec2(clamp(on.x, -1.0, 1.0), clamp(on.y * 0.5 + 0.5, 0.0, 1.0));
  vec3 leaf = leafPoint(at, leafOwn(uLeafLength)) * vec3(1.0, 1.0, 1.0 + 1.4 * sin(3.14159265 * shaped) * (1.0 - flown));
  leaf.y -= 0.3 * (1.0 - flown);
  // It hangs in slow folds, and its hem sways.
  float hang = 0.5 - 0.5 * on.y;
  float sway = sin(TAU * 9.0 * uLoop.y + on.x * 2.0) * 0.02 * hang;
  vec3 veil = vec3(on * uHalf, 0.05 * sin(on.x * 9.0 + 1.4 * sin(on.x * 3.1)) * (0.35 + hang) + sway);
  vec3 local = mix(veil, leaf * mix(1.25 * uHalf.y, uLeafLength, smoothstep(0.0, 0.8, flown)), shaped);
  vec3 foot = uLeafFoot.xyz + driftAt(uLeafFoot.xyz, uLeafFoot.w, 1.0);
  vec3 over = mix(uMiddle, foot, 0.5) + vec3(0.0, 0.35, 0.0) + uFacing * 0.5;
  vec3 origin = mix(mix(uMiddle, over, flown), mix(over, foot, flown), flown);
  vec3 up = normalize(mix(vec3(0.0, 1.0, 0.0), uLeafWay, flown) + uAcross * 0.5 * sin(3.14159265 * flown));
  vec3 face = normalize(mix(uFacing, uLeafFace, flown));
  vec3 right = normalize(cross(up, face));
  face = cross(right, up);
  return origin + right * local.x + up * local.y + face * local.z;
}
