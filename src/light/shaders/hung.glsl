// Where a place of a skirt or a coat hangs, below the hips: about the knees, and with the feet; `own` is how loosely it
// hangs, how much its wearer walks and dances, and a number of its wearer's.
vec3 hung(vec4 pose, vec3 body, vec3 off, vec3 normal, vec4 own, float turn, float sway) {
  float low = clamp(-off.y / 0.44, 0.0, 1.0);
  float lower = clamp(-off.y / 0.44 - 1.0, 0.0, 1.0);
  float left = smoothstep(-0.13, 0.13, off.x);
  vec3 knees = mix(jointAt(pose, 17) - jointAt(pose, 16), jointAt(pose, 13) - jointAt(pose, 12), left) + vec3(0.0, 0.43, 0.0);
  vec3 ankles = mix(jointAt(pose, 18) - jointAt(pose, 17), jointAt(pose, 14) - jointAt(pose, 13), left) + vec3(0.0, 0.43, 0.0);
  body += knees * vec3(0.75, 0.9, 0.75) * low * low + ankles * vec3(0.6, 0.9, 0.6) * lower;
  // It lags behind who turns, and swings.
  float lag = own.x * (0.5 * own.z * sin(turn * 27.0 + own.w) + 0.05 * sway);
  vec2 about = jointAt(pose, 0).xz;
  vec2 r = body.xz - about;
  body.xz = about + vec2(r.x * cos(lag) + r.y * sin(lag), r.y * cos(lag) - r.x * sin(lag)) * (1.0 + 0.25 * own.z * own.x * (0.6 + 0.4 * sin(turn * 13.0 + own.w)));
  body.z -= 0.16 * own.y * own.x * own.x;
  // What reaches the ground lies on it.
  float sunk = max(0.04 - body.y, 0.0);
  body.xz += normal.xz * 0.6 * min(sunk, 0.4);
  body.y += sunk;
  return body;
}
