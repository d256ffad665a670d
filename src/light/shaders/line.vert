// Which stop it begins at, 0 at its beginning and 1 at its end, side -1..1.
in vec3 aLine;
// Where a star stands, and how far it is chosen: a line is drawn from one to the next as the next is chosen.
uniform vec4 uStops[64];
out float vSide;
out float vAlong;
// Radians from star to star, which line it is, and pixels from its middle to its side.
flat out vec3 vLine;

void main() {
  vec4 from = uStops[int(aLine.x)];
  vec4 to = uStops[int(aLine.x) + 1];
  float along = aLine.y * to.w;
  vec3 direction = normalize(mix(from.xyz, to.xyz, mix(0.06, 0.94, along)));
  vec4 a = uViewProjection * vec4(uEye + from.xyz * 3000.0, 1.0);
  vec4 b = uViewProjection * vec4(uEye + to.xyz * 3000.0, 1.0);
  vec4 clip = uViewProjection * vec4(uEye + direction * 3000.0, 1.0);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (a.w <= 0.0 || b.w <= 0.0 || from.w <= 0.0 || to.w <= 0.0) return;
  vec2 way = normalize((b.xy / b.w - a.xy / a.w) * uPixels + vec2(1e-5));
  float wide = 1.6 + uPixelScale * 0.013;
  vec2 across = vec2(-way.y, way.x) * 2.0 * wide / uPixels;
  clip.xy += across * aLine.z * clip.w;
  clip.z = clip.w * 0.999998;
  vSide = aLine.z;
  vAlong = along;
  vLine = vec3(distance(from.xyz, to.xyz), aLine.x, wide);
  gl_Position = clip;
}
