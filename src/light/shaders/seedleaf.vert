#include <seedleaf>
// Across -1..1, along 0..1, which leaf.
in vec3 aLeaf;
uniform vec4 uLeafFeet[7];
uniform vec4 uLeafWays[7];
uniform vec4 uLeafFaces[7];
out vec2 vAt;
out float vLit;
flat out float vOwn;

void main() {
  int leaf = int(aLeaf.z);
  vec4 foot = uLeafFeet[leaf];
  vec3 up = uLeafWays[leaf].xyz;
  vec3 face = uLeafFaces[leaf].xyz;
  vec3 right = normalize(cross(up, face));
  face = cross(right, up);
  vOwn = leafOwn(uLeafWays[leaf].w);
  vec3 local = leafPoint(aLeaf.xy, vOwn) * uLeafWays[leaf].w;
  vec3 place = foot.xyz + driftAt(foot.xyz, foot.w, 1.0) + right * local.x + up * (local.y - 0.11 * uLeafWays[leaf].w) + face * local.z;
  vAt = aLeaf.xy;
  vLit = orbAt(place);
  gl_Position = uViewProjection * vec4(place, 1.0);
}
