// A painter's brush: every pixel takes the mean of the most even of eight sectors of an ellipse that lies along what is
// there, so that masses become strokes and edges stay (anisotropic Kuwahara: Kyprianidis, Kang and Doellner 2009). Small
// lights, such as stars and motes, stay as they are.
uniform vec2 uBrush;
uniform int uBrushTaps;

vec3 ink(vec2 at) {
  vec3 c = max(textureLod(uFrom, at, 0.0).rgb, 0.0);
  return sqrt(c / (1.0 + c));
}

// Which way the light does not change, and by how much more than across: its structure tensor over sixteen places.
vec3 along(vec2 at, vec2 apart) {
  vec3 tensor = vec3(0.0);
  vec4 above;
  for (int y = 0; y < 4; y++) {
    vec4 row;
    for (int x = 0; x < 4; x++) {
      row[x] = dot(ink(at + (vec2(x, y) - 1.5) * apart), vec3(0.3, 0.5, 0.2));
    }
    if (y > 0) {
      for (int x = 0; x < 3; x++) {
        vec2 slope = vec2(row[x + 1] + above[x + 1] - row[x] - above[x], row[x] + row[x + 1] - above[x] - above[x + 1]);
        float near = x == 1 && y == 2 ? 2.0 : x == 1 || y == 2 ? 1.4 : 1.0;
        tensor += near * vec3(slope.x * slope.x, slope.x * slope.y, slope.y * slope.y);
      }
    }
    above = row;
  }
  float apartness = length(vec2(tensor.x - tensor.z, 2.0 * tensor.y));
  float turn = 0.5 * atan(2.0 * tensor.y, tensor.x - tensor.z) + 1.5707963;
  return vec3(cos(turn), sin(turn), apartness / max(tensor.x + tensor.z, 1e-6));
}

vec3 brushed(vec2 at) {
  vec3 own = ink(at);
  float far = textureLod(uFrom, at, 0.0).a;
  bool sky = far > 4000.0;
  // What lies far off is laid with a finer brush.
  vec2 size = uBrush * (sky ? 0.8 : mix(1.0, 0.45, smoothstep(5.0, 90.0, far)));
  vec3 way = along(at, size * 0.4);
  float longer = 1.0 + 0.8 * way.z;
  mat2 lay = mat2(way.xy * longer, vec2(-way.y, way.x) / longer);
  vec3 sum = vec3(0.0);
  float total = 0.0;
  vec3 means[8];
  float odds[8];
  for (int k = 0; k < 8; k++) {
    float mid = float(k) * 0.78539816;
    vec3 mean = own * 0.5;
    vec3 square = own * own * 0.5;
    for (int i = 0; i < uBrushTaps; i++) {
      float ring = i == 0 ? 0.36 : i < 3 ? 0.66 : 0.95;
      float aside = i == 0 ? 0.0 : i < 3 ? float(i) * 0.4 - 0.6 : float(i) * 0.28 - 1.12;
      float turn = mid + aside;
      vec3 c = ink(at + (lay * vec2(cos(turn), sin(turn))) * ring * size);
      mean += c;
      square += c * c;
    }
    mean /= float(uBrushTaps) + 0.5;
    vec3 spread = max(square / (float(uBrushTaps) + 0.5) - mean * mean, 0.0);
    // Against the light there: the dark has its strokes too.
    float uneven = (spread.r + spread.g + spread.b) / (0.0015 + dot(mean, mean) * 0.06);
    float weight = 1.0 / (1e-4 + uneven * uneven * uneven);
    sum += mean * weight;
    total += weight;
    means[k] = mean;
    odds[k] = spread.r + spread.g + spread.b;
  }
  vec3 stroke = sum / total;
  // Where two even masses meet, each has its share of the pixel: an edge stays as smooth as it was drawn.
  vec2 texel = 0.5 / vec2(textureSize(uFrom, 0));
  vec3 soft = 0.25 * (ink(at + texel) + ink(at - texel) + ink(at + vec2(texel.x, -texel.y)) + ink(at + vec2(-texel.x, texel.y)));
  float most = 0.0;
  float share = 0.0;
  for (int k = 0; k < 8; k++) {
    vec3 off = means[k] - stroke;
    float apart = dot(off, off);
    float edge = apart - 4.0 * odds[k];
    if (edge <= most) continue;
    most = edge;
    share = clamp(dot(soft - stroke, off) / apart, 0.0, 1.0) * smoothstep(0.0, 0.012, edge);
    sum = off;
  }
  if (most > 0.0) stroke += sum * share;
  float over = max(own.r, max(own.g, own.b)) - max(stroke.r, max(stroke.g, stroke.b));
  // In the sky even the faintest is a star.
  stroke = mix(stroke, own, sky ? smoothstep(0.006, 0.03, over) : smoothstep(0.05, 0.16, over));
  stroke = min(stroke * stroke, 0.9999);
  return stroke / (1.0 - stroke);
}
