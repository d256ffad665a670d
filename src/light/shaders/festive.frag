in vec2 vCorner;
in vec4 vLight;
in vec4 vShape;
out vec4 finalColor;
// One over the square of a glow's reach, as lantern.glsl has it.
#ifdef LEAN
const float GLOW = 0.346;
#else
const float GLOW = 0.148;
#endif

#ifdef BARE
// For a processor, which computes all that a pixel might be: a light, a band, or paper of one soft outline.
void main() {
  vec2 q = vCorner;
  float r = dot(q, q);
  float family = vShape.x;
  float soft = vShape.w;
  float near = max(1.0 - r, 0.0);
  float y = q.y + 0.35 * q.y * q.y;
  float band = abs(fract(y * 3.0 + 7.0 * vShape.z - uLoop.y * 17.0) - 0.5);
  float amount = family < 0.5 ? near * near * (0.35 + 1.5 * near * near)
    : family < 6.5 ? (1.7 - 0.7 * min(r, 1.0)) * clamp((1.0 + soft - r) / (2.0 * soft), 0.0, 1.0)
    : family < 7.5 ? 0.10 + q.y * q.y * q.y
    : near * max(1.0 - q.x * q.x * 6.0, 0.0) * 3.0 * band;
  float high = family < 1.5 ? 0.98 : family < 3.5 ? 1.34 : 0.75;
  float v = q.y / high;
  float beyond = max(abs(q.x) - (family < 3.5 ? 0.96 - 0.34 * v * v : 0.9 + 0.12 * v), (abs(v) - 1.0) * high);
  float low = q.y + 0.42 * high;
  float lit = 0.2 + 1.0 / (1.0 + 2.4 * (q.x * q.x + low * low));
  float glow = max(1.0 - r * GLOW, 0.0);
  vec3 paper = mix(vec3(0.9, 0.56, 0.36), vec3(1.0), min(lit, 1.0)) * (2.0 * lit * clamp((soft - beyond) / (2.0 * soft), 0.0, 1.0)) + vec3(0.13, 0.10, 0.07) * glow * glow * glow;
  finalColor = vec4(vLight.rgb * (family > 0.5 && family < 5.5 ? paper : vec3(amount)), 0.0);
}
#else
// Light through paper: ember where there is little of it, amber, and nearly the flame's own where it stands close.
vec3 through(float amount) {
  vec3 tint = mix(vec3(0.9, 0.56, 0.36), vec3(1.0), smoothstep(0.1, 0.8, amount));
  return vLight.rgb * amount * mix(tint, vec3(1.0, 1.3, 1.6), 0.7 * smoothstep(0.9, 1.9, amount));
}

// One that is folded from a sheet: a hull, and over it what was its middle.
float boat(vec2 q) {
  float x = abs(q.x);
  float hull = max(max(-0.62 + 0.2 * x * x - q.y, q.y + 0.22 - 0.2 * x * x), x - 1.2 - 0.5 * q.y);
  return min(hull, max(x - 0.62 * (0.8 - q.y), -0.3 - q.y));
}

