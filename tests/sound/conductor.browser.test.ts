import { expect, test } from 'vitest';
import type { Event, Piece, Touch } from '../../src/score/types.ts';
import { createConductor } from '../../src/sound/conductor.ts';
import { createStudio, loadWorklets } from '../../src/sound/studio.ts';
import type { Voice } from '../../src/sound/voice.ts';
import { eventOf, stillPiece } from './stillPiece.ts';

interface Played {
  readonly id: string;
  readonly when: number;
  readonly offset: number;
}

/** A conductor over a context that stands at 0, and the list of what it played. */
async function conducted(piece: Piece) {
  const raw = new OfflineAudioContext({ numberOfChannels: 2, length: 48000, sampleRate: 48000 });
  await loadWorklets(raw);
  const studio = createStudio(raw, piece, { stems: ['steps'], anchor: { frame: 0, from: 0 } });
  const played: Played[] = [];
  const note: Voice = {
    stem: 'steps',
    kinds: ['step'],
    play: (event: Event, when, offset) => played.push({ id: event.id, when, offset }),
  };
  return { conductor: createConductor(studio, piece, ['steps'], [note]), played, studio };
}

/** The same piece with other events; a spread would ask for the world that it has not. */
function stillPieceWith(piece: Piece, events: Piece['events']): Piece {
  return Object.create(piece, { events: { value: events } });
}

const everySecond = Array.from({ length: 300 }, (_, n) => eventOf('step', n, { id: `${n}`, duration: 2.5 }));

test('it begins midway in what sounds, and plays each event once, at its time', async () => {
  const { conductor, played } = await conducted(stillPiece(everySecond));
  conductor.begin({ position: 10.25, context: 1, velocity: 1 }, []);
  expect(played).toEqual([
    { id: '8', when: 1, offset: 2.25 },
    { id: '9', when: 1, offset: 1.25 },
    { id: '10', when: 1, offset: 0.25 },
  ]);
  played.length = 0;
  for (const until of [1.1, 1.5, 1.75, 1.8, 1.8, 2.75, 3.1]) conductor.advance(until, []);
  expect(played).toEqual([
    { id: '11', when: 1.75, offset: 0 },
    { id: '12', when: 2.75, offset: 0 },
  ]);
});

test('another name for the same moment, or another speed, repeats nothing and leaves nothing out', async () => {
  const { conductor, played } = await conducted(stillPiece(everySecond));
  conductor.begin({ position: 0.5, context: 1, velocity: 1 }, []);
  conductor.advance(2.2, []);
  played.length = 0;
  conductor.rebase({ position: 200.5, context: 1, velocity: 1 });
  conductor.advance(3, []);
  expect(played).toEqual([{ id: '202', when: 2.5, offset: 0 }]);
  played.length = 0;
  conductor.rebase({ position: 202.5, context: 3, velocity: 2 });
  conductor.advance(4.3, []);
  expect(played.map(({ id, when }) => [id, when])).toEqual([
    ['203', 3.25],
    ['204', 3.75],
    ['205', 4.25],
  ]);
});

test('a touch within what is scheduled already is heard at once, and once', async () => {
  const touch: Touch = { id: 'touch', at: 0.3, on: 'moss', place: [0, 0, -2], item: 0 };
  const plain = stillPiece(everySecond);
  const events: Piece['events'] = (t0, t1, touches = []) =>
    [
      ...plain.events(t0, t1),
      ...touches
        .map(({ id, at }) => eventOf('step', at, { id, touched: true }))
        .filter(({ at }) => at >= t0 && at < t1),
    ].toSorted((a, b) => a.at - b.at);
  const { conductor, played } = await conducted(stillPieceWith(plain, events));
  conductor.begin({ position: 0.1, context: 0.1, velocity: 1 }, []);
  conductor.advance(0.6, []);
  played.length = 0;
  conductor.advance(0.6, [touch]);
  conductor.advance(1.2, [touch]);
  expect(played).toEqual([
    { id: 'touch', when: 0.3, offset: 0 },
    { id: '1', when: 1, offset: 0 },
  ]);
});

test('halted, it holds no voices and no nodes of theirs', async () => {
  const { conductor, studio } = await conducted(stillPiece(everySecond));
  const before = studio.count.nodes;
  conductor.begin({ position: 10, context: 0, velocity: 1 }, []);
  expect(conductor.voices).toBeGreaterThan(0);
  expect(studio.count.nodes).toBeGreaterThan(before);
  conductor.halt(0.1);
  expect(conductor.voices).toBe(0);
  conductor.dispose();
  expect(studio.count.nodes).toBe(before);
});
