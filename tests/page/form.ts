import { type MovementSpan, movementIds } from '../../src/score/types.ts';

const shares = [150, 75, 165, 150, 135, 105, 120, 135, 45];

/** Eighteen minutes in nine movements, every night alike: what the page needs of a piece's form. */
export const form = {
  length: 1080,
  movements: (night: number): readonly MovementSpan[] => {
    let from = night * 1080;
    return movementIds.map((id, index) => {
      const to = from + (shares[index] ?? 0);
      const span = { id, index, night, from, to };
      from = to;
      return span;
    });
  },
};
