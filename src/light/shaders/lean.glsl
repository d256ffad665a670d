// Where colour is gone and warmth comes, the hills lean: they rise beside the way to the tree and bow before it, so that
// the land itself is a way. Nothing near the walker, near the tree or on the way moves.
vec3 leaning(vec3 place) {
  float lean = smoothstep(0.02, 0.6, uWarmth) * (1.0 - uColour);
  if (lean <= 0.0) return place;
  vec2 way = uTreeFoot.xz - uEye.xz;
  vec2 off = place.xz - uEye.xz;
  float far = length(off);
  float turn = dot(way, off) / max(length(way) * far, 1e-3);
  float beside = 1.0 - max(turn, 0.0) * max(turn, 0.0);
  float high = max(place.y, 0.0) * (1.1 * beside - 0.45 * max(turn, 0.0));
  // The plain's own hills rise a little where they stand well beside.
  float plain = 5.0 * smoothstep(0.06, 0.5, beside) * smoothstep(25.0, 110.0, far) * (1.0 - smoothstep(500.0, 900.0, far));
  place.y += lean * mix(plain, 0.75 * high, smoothstep(900.0, 1200.0, far));
  return place;
}
