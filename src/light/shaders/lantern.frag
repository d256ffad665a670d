#include <hash>
#include <air>
uniform sampler2D uNoise;
in vec2 vCorner;
in vec3 vPlace;
in vec4 vLamp;
in vec4 vShape;
out vec4 finalColor;

// Light through paper: ember where there is little of it, amber, and nearly the flame's own where it stands close.
vec3 through(float amount) {
  vec3 hue = vLamp.rgb;
  vec3 deep = vec3(hue.r * 0.82, hue.g * hue.g * 0.62, hue.b * hue.b * 0.34);
  vec3 c = mix(deep, hue, smoothstep(0.06, 0.8, amount));
  return mix(c, vec3(1.0, 0.87, 0.52), 0.75 * smoothstep(0.8, 1.7, amount)) * amount;
}

// How much the eye sees of the flame itself behind the paper.
float flameAt(vec2 off) {
  off.y -= 0.09;
  float wide = 0.13 - 0.17 * clamp(off.y, -0.3, 0.5);
  return exp(-off.x * off.x / max(wide * wide, 0.002) - off.y * off.y * 13.0);
}

float paperAt(vec2 at) {
#ifdef LEAN
  return 0.95;
#else
  vec4 n = texture(uNoise, at * vec2(0.21, 0.13) + vShape.z * 7.3);
  vec4 m = texture(uNoise, at * 0.71 + vShape.z * 3.1);
  return 0.8 + 0.28 * n.r + 0.2 * (m.g - 0.5);
#endif
}

// Dark lines at whole numbers, gone where they would be finer than a pixel.
float lineAt(float f, float wide) {
  float fine = fwidth(f);
  float off = abs(fract(f + 0.5) - 0.5);
  return (1.0 - smoothstep(wide, wide + max(fine, 0.02), off)) * (1.0 - smoothstep(0.25, 0.7, fine));
}

// A round body of hoops and paper.
vec3 hooped(vec2 q, float e, bool tall) {
  float high = tall ? 1.36 : 1.06;
  float v = q.y / high;
  if (abs(v) > 1.0) discard;
  float end = tall ? 0.56 : 0.42;
  float belly = tall ? sqrt(max(1.0 - v * v * v * v, 0.0)) : sqrt(max(1.0 - v * v, 0.0));
  float wide = (tall ? 0.76 : 1.0) * mix(end, 1.0, belly);
  float hoops = tall ? 7.0 : 5.5;
  float u = q.x / wide;
  float inner = sqrt(max(1.0 - u * u, 0.0));
  float h = (q.y + e * inner * wide * 0.75) / high;
  // Paper is drawn in at every hoop.
  float swell = abs(sin(h * hoops * 3.14159265));
  if (abs(u) > 0.965 + 0.035 * swell) discard;
  float cap = smoothstep(0.84, 0.87, abs(h));
  float sway = 0.05 * sin(TAU * (uLoop.x * 7.0 + vShape.z));
  vec2 off = q - vec2(sway, -0.42);
  float body = 0.62 / (0.55 + 0.55 * dot(off, off));
  float slant = 0.3 + 0.7 * inner;
  float arc = asin(clamp(u, -1.0, 1.0));
  float lit = body * slant * (0.8 + 0.2 * sqrt(swell)) * (1.0 - 0.5 * lineAt(h * hoops, 0.05)) * paperAt(vec2(arc, h * 1.6));
  lit += 0.85 * flameAt(off) * inner;
#ifndef LEAN
  // Some carry a sign in a brush's ink: a ring, as they run over the moss.
  if (vShape.z > 0.55) {
    vec2 mark = vec2(arc + (vShape.w - 0.5) * 2.0, h * 1.25 - 0.08);
    float r = length(mark) + 0.03 * (texture(uNoise, mark * 0.9 + vShape.z).r - 0.5);
    float ink = smoothstep(0.13, 0.085, abs(r - 0.36)) * smoothstep(0.1, 0.5, abs(atan(mark.y, mark.x) - 2.2));
    lit *= 1.0 - 0.72 * max(ink, smoothstep(0.12, 0.07, r));
  }
#endif
  // From below one looks in where it is open.
  float open = e < 0.0 ? step(q.y, -0.87 * high) : 0.0;
  vec3 light = through(lit);
  vec3 lacquer = vec3(0.010, 0.007, 0.007) + vLamp.rgb * vLamp.rgb * (0.05 + 0.16 * smoothstep(0.9, 0.85, abs(h))) * inner;
  return mix(mix(light, lacquer, cap), vec3(1.5, 1.0, 0.45), open * cap * (1.0 - u * u));
}

