import type { Limb } from './body.ts';
import { type Gesture, open } from './gesture.ts';
import type { MemoryId } from './types.ts';

const easeLeft: Limb = [3, 60, 1, 90];
const apartLeft: Limb = [13, 80, 9, 88];
const strideLeft: Limb = [22, 8, 8, 10];
const backRight: Limb = [20, 175, 30, 180];

/** The seven memories: what the hard hand does, and the same hand opened. */
export const memoryGestures: Readonly<Record<`${MemoryId}Harsh` | `${MemoryId}Healed`, Gesture>> = {
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
