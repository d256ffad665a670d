in vec3 aFrom;
in vec3 aTo;
// Along 0..1, side -1..1.
in vec2 aWay;
out float vSide;
out float vAlong;

void main() {
  vec3 direction = normalize(mix(aFrom, aTo, mix(0.06, 0.94, aWay.x)));
  vec4 a = uViewProjection * vec4(uEye + aFrom * 3000.0, 1.0);
  vec4 b = uViewProjection * vec4(uEye + aTo * 3000.0, 1.0);
  vec4 clip = uViewProjection * vec4(uEye + direction * 3000.0, 1.0);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (a.w <= 0.0 || b.w <= 0.0) return;
  vec2 way = normalize((b.xy / b.w - a.xy / a.w) * uPixels + vec2(1e-5));
  vec2 across = vec2(-way.y, way.x) * 2.0 * max(1.1, uPixelScale * 0.0008) / uPixels;
  clip.xy += across * aWay.y * clip.w;
  clip.z = clip.w * 0.999998;
  vSide = aWay.y;
  vAlong = aWay.x;
  gl_Position = clip;
}
