import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Easel } from '../../src/export/easel.ts';
import { shippedPresets } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';
import type { Piece } from '../../src/score/types.ts';
import { loseContext } from './loss.ts';
import { contrast, difference, hang, same, shot } from './pictures.ts';

// Law 2: at a fixed tier and size the frame at t is pixel-identical after playing, seeking, reload and a lost context.

const [preset] = shippedPresets;
if (preset === undefined) throw new Error('no preset is shipped');
const seed = 7;
const fps = 30;

/** The middle of each movement, off every round number. */
const moments = open(seed, preset)
  .movements(0)
  .map((span) => ({ name: span.id, t: (span.from + span.to) / 2 + 0.123456 }));

let piece: Piece;
let easel: Easel;
const first = new Map<string, Uint8ClampedArray>();

beforeAll(async () => {
  piece = open(seed, preset);
  easel = await hang(piece);
  // Backwards, so that nothing is ever reached by playing.
  for (const { name, t } of moments.toReversed()) first.set(name, shot(easel, piece, t));
}, 120_000);

afterAll(() => easel.dispose());

const expected = (name: string) => first.get(name) ?? new Uint8ClampedArray();

test('there is something to see, and something else in each movement', () => {
  for (const { name } of moments) expect(contrast(expected(name)), name).toBeGreaterThan(2);
  for (const [index, { name }] of moments.entries()) {
    const next = moments[index + 1];
    if (next !== undefined) expect(difference(expected(name), expected(next.name)).mean, name).toBeGreaterThan(1);
  }
});

test.each(moments)('$name: playing leads to the same picture', ({ name, t }) => {
  // A whole second once, a few frames everywhere: a frame costs a tenth of a second without a GPU.
  const before = name === 'moss' ? fps : 6;
  for (let frame = before; frame > 0; frame--) easel.draw(piece.frame(t - frame / fps));
  expect(difference(shot(easel, piece, t), expected(name))).toEqual(same);
});

test('so does a reload: a piece opened anew, on a stage of its own', async () => {
  const again = open(seed, preset);
  const other = await hang(again);
  for (const { name, t } of moments) {
    expect(difference(shot(other, again, t), expected(name)), name).toEqual(same);
  }
  other.dispose();
}, 120_000);

test('so does a lost context, three times over', async () => {
  for (const loss of [0, 1, 2]) {
    await loseContext(easel.canvas);
    // Each loss meets three of the nine, so that each of them is met once.
    for (const { name, t } of moments.filter((_, index) => index % 3 === loss)) {
      expect(difference(shot(easel, piece, t), expected(name)), `${name}, loss ${loss + 1}`).toEqual(same);
    }
  }
}, 120_000);
