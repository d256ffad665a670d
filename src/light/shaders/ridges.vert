in vec4 aPlace;
out vec3 vPlace;
out float vTop;

void main() {
  vPlace = aPlace.xyz;
  vTop = aPlace.w;
  gl_Position = uViewProjection * vec4(aPlace.xyz, 1.0);
}