// One that rises: wide above, open below over its flame.
vec3 skyward(vec2 q, float e) {
  float t = (q.y + 1.4) / 2.7;
  float round1 = max(t - 0.6, 0.0) / 0.4;
  if (t < -0.2 || t > 1.0) discard;
  float wide = mix(0.6, 1.0, smoothstep(-0.1, 0.66, t)) * sqrt(max(1.0 - round1 * round1 * round1, 0.0));
  float u = q.x / max(wide, 0.05);
  if (abs(u) > 1.0) discard;
  float inner = sqrt(1.0 - u * u);
  float rim = -1.4 - e * inner * 0.6;
  if (q.y < min(rim, -1.4 + e * inner * 0.6)) discard;
  float arc = asin(clamp(u, -1.0, 1.0)) / 1.57079633;
  float h = q.y + e * inner * wide * 0.6;
  vec2 off = vec2(q.x, h + 1.02);
  float crease = lineAt(arc * 2.0 + vShape.w, 0.02);
  float fold = 0.86 + 0.14 * sin(arc * 12.0 + 3.0 * h + TAU * vShape.z);
  float lit = (1.3 / (1.0 + 1.15 * dot(off, off)) + 0.10) * (0.35 + 0.65 * inner) * fold * (1.0 - 0.35 * crease) * paperAt(vec2(arc * 1.5, h));
  lit += 1.1 * flameAt(off * 0.9) * inner;
  if (q.y < rim) lit = 1.25 + 0.6 * inner;
  return through(lit) * (1.0 - 0.75 * smoothstep(0.07, 0.03, abs(q.y - rim)));
}

// What lies on the water under a lantern, and what the light does there.
vec3 raft(vec2 q, float e, float base, float wide) {
  float top = base + 0.02;
  float x = q.x / wide;
  if (abs(x) > 1.0) discard;
  float far = sqrt(1.0 - x * x) * max(e, 0.0) * wide;
  if (q.y > top + far || q.y < top - far - 0.13) discard;
  float on = smoothstep(top - far - 0.03, top - far + 0.03, q.y);
  float r = length(vec2(x, (q.y - top) / max(e * wide, 0.08)));
  return vec3(0.014, 0.009, 0.006) + vLamp.rgb * vec3(0.8, 0.6, 0.4) * on * 0.34 / (0.25 + r * r);
}

