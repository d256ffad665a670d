#version 300 es
in vec3 aPosition;
uniform mat4 uProjection;
out vec3 vPlace;

void main() {
  vPlace = aPosition;
  gl_Position = uProjection * vec4(aPosition, 1.0);
}
