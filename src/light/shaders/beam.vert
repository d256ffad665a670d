// Along 0 at the lamp .. 1 at the veil, across -1..1, which slice of the cone -1..1.
in vec3 aSlice;
uniform vec3 uThrower;
uniform vec3 uMiddle;
uniform vec3 uAcross;
uniform vec2 uHalf;
out vec3 vSlice;
out vec3 vPlace;

void main() {
  vec3 axis = uMiddle - uThrower;
  vec3 on = uThrower + axis * aSlice.x;
  vec3 toEye = normalize(uEye - on);
  vec3 side = normalize(cross(axis, toEye));
  // As wide as the picture is seen from here, and as deep.
  float wide = abs(dot(side, uAcross)) * uHalf.x + abs(side.y) * uHalf.y;
  vec3 deep = normalize(cross(side, axis));
  float thick = 0.7 * min(uHalf.x, uHalf.y);
  vec3 place = on + (side * aSlice.y * wide + deep * aSlice.z * thick) * aSlice.x;
  vSlice = aSlice;
  vPlace = place;
  gl_Position = uViewProjection * vec4(place, 1.0);
}