// Four sheets of paper in a frame, on a raft.
vec3 boxed(vec2 q, float e) {
  const float H = 0.86;
  float a = (fract(vShape.w) - 0.5) * 1.5;
  vec2 cs = vec2(cos(a), sin(a));
  if (abs(q.x) > cs.x) return raft(q, e, -H, 1.3);
  bool left = q.x < cs.y;
  float k = left ? (q.x + cs.x) / (cs.y + cs.x) : (cs.x - q.x) / (cs.x - cs.y);
  float z = mix(left ? cs.y : -cs.y, cs.x, k);
  bool behind = q.x < -cs.y;
  float kb = behind ? (q.x + cs.x) / (cs.x - cs.y) : (cs.x - q.x) / (cs.x + cs.y);
  float zb = mix(behind ? cs.y : -cs.y, -cs.x, kb);
  float h = q.y + e * z;
  if (h < -H) return raft(q, e, -H, 1.3);
  vec2 off = vec2(q.x, h + 0.4);
  float edge = min(k, 1.0 - k);
  if (h > H) {
    // Over the front edge one sees the back wall from within.
    float hb = q.y + e * zb;
    if (hb > H) discard;
    return through(0.62 + 0.9 * exp(-q.x * q.x * 3.0)) * (1.0 - 0.8 * smoothstep(0.08, 0.04, H - hb));
  }
  float facing = left ? 0.707 * (cs.x - cs.y) : 0.707 * (cs.x + cs.y);
  float lit = (0.74 / (0.75 + 1.25 * dot(off, off))) * (0.45 + 0.6 * facing) * paperAt(vec2(k + (left ? 3.0 : 0.0), h));
  lit += 0.8 * flameAt(off) * smoothstep(0.0, 0.25, edge);
  float bar = max(smoothstep(0.075, 0.045, edge), smoothstep(0.10, 0.07, H - abs(h)));
  if (vShape.z > 0.5) bar = max(bar, max(smoothstep(0.035, 0.015, abs(h - 0.34)), smoothstep(0.04, 0.015, abs(k - 0.5)) * step(0.34, h)));
  return mix(through(lit), vec3(0.016, 0.010, 0.007) + vLamp.rgb * vLamp.rgb * 0.07, bar * 0.9);
}

// Paper petals about a small flame.
vec3 lotus(vec2 q, float e) {
  float flame = flameAt((q - vec2(0.0, 0.05)) * 1.1);
  float front = abs(q.x) < 1.3 ? sqrt(1.0 - q.x * q.x / 1.69) : 0.0;
  float arc = asin(clamp(q.x / 1.3, -1.0, 1.0));
  float base = -0.62 - front * e * 0.9;
  float petal = sqrt(abs(cos(arc * 2.5 + 0.4)));
  float top = base + 0.42 + 0.34 * petal;
  float back = -0.62 + front * e * 0.9 + 0.52 + 0.42 * sqrt(abs(sin(arc * 2.5 + 0.4)));
  vec3 rose = vec3(1.0, 0.42, 0.34);
  if (abs(q.x) < 1.3 && q.y > base - 0.12 && q.y < top) {
    float up = (q.y - base) / max(top - base, 0.05);
    float lit = (0.8 - 0.55 * up) * (0.55 + 0.45 * petal) * (0.5 + 0.5 * front);
    return mix(through(lit), rose * lit * 0.8, 0.45 * up) * (q.y < base ? 0.12 : 1.0);
  }
  if (abs(q.x) < 1.3 && q.y >= top && q.y < back) {
    return mix(through(0.95), rose * 0.6, smoothstep(top, back + 0.1, q.y)) * (0.55 + 0.45 * front) + vec3(1.5, 0.9, 0.4) * flame;
  }
  if (flame < 0.25) discard;
  return vec3(1.6, 1.05, 0.5) * flame;
}

void main() {
  float family = vShape.x + 0.5;
  vec2 q = vCorner;
  float e = vShape.y;
  if (uMirrored > 0.5 && vPlace.y < 0.0) discard;
  vec3 light;
  if (family < 2.0) light = hooped(q, e, family > 1.0);
  else if (family < 3.0) light = skyward(q, e);
  else if (family < 4.0) light = boxed(q, e);
  else if (family < 5.0) light = lotus(q, e);
  else if (family < 6.0) {
    float r = dot(q, q);
    if (r > 1.0) discard;
    light = through(1.35 - 0.9 * r);
  } else light = (vec3(0.012, 0.009, 0.008) + vLamp.rgb * 0.35 * pow(q.y, 3.0) * vLamp.a) * 0.4;
  finalColor = seen(light * (family < 6.0 ? 2.1 * vLamp.a : 1.0) * uGlow, vPlace);
}
