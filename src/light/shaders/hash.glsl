// PCG 3D, Jarzynski and Olano, "Hash Functions for GPU Rendering", JCGT 2020.
uvec3 pcg3(uvec3 v) {
  v = v * 1664525u + 1013904223u;
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v ^= v >> 16u;
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  return v;
}
vec3 unit3(uvec3 v) {
  return vec3(v >> 8u) * (1.0 / 16777216.0);
}
vec3 hash3(ivec3 v) {
  return unit3(pcg3(uvec3(v)));
}
