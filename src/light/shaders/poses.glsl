// Gestures of bodies of light; see figures/atlas.ts.
const int FIGURES = 40;
// Columns from here on are bones' turns.
const int BONES = 20;
uniform sampler2D uPoses;
// Rows of the two gestures, how far from one to the other, scale.
uniform vec4 uPose[FIGURES];

vec4 poseAt(int column, float row) {
  int low = int(row);
  vec4 a = texelFetch(uPoses, ivec2(column, low), 0);
  float part = row - float(low);
  if (part < 0.001) return a;
  return mix(a, texelFetch(uPoses, ivec2(column, low + 1), 0), part);
}

vec4 blendedAt(vec4 pose, int column) {
  if (pose.z <= 0.0) return poseAt(column, pose.x);
  if (pose.z >= 1.0) return poseAt(column, pose.y);
  vec4 from = poseAt(column, pose.x);
  vec4 to = poseAt(column, pose.y);
  // Turns go the short way.
  return mix(from, column >= BONES && dot(from, to) < 0.0 ? -to : to, pose.z);
}
