import type { Limb, Posture } from './body.ts';
import type { Gesture } from './gesture.ts';
import { open, round } from './gesture.ts';
import { memoryGestures } from './memories.ts';
import { together } from './together.ts';
import type { GestureId } from './types.ts';

/** Weight on one leg, the other loose: nobody stands like a post. */
const easeLeft: Limb = [3, 60, 1, 90];
const easeRight: Limb = [12, 35, -4, 0];
const apartLeft: Limb = [13, 80, 9, 88];
const apartRight: Limb = [13, 80, 9, 88];

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

/** Between two steps of a dance. */
const sunk: Posture = {
  left: [42, 86, 60, 60],
  right: [42, 86, 60, 60],
  leftLeg: [18, 60, 12, 170],
  rightLeg: [18, 60, 12, 170],
  bow: 8,
};

/** Every gesture a body knows. */
export const gestures: Readonly<Record<GestureId, Gesture>> = {
  ...memoryGestures,
  ...together,
  stand: round([
    [
      0,
      {
        leftLeg: easeLeft,
        rightLeg: easeRight,
        bend: -6,
        shift: [0.04, 0, 0],
        head: [5, 6, 7],
        left: [7, 80, 12, 30],
        right: [16, 74, 24, 20],
      },
    ],
    [
      0.5,
      {
        leftLeg: easeLeft,
        rightLeg: easeRight,
        bend: -4,
        bow: 2,
        shift: [0.045, 0, 0.01],
        head: [6, -4, 5],
        left: [11, 80, 17, 30],
        right: [18, 70, 30, 14],
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
    [0.45, { left: [30, 60, 62, 24], right: [34, 60, 66, 24], bow: 3, head: [4, 0, 3] }],
    [
      1,
      {
        // Elbows low, forearms wide and not alike, palms to whom it greets; the head inclined, the weight on one leg.
        left: [30, 78, 104, 58],
        right: [22, 74, 84, 56],
        bow: 4,
        bend: -10,
        head: [9, 0, 17],
        leftLeg: easeLeft,
        rightLeg: [20, 34, 2, 30],
        shift: [0.05, 0, 0],
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
        bow: 5,
        head: [20, 5, 6],
        left: [20, 50, 48, 4],
        right: [20, 50, 48, 4],
      },
    ],
  ]),
  // One knee down, a hand to the water.
  kneel: open([
    [
      0.5,
      {
        leftLeg: [34, 20, 40, 180],
        rightLeg: [46, 14, 6, 180],
        bow: 14,
        left: [18, 30, 40, 10],
        right: [22, 20, 34, 6],
      },
    ],
    [
      1,
      {
        leftLeg: [12, 20, 88, 180],
        rightLeg: [84, 16, 4, 20],
        bow: 34,
        bend: -6,
        turn: -10,
        head: [16, -10, -4],
        left: [30, 24, 62, -20],
        right: [46, 22, 30, 12],
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
    [0.25, sunk],
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
    [0.75, sunk],
  ]),
};
