import { describe, expect, it } from 'vitest';
import { open } from '../../src/score/open.ts';
import type { Event } from '../../src/score/types.ts';
import { twilight, twilightOf } from '../score/pieces.ts';

const text = (events: readonly Event[]): string => events.map((event) => JSON.stringify(event)).join('\n');

/** What is left of an event when the night it is in is taken away. */
const timeless = (events: readonly Event[], start: number): string =>
  events.map(({ kind, at, pitches }) => `${kind} ${(at - start).toFixed(2)} ${pitches.join(' ')}`).join('\n');

describe('law 5, seed', { timeout: 30_000 }, () => {
  const piece = twilightOf(7);
  const { length } = piece;

  it('the same seed is the same piece, to the byte', () => {
    const other = open(7, twilight);
    // The other one goes another way through the nights first.
    other.frame(5.5 * length);
    other.events(2 * length, 3 * length);
    expect(text(other.events(0, length))).toBe(text(piece.events(0, length)));
    for (const t of [0, 100.5, 400, 700, 1000, length - 0.1, length + 1]) {
      expect(JSON.stringify(other.frame(t))).toBe(JSON.stringify(piece.frame(t)));
    }
  });

  it('another seed is another piece', () => {
    const other = twilightOf(8);
    expect(timeless(other.events(0, length), 0)).not.toBe(timeless(piece.events(0, length), 0));
    expect(JSON.stringify(other.frame(60))).not.toBe(JSON.stringify(piece.frame(60)));
  });

  it('another night is another piece: form, tune, memories, stars, blossom', () => {
    const seen = Array.from({ length: 12 }, (_, night) => {
      const events = piece.events(night * length, (night + 1) * length);
      const of = (kind: Event['kind']) => events.filter((event) => event.kind === kind);
      return {
        form: JSON.stringify(piece.movements(night).map(({ from }) => from - night * length)),
        tune: JSON.stringify(of('star').map(({ pitches }) => pitches)),
        stars: JSON.stringify(of('star').map(({ item }) => item)),
        motifs: JSON.stringify(of('memory').map(({ motif }) => motif)),
        blossom: JSON.stringify(piece.frame((night + 0.9) * length).palette.blossom),
      };
    });
    for (const what of ['form', 'tune', 'stars', 'motifs', 'blossom'] as const) {
      expect(new Set(seen.map((night) => night[what])).size, what).toBe(seen.length);
    }
  });
});
