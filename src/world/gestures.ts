import type { Limb, Posture } from './body.ts';
import type { GestureId } from './types.ts';

/** A gesture as postures over its phase. Cyclic ones run round; the others begin at rest and end full. */
export interface Gesture {
  readonly cyclic: boolean;
  readonly keys: readonly (readonly [phase: number, posture: Posture])[];
}

const rest: Posture = {};
const open = (keys: Gesture['keys']): Gesture => ({ cyclic: false, keys: [[0, rest], ...keys] });
const round = (keys: Gesture['keys']): Gesture => ({ cyclic: true, keys });

/** Weight on one leg, the other loose: nobody stands like a post. */
const easeLeft: Limb = [3, 60, 1, 90];
const easeRight: Limb = [12, 35, -4, 0];
const apartLeft: Limb = [13, 80, 9, 88];
const apartRight: Limb = [13, 80, 9, 88];
const strideLeft: Limb = [22, 8, 8, 10];
const backRight: Limb = [20, 175, 30, 180];

const step = (ahead: 'left' | 'right'): Posture => {
  const front: Limb = [24, 4, 14, 6];
  const back: Limb = [21, 176, 36, 178];
  const armFront: Limb = [24, 18, 44, 2];
  const armBack: Limb = [24, 160, 12, 160];
  return ahead === 'left'
    ? { leftLeg: front, rightLeg: back, left: armBack, right: armFront, turn: -8, bow: 3, bend: 1, shift: [0, 0, 0] }
    : { leftLeg: back, rightLeg: front, left: armFront, right: armBack, turn: 8, bow: 3, bend: -1, shift: [0, 0, 0] };
};
const pass = (over: 'left' | 'right'): Posture => {
  const under: Limb = [1, 20, 3, 170];
  const swing: Limb = [20, 4, 34, 178];
  const arm: Limb = [7, 60, 18, 10];
  return over === 'left'
    ? { leftLeg: under, rightLeg: swing, left: arm, right: arm, bow: 2, bend: 3, shift: [0.025, 0, 0] }
    : { leftLeg: swing, rightLeg: under, left: arm, right: arm, bow: 2, bend: -3, shift: [-0.025, 0, 0] };
};

