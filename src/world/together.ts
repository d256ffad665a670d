import type { Limb, Posture } from './body.ts';
import { type Gesture, open, round } from './gesture.ts';

type Together = 'holdLeft' | 'holdRight' | 'danceRing' | 'danceClap' | 'danceCarry' | 'danceRide';

const stood: Limb = [4, 60, 2, 90];
const kicked: Limb = [44, 24, 12, 178];

/** Hands in the neighbours' hands, leaning out from them; a kick to one side and to the other. */
const kick = (side: 1 | -1): Posture => ({
  left: [80 + 10 * side, 84, 96 + 14 * side, 78],
  right: [80 - 10 * side, 84, 96 - 14 * side, 78],
  leftLeg: side > 0 ? stood : kicked,
  rightLeg: side > 0 ? kicked : stood,
  bend: 9 * side,
  bow: -9,
  head: [-14, 10 * side, 8 * side],
  shift: [0.04 * side, 0.06, 0],
});
const sunk: Posture = {
  left: [52, 84, 60, 76],
  right: [52, 84, 60, 76],
  leftLeg: [24, 40, 16, 172],
  rightLeg: [24, 40, 16, 172],
  bow: 10,
  head: [6, 0, 0],
};
const carried: Posture = { left: [16, 20, 146, -6], right: [16, 20, 146, -6], head: [-4, 0, 0] };

/** What takes two and more: a hand held out to a child or an adult, a round, and a child on one's shoulders. */
export const together: Readonly<Record<Together, Gesture>> = {
  holdLeft: open([[1, { left: [66, 86, 80, 76], bow: 1, head: [-2, 14, 6] }]]),
  holdRight: open([[1, { right: [66, 86, 80, 76], bow: 1, head: [-2, -14, -6] }]]),
  danceRing: round([
    [0, kick(1)],
    [0.25, sunk],
    [0.5, kick(-1)],
    [0.75, sunk],
  ]),
  // Claps high, laughing at the sky, and throws the arms open.
  danceClap: round([
    [
      0,
      {
        left: [146, 24, 168, -30],
        right: [146, 24, 168, -30],
        bow: -14,
        head: [-26, 0, 6],
        leftLeg: stood,
        rightLeg: [52, 10, 4, 178],
        shift: [0.03, 0.05, 0],
      },
    ],
    [
      0.5,
      { left: [100, 78, 124, 66], right: [88, 84, 104, 70], bow: 12, bend: 10, head: [-4, 12, 0], leftLeg: kicked },
    ],
  ]),
  danceCarry: round([
    [0, { ...carried, bend: 5, leftLeg: stood, rightLeg: [20, 10, 8, 178], shift: [0.04, 0.02, 0] }],
    [0.5, { ...carried, bend: -5, leftLeg: [20, 10, 8, 178], rightLeg: stood, shift: [-0.04, 0.02, 0] }],
  ]),
  danceRide: round([
    [
      0,
      {
        left: [148, 64, 166, 80],
        right: [30, 12, 62, -10],
        leftLeg: [72, 14, 6, 8],
        rightLeg: [72, 14, 6, 8],
        head: [-16, 8, 6],
      },
    ],
    [
      0.5,
      {
        left: [112, 84, 140, 70],
        right: [34, 14, 66, -8],
        leftLeg: [72, 14, 10, 8],
        rightLeg: [72, 14, 4, 8],
        head: [-16, -8, -6],
      },
    ],
  ]),
};
