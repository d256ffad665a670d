const int LAMPS = 8;
uniform int uLampCount;
// xyz of the lamp, and how far it reaches.
uniform vec4 uLampPlace[LAMPS];
uniform vec4 uLampColour[LAMPS];

// Light that lamps (beings, lanterns, hands, what layers hang) throw on a place, without regard to how it is turned.
vec3 lampsAt(vec3 place) {
  vec3 sum = vec3(0.0);
  for (int i = 0; i < uLampCount; i++) {
    vec3 way = uLampPlace[i].xyz - place;
    float reach = uLampPlace[i].w;
    float near = reach * reach / (reach * reach + 3.0 * dot(way, way));
    sum += uLampColour[i].rgb * near * near;
  }
  return sum;
}