export const gestures: Readonly<Record<GestureId, Gesture>> = {
  stand: round([
    [0, { leftLeg: easeLeft, rightLeg: easeRight, bend: -2, shift: [0.03, 0, 0], head: [3, 4, 2] }],
    [
      0.5,
      {
        leftLeg: easeLeft,
        rightLeg: easeRight,
        bend: -1,
        bow: 2,
        shift: [0.035, 0, 0.01],
        head: [0, -3, 1],
        left: [11, 80, 17, 30],
      },
    ],
  ]),
  walk: round([
    [0, step('left')],
    [0.25, pass('left')],
    [0.5, step('right')],
    [0.75, pass('right')],
  ]),
  greet: open([
    [0.45, { left: [34, 60, 58, 30], right: [34, 60, 58, 30], bow: 2, head: [-2, 0, 0] }],
    [
      1,
      {
        left: [82, 78, 100, 62],
        right: [82, 78, 100, 62],
        bow: -9,
        head: [-7, 0, 0],
        leftLeg: [6, 80, 4, 85],
        rightLeg: [10, 40, 2, 60],
      },
    ],
  ]),
  sit: open([
    [
      0.45,
      {
        leftLeg: [62, 42, 12, 185],
        rightLeg: [62, 42, 12, 185],
        bow: 22,
        left: [26, 20, 40, 10],
        right: [26, 20, 40, 10],
      },
    ],
    [
      1,
      {
        leftLeg: [80, 58, 78, -62],
        rightLeg: [80, 58, 74, -62],
        bow: 3,
        head: [9, 0, 0],
        left: [20, 50, 48, 4],
        right: [20, 50, 48, 4],
      },
    ],
  ]),
  shrink: open([
    [
      0.5,
      {
        bow: 24,
        hunch: 0.6,
        head: [28, 0, 0],
        left: [26, 10, 84, -40],
        right: [26, 10, 84, -40],
        leftLeg: [14, 8, 14, 180],
        rightLeg: [14, 8, 14, 180],
      },
    ],
    [
      1,
      {
        bow: 46,
        hunch: 1,
        head: [46, 8, 0],
        left: [38, -14, 100, -66],
        right: [44, -14, 96, -66],
        leftLeg: [48, 6, 34, 182],
        rightLeg: [44, 6, 38, 182],
      },
    ],
  ]),
  danceTurn: round([
    [
      0,
      {
        facing: 0,
        left: [118, 80, 150, 60],
        right: [64, 80, 74, 70],
        bend: 8,
        leftLeg: [6, 60, 3, 80],
        rightLeg: [34, 70, 36, 170],
        head: [-8, 14, 6],
      },
    ],
    [
      0.25,
      {
        facing: 90,
        left: [96, 84, 112, 70],
        right: [92, 84, 100, 66],
        bend: 0,
        leftLeg: [16, 50, 10, 150],
        rightLeg: [12, 60, 6, 80],
        shift: [0, 0.03, 0],
      },
    ],
    [
      0.5,
      {
        facing: 180,
        left: [64, 80, 74, 70],
        right: [118, 80, 150, 60],
        bend: -8,
        leftLeg: [34, 70, 36, 170],
        rightLeg: [6, 60, 3, 80],
        head: [-8, -14, -6],
      },
    ],
    [
      0.75,
      {
        facing: 270,
        left: [92, 84, 100, 66],
        right: [96, 84, 112, 70],
        bend: 0,
        leftLeg: [12, 60, 6, 80],
        rightLeg: [16, 50, 10, 150],
        shift: [0, 0.03, 0],
      },
    ],
  ]),
  danceReach: round([
    [
      0,
      {
        left: [168, 70, 176, 90],
        right: [150, 80, 168, 80],
        bow: -10,
        head: [-24, 0, 0],
        leftLeg: apartLeft,
        rightLeg: apartRight,
        shift: [0, 0.05, 0],
      },
    ],
    [
      0.3,
      {
        left: [120, 60, 130, 40],
        right: [100, 90, 96, 80],
        bend: 14,
        bow: 0,
        leftLeg: [24, 80, 6, 90],
        rightLeg: [16, 70, 14, 90],
        shift: [0.08, 0, 0],
      },
    ],
    [
      0.55,
      {
        left: [50, 30, 70, 10],
        right: [50, 30, 70, 10],
        bow: 24,
        head: [10, 0, 0],
        leftLeg: [36, 60, 20, 170],
        rightLeg: [36, 60, 20, 170],
      },
    ],
    [
      0.8,
      {
        left: [100, 90, 96, 80],
        right: [120, 60, 130, 40],
        bend: -14,
        bow: 0,
        leftLeg: [16, 70, 14, 90],
        rightLeg: [24, 80, 6, 90],
        shift: [-0.08, 0, 0],
      },
    ],
  ]),
  danceStep: round([
    [
      0,
      {
        left: [46, 70, 92, 30],
        right: [40, 150, 30, 120],
        turn: 22,
        leftLeg: [4, 60, 2, 90],
        rightLeg: [64, 14, 22, 178],
        bow: -2,
        head: [-4, -14, 0],
        shift: [0, 0.05, 0],
      },
    ],
    [
      0.25,
      {
        left: [42, 86, 60, 60],
        right: [42, 86, 60, 60],
        leftLeg: [18, 60, 12, 170],
        rightLeg: [18, 60, 12, 170],
        bow: 8,
      },
    ],
    [
      0.5,
      {
        left: [40, 150, 30, 120],
        right: [46, 70, 92, 30],
        turn: -22,
        leftLeg: [64, 14, 22, 178],
        rightLeg: [4, 60, 2, 90],
        bow: -2,
        head: [-4, 14, 0],
        shift: [0, 0.05, 0],
      },
    ],
    [
      0.75,
      {
        left: [42, 86, 60, 60],
        right: [42, 86, 60, 60],
        leftLeg: [18, 60, 12, 170],
        rightLeg: [18, 60, 12, 170],
        bow: 8,
      },
    ],
  ]),

  // Tears a page before the chest; offers the mended one with both hands.
  pageHarsh: open([
    [0.4, { left: [40, 20, 104, -34], right: [40, 20, 104, -34], head: [18, 0, 0], bow: 4 }],
    [1, { left: [62, 92, 96, 40], right: [30, 60, 62, 70], head: [22, -8, 0], bow: 10, turn: -12, hunch: 0.4 }],
  ]),
  pageHealed: open([
    [0.5, { left: [32, 20, 92, -28], right: [32, 20, 92, -28], head: [16, 0, 0] }],
    [
      1,
      {
        left: [64, 6, 84, -10],
        right: [64, 6, 84, -10],
        bow: 13,
        head: [2, 0, 0],
        leftLeg: strideLeft,
        rightLeg: backRight,
      },
    ],
  ]),
  // Pushes the door shut with the palm; draws it open and beckons.
  doorHarsh: open([
    [0.4, { right: [58, 40, 118, 20], left: [20, 80, 30, 30], turn: 14, head: [6, 0, 0] }],
    [
      1,
      {
        right: [88, 4, 90, 2],
        left: [26, 140, 20, 120],
        bow: 14,
        turn: 24,
        head: [14, -20, 0],
        leftLeg: strideLeft,
        rightLeg: [27, 176, 30, 178],
      },
    ],
  ]),
  doorHealed: open([
    [0.5, { right: [64, 20, 84, 6], left: [16, 80, 30, 20], bow: 4 }],
    [
      1,
      {
        right: [70, 150, 74, 120],
        left: [52, 20, 118, -20],
        turn: -26,
        bend: -5,
        bow: -2,
        head: [0, 22, 4],
        leftLeg: [14, 60, 4, 60],
        rightLeg: [14, 130, 16, 150],
      },
    ],
  ]),
  // Turns a portrait to the wall at arm's length; turns it back and holds it to the light.
  portraitHarsh: open([
    [0.45, { left: [84, 12, 90, -6], right: [84, 12, 90, -6], bow: 2 }],
    [1, { left: [86, -34, 88, -48], right: [92, 62, 90, 44], turn: -34, head: [10, 52, 0], bow: 2 }],
  ]),
  portraitHealed: open([
    [0.5, { left: [84, 12, 90, -6], right: [84, 12, 90, -6] }],
    [
      1,
      {
        left: [138, 10, 150, -16],
        right: [138, 10, 150, -16],
        bow: -10,
        head: [-26, 0, 0],
        leftLeg: easeLeft,
        rightLeg: [16, 150, 20, 170],
      },
    ],
  ]),
  // Puts out a lamp held high; holds it up to light the other.
  lampHarsh: open([
    [0.45, { right: [146, 40, 164, 30], left: [14, 70, 26, 20], head: [-22, -10, 0] }],
    [1, { right: [112, 20, 148, -30], left: [108, 30, 142, -44], head: [-6, -6, 0], bow: 6, hunch: 0.5 }],
  ]),
  lampHealed: open([
    [0.5, { right: [80, 30, 110, 10], left: [12, 80, 22, 20], head: [-6, -8, 0] }],
    [
      1,
      {
        right: [134, 34, 160, 10],
        left: [34, 50, 62, 20],
        bow: 6,
        turn: 14,
        bend: 5,
        head: [4, 6, 4],
        leftLeg: [8, 60, 4, 80],
        rightLeg: [20, 10, 8, 10],
      },
    ],
  ]),
  // Shields the face from a mirror; takes the cloth off it with a wide arm.
  mirrorHarsh: open([
    [0.5, { left: [70, 20, 128, -40], right: [20, 70, 30, 20], head: [16, -22, 0], turn: -8 }],
    [
      1,
      {
        left: [98, 8, 146, -74],
        right: [66, 4, 142, -52],
        head: [32, -46, -8],
        turn: -30,
        bow: 12,
        bend: -9,
        hunch: 0.8,
        leftLeg: easeLeft,
        rightLeg: [20, 160, 26, 170],
      },
    ],
  ]),
  mirrorHealed: open([
    [0.45, { right: [96, -20, 108, -40], left: [12, 80, 18, 40], turn: 20, head: [0, 14, 0] }],
    [
      1,
      {
        right: [106, 104, 112, 92],
        left: [10, 80, 16, 50],
        turn: -16,
        bend: -6,
        bow: -6,
        head: [-3, 14, 0],
        leftLeg: apartLeft,
        rightLeg: [18, 80, 12, 88],
      },
    ],
  ]),
  // Pulls the chair away, pointing off; offers it, the hand low and open.
  chairHarsh: open([
    [0.5, { left: [30, 20, 44, 4], right: [52, 60, 70, 50], bow: 10 }],
    [
      1,
      {
        left: [30, 168, 34, 170],
        right: [92, 74, 92, 74],
        turn: 18,
        bow: 4,
        head: [0, -42, 0],
        leftLeg: [16, 150, 22, 170],
        rightLeg: [14, 30, 6, 30],
      },
    ],
  ]),
  chairHealed: open([
    [0.5, { left: [30, 30, 44, 10], right: [30, 40, 50, 20], bow: 10 }],
    [
      1,
      {
        left: [44, 128, 40, 120],
        right: [46, 34, 46, 26],
        bow: 32,
        turn: -10,
        head: [-20, 6, 0],
        leftLeg: [12, 40, 12, 170],
        rightLeg: [24, 8, 2, 10],
      },
    ],
  ]),
  // Clutches the coat shut, turning away; lays it around another's shoulders.
  coatHarsh: open([
    [0.5, { left: [24, 10, 110, -52], right: [24, 10, 110, -52], hunch: 0.4, head: [12, 0, 0] }],
    [
      1,
      {
        left: [30, -10, 128, -58],
        right: [24, -6, 120, -62],
        hunch: 1,
        facing: 58,
        turn: 24,
        bow: 14,
        head: [24, 24, 0],
        leftLeg: easeLeft,
        rightLeg: [14, 30, 8, 150],
      },
    ],
  ]),
  coatHealed: open([
    [0.5, { left: [70, 60, 100, 30], right: [70, 60, 100, 30], bow: 4 }],
    [
      1,
      {
        left: [96, 46, 84, -44],
        right: [100, 46, 88, -44],
        bow: 15,
        head: [10, 0, 8],
        leftLeg: strideLeft,
        rightLeg: [18, 174, 26, 178],
      },
    ],
  ]),
};