void main() {
  vec2 q = vCorner;
  float r = dot(q, q);
  float family = vShape.x;
  if (family < 0.5) {
    if (r > 1.0) discard;
    float near = (1.0 - r) * (1.0 - r);
    finalColor = vec4(vLight.rgb * near * (0.35 + 1.5 * near), 0.0);
    return;
  }
  float own = vShape.z;
  float soft = vShape.w;
  float turn = TAU * uLoop.y;
  if (family > 6.5) {
    if (family < 7.5) {
      finalColor = vec4(vLight.rgb * (0.10 + q.y * q.y * q.y), 0.0);
      return;
    }
    if (r > 1.0) discard;
    // Finer towards the horizon, wider and wilder towards the eye.
    float y = q.y + 0.35 * q.y * q.y;
    float x = q.x + (0.12 - 0.1 * q.y) * sin(y * 13.0 + TAU * own + turn * 21.0);
    float bands = smoothstep(-0.45, 0.8, sin(y * 19.0 + 3.0 * sin(y * 5.0 + 40.0 * own) - turn * 17.0));
    finalColor = vec4(vLight.rgb * exp(-x * x * (6.0 + 5.0 * q.y)) * bands * (1.0 - r) * (1.0 + 0.5 * q.y), 0.0);
    return;
  }
  if (family > 5.5) {
    float edge = sqrt(r);
    finalColor = vec4(vLight.rgb * (1.7 - 0.7 * min(r, 1.0)) * (1.0 - smoothstep(1.0 - soft, 1.0 + soft, edge)), 0.0);
    return;
  }
  bool hooped = family < 2.5;
  bool tall = hooped && family > 1.5;
  bool rises = !hooped && family < 3.5;
  float high = tall ? 1.34 : hooped ? 0.98 : rises ? mix(1.0, 1.75, fract(own * 3.7)) : family < 4.5 ? 0.78 : 0.7;
  float v = clamp(q.y / high, -1.0, 1.0);
  float cap = max(v - 0.15, 0.0) / 0.85;
  float wide = tall ? 0.72 * sqrt(1.0 - 0.62 * v * v * v * v) : hooped ? sqrt(1.0 - 0.84 * v * v)
    : rises ? mix(mix(0.4, 0.75, own), 1.0, smoothstep(-1.1, 0.5 * own, v)) * sqrt(max(1.0 - cap * cap * cap, 0.0)) : 0.9 + 0.12 * v;
  float u = clamp(q.x / max(wide, 0.05), -1.0, 1.0);
  float inner = sqrt(1.0 - u * u);
  float bulge = vShape.y * inner * wide * 0.6;
  float h = (q.y + bulge) / high;
  float beyond = max(abs(q.x) - wide, (abs(h) - 1.0) * high);
  float fine = 1.0 - smoothstep(0.05, 0.3, soft);
  vec2 off = q - vec2(0.06 * sin(turn * 9.0 + TAU * own), -0.42 * high);
  float far = dot(off, off);
  float lit = (0.26 + 0.62 / (1.0 + 1.9 * far)) * (0.42 + 0.58 * inner) * (1.0 - 0.24 * h);
  float arc = u * (1.0 + 0.25 * u * u);
  if (hooped) {
    float rib = cos(h * (tall ? 22.0 : 15.0));
    lit *= 1.0 - fine * (0.42 * pow(rib * rib, 12.0) + 0.75 * smoothstep(0.84, 0.92, abs(h)));
  } else if (rises) {
    lit = lit * (0.9 + 0.1 * fine * cos(arc * 8.0 + 9.0 * own)) + 0.8 * smoothstep(-0.78, -1.0, h) * inner;
  } else if (family < 4.5) {
    // An open cup: over its front rim one sees the far side from within. Its rim is torn by hand.
    float rim = 1.0 - 0.05 * cos(arc * 5.0 + 30.0 * own);
    beyond = max(abs(q.x) - wide, max((q.y - bulge) / high - rim, -h - 1.0) * high);
    lit = mix(lit * (0.9 + 0.1 * fine * cos(arc * 11.0 + 7.0 * own)), 1.15, smoothstep(-soft, soft + 0.04, h - rim));
  } else {
    beyond = boat(q);
    lit = (0.22 + 0.8 / (1.0 + 5.0 * far)) * (1.0 - 0.3 * fine * step(q.y, -0.22 + 0.2 * q.x * q.x)) * (0.85 + 0.15 * sign(q.x + 0.1));
  }
  lit += (hooped ? 0.6 : 0.75) * exp(-off.x * off.x * 11.0 - off.y * off.y * 4.0) * inner;
  float glow = max(1.0 - r * GLOW, 0.0);
  finalColor = vec4(through(lit) * 2.7 * (1.0 - smoothstep(-soft, soft, beyond)) + vLight.rgb * vec3(0.13, 0.10, 0.07) * glow * glow * glow, 0.0);
}
#endif
