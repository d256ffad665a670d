// How a body of threads is carried by its bones, and built; see figures/rest.ts.
// Joint, bone before it, bone beyond.
const ivec3 PIVOTS[15] = ivec3[15](
  ivec3(0, 0, 1), ivec3(1, 1, 2), ivec3(2, 2, 3),
  ivec3(4, 2, 4), ivec3(5, 4, 5), ivec3(6, 5, 6), ivec3(12, 0, 7), ivec3(13, 7, 8), ivec3(14, 8, 9),
  ivec3(8, 2, 10), ivec3(9, 10, 11), ivec3(10, 11, 12), ivec3(16, 0, 13), ivec3(17, 13, 14), ivec3(18, 14, 15)
);
// How broad, how bent, how tall: eight builds; see figures/dress.ts for what they wear.
const vec3 BUILDS[8] = vec3[8](
  vec3(0.9, 0.02, 1.06), vec3(1.02, 0.5, 0.93), vec3(1.0, 0.05, 1.0), vec3(1.0, 0.0, 0.94),
  vec3(0.97, 0.02, 0.95), vec3(1.32, 0.06, 1.0), vec3(0.84, 0.08, 1.08), vec3(0.97, 0.06, 1.0)
);

vec3 turned(vec4 q, vec3 v) {
  return v + 2.0 * cross(q.xyz, cross(q.xyz, v) + q.w * v);
}

// The old are bent, from the waist on.
vec3 bent(vec3 p, float stoop) {
  float high = max(p.y - 0.8, 0.0);
  return vec3(p.x, p.y - 0.22 * stoop * high, p.z + stoop * high * high);
}
