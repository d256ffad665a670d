precision highp float;
precision highp int;
precision highp sampler2D;

// The scene: the same for every layer in one pass.
uniform mat4 uViewProjection;
uniform vec3 uEye;
uniform vec3 uRight;
uniform vec3 uUp;
uniform vec3 uForward;
// Tangents of half the whole picture's field of view; x across, y up.
uniform vec2 uTan;
// Where this target lies in the whole picture: x, y of its lower left, width, height, in fractions, y up.
uniform vec4 uCrop;
// Pixels of this target, and how many of them one metre spans at one metre's distance.
uniform vec2 uPixels;
uniform float uPixelScale;
// 1 while drawing what water mirrors.
uniform float uMirrored;
// Everything is multiplied by it: the dark between outer and inner.
uniform float uFade;
// Wrapped time: fractions of 16, 64, 256 and 1024 seconds. sin(TAU * k * uLoop.y) is smooth for whole k.
uniform vec4 uLoop;

uniform float uBreath;
uniform float uWind;
uniform float uGust;
uniform float uCloud;
uniform float uHaze;
uniform float uColour;
uniform float uColourFront;
uniform float uWarmth;
uniform float uStars;
uniform float uDawn;
uniform float uTreeGlow;
uniform float uFestival;
uniform float uGlow;
uniform float uIridescence;
uniform mat3 uFilmTurn;

uniform vec3 uZenith;
uniform vec3 uViolet;
uniform vec3 uRose;
uniform vec3 uAmber;
uniform vec3 uEmber;
uniform vec3 uMoss;
// Light on moss: from the whole sky, from the low side where the dusk or the dawn stands, and what its tips throw back of the
// sky; and the film's first hue.
uniform vec3 uDome;
uniform vec3 uWarmSide;
uniform vec3 uShine;
uniform vec3 uTeal;
// What reaches even the hollows: the sky's blue, and by day its pale light.
uniform vec3 uFill;
uniform vec3 uBlossom;
uniform vec3 uLastBlossom;

// Unit direction on the ground towards the afterglow.
uniform vec2 uAfterglow;
// And where dawn rises.
uniform vec2 uDawnWay;
uniform vec3 uTreeFoot;
// Centre of the crown and its radius.
uniform vec4 uCrown;
// Half the side of the near ground's bake, and of the far one.
uniform vec2 uExtent;

const float TAU = 6.28318530718;
