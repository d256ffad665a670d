#include <poses>
// How each figure holds itself now: a row for each, a column for each joint and ring.
out vec4 finalColor;

void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  finalColor = blendedAt(uPose[at.y], at.x);
}
