precision highp float;
precision highp int;
precision highp sampler2D;

// The scene: the same for every layer in one pass. What is written at once is one array: a program then costs one call
// instead of dozens. `scene.ts` reads from these lines where each value lies.
uniform vec4 uScene[27];
uniform mat4 uViewProjection;
uniform mat3 uFilmTurn;

#define uEye uScene[0].xyz
// How many pixels of this target one metre spans at one metre's distance.
#define uPixelScale uScene[0].w
#define uRight uScene[1].xyz
// 1 while drawing what water mirrors.
#define uMirrored uScene[1].w
#define uUp uScene[2].xyz
// Everything is multiplied by it: the dark between outer and inner.
#define uFade uScene[2].w
#define uForward uScene[3].xyz
#define uBreath uScene[3].w
// Tangents of half the whole picture's field of view; x across, y up.
#define uTan uScene[4].xy
// Pixels of this target.
#define uPixels uScene[4].zw
// Where this target lies in the whole picture: x, y of its lower left, width, height, in fractions, y up.
#define uCrop uScene[5]
// Wrapped time: fractions of 16, 64, 256 and 1024 seconds. sin(TAU * k * uLoop.y) is smooth for whole k.
#define uLoop uScene[6]

#define uZenith uScene[7].xyz
#define uWind uScene[7].w
#define uViolet uScene[8].xyz
#define uGust uScene[8].w
#define uRose uScene[9].xyz
#define uCloud uScene[9].w
#define uAmber uScene[10].xyz
#define uHaze uScene[10].w
#define uEmber uScene[11].xyz
#define uColour uScene[11].w
#define uMoss uScene[12].xyz
#define uColourFront uScene[12].w
// Light on moss: from the whole sky, from the low side where the dusk or the dawn stands, and what its tips throw back of the
// sky; and the film's first hue.
#define uDome uScene[13].xyz
#define uWarmth uScene[13].w
#define uWarmSide uScene[14].xyz
#define uStars uScene[14].w
#define uShine uScene[15].xyz
#define uDawn uScene[15].w
#define uTeal uScene[16].xyz
#define uTreeGlow uScene[16].w
// What reaches even the hollows: the sky's blue, and by day its pale light.
#define uFill uScene[17].xyz
#define uFestival uScene[17].w
#define uBlossom uScene[18].xyz
#define uGlow uScene[18].w
#define uLastBlossom uScene[19].xyz
#define uIridescence uScene[19].w

// Unit direction on the ground towards the afterglow.
#define uAfterglow uScene[20].xy
// And where dawn rises.
#define uDawnWay uScene[20].zw
#define uTreeFoot uScene[21].xyz
#define uRingReach uScene[21].w
// Centre of the crown and its radius.
#define uCrown uScene[22]
// Half the side of the near ground's bake, and of the far one.
#define uExtent uScene[23].xy
// How low violet stays, and a number of tonight's clouds' own.
#define uVioletFall uScene[23].z
#define uOwn uScene[23].w
// The last light: how thin, how much rose, amber, and all the way round.
#define uLine uScene[24]
// Clouds: a bank, mackerel, a veil, cirrus.
#define uClouds uScene[25]
// Unit direction to the side that weather comes from.
#define uWeather uScene[26].xy

const float TAU = 6.28318530718;
