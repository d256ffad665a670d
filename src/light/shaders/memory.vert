#include <seedleaf>
in vec2 aCorner;
// Middle of the screen, its right and the way it faces.
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
out vec2 vAt;
out float vLit;

void main() {
  vAt = aCorner;
  float shaped = smoothstep(0.0, 0.5, uFold);
  float flown = smoothstep(0.22, 1.0, uFold);
  vec2 at = vec2(aCorner.x, aCorner.y * 0.5 + 0.5);
  // The sheet folds along its middle into a large leaf, and that flies.
  vec3 leaf = leafPoint(at) * vec3(1.0, 1.0, 1.0 + 1.4 * sin(3.14159265 * shaped) * (1.0 - flown));
  leaf.y -= 0.5 * (1.0 - flown);
  vec3 sheet = vec3(aCorner * uHalf, 0.0);
  vec3 local = mix(sheet, leaf * mix(2.0 * uHalf.y, uLeafLength, flown), shaped);
  vec3 foot = uLeafFoot.xyz + driftAt(uLeafFoot.xyz, uLeafFoot.w, 1.0);
  vec3 over = mix(uMiddle, foot, 0.5) + vec3(0.0, 0.35, 0.0) + uFacing * 0.5;
  vec3 origin = mix(mix(uMiddle, over, flown), mix(over, foot, flown), flown);
  vec3 up = normalize(mix(vec3(0.0, 1.0, 0.0), uLeafWay, flown) + uAcross * 0.5 * sin(3.14159265 * flown));
  vec3 face = normalize(mix(uFacing, uLeafFace, flown));
  vec3 right = normalize(cross(up, face));
  face = cross(right, up);
  vec3 place = origin + right * local.x + up * local.y + face * local.z;
  vLit = orbAt(place);
  vec4 clip = uViewProjection * vec4(place, 1.0);
  gl_Position = clip;
}
