import { describe, expect, test } from 'vitest';
import { twilight } from '../../src/preset/defaults.ts';
import { open } from '../../src/score/open.ts';
import type { EventKind, MovementId, Piece } from '../../src/score/types.ts';
import { layers } from '../../src/sound/layers/index.ts';
import { renderSound } from '../../src/sound/offline.ts';
import { type StemId, stemIds } from '../../src/sound/stems.ts';
import { voices } from '../../src/sound/voices/index.ts';
import { decibels, rmsOf } from './spectrum.ts';

/** Where a stem has to be heard by itself: half through a movement, or from one event on. */
const homes: Readonly<Record<StemId, MovementId | EventKind>> = {
  wind: 'moss',
  whispers: 'tree',
  bed: 'moss',
  steps: 'step',
  bark: 'touch',
  heart: 'heartbeat',
  seed: 'seed',
  memory: 'memory',
  stream: 'stream',
  stars: 'star',
  beings: 'greeting',
  lake: 'lake',
  festival: 'festival',
  laughter: 'laugh',
};

const span = 3;

function homeOf(piece: Piece, home: MovementId | EventKind): number {
  const movement = piece.movements(0).find(({ id }) => id === home);
  if (movement !== undefined) return (movement.from + movement.to) / 2;
  const events = piece.events(0, piece.length).filter(({ kind }) => kind === home);
  const middle = events[Math.floor(events.length / 2)];
  if (middle === undefined) throw new Error(`no ${home} in the first night`);
  return middle.at;
}

describe('every stem', () => {
  const piece = open(7, twilight);

  test.each(stemIds)('%s has a voice or a layer, and is heard alone where it belongs', async (stem) => {
    const instruments = [...voices, ...layers].filter((one) => one.stem === stem);
    expect(instruments.length).toBeGreaterThan(0);
    const from = homeOf(piece, homes[stem]);
    const sides = await renderSound(piece, { from, to: from + span, stems: [stem] });
    for (const side of sides) {
      expect(side.every(Number.isFinite)).toBe(true);
      expect(decibels(rmsOf(side))).toBeGreaterThan(-60);
    }
  });
});
