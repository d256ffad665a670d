import { type Gesture, open } from './gesture.ts';

/** Who goes hand in hand: one arm held out aside, a child's to its full height, an adult's half; the other hangs. */
export const together: Readonly<Record<'holdLeft' | 'holdRight', Gesture>> = {
  holdLeft: open([[1, { left: [66, 86, 80, 76], bow: 1, head: [-2, 14, 6] }]]),
  holdRight: open([[1, { right: [66, 86, 80, 76], bow: 1, head: [-2, -14, -6] }]]),
};
