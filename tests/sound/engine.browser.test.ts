import { expect, test } from 'vitest';
import { createEngine } from '../../src/sound/engine.ts';
import { createPageClock } from '../../src/time/live.ts';
import { createTimeline } from '../../src/time/timeline.ts';
import { eventOf, stillPiece } from './stillPiece.ts';

const steps = Array.from({ length: 400 }, (_, n) =>
  eventOf('step', n * 0.5, { id: `0/step/${n}`, pitches: [293.664], duration: 3 }),
);
const silentSink = (context: AudioContext): AudioNode => new GainNode(context, { gain: 0 });

test('it sounds, pauses, seeks, mutes and ends, and holds no more nodes than it needs', async () => {
  const piece = stillPiece(steps);
  const timeline = createTimeline(createPageClock(() => performance.now()));
  const engine = createEngine(piece, timeline, { sink: silentSink });
  expect(engine.running).toBe(false);
  await engine.start();
  timeline.setClock(engine.clock);
  expect(engine.running).toBe(true);
  timeline.play();
  await expect.poll(() => engine.level(), { timeout: 8000 }).toBeGreaterThan(-55);
  expect(engine.counts().voices).toBeGreaterThan(0);

  timeline.seek(60);
  // Six or seven steps sound at any instant: met midway, they are there at once.
  await expect.poll(() => engine.counts().voices, { timeout: 4000 }).toBeGreaterThan(4);
  await expect.poll(() => engine.level(), { timeout: 4000 }).toBeGreaterThan(-55);
  const nodes = engine.counts().nodes;
  for (let n = 0; n < 8; n++) {
    const silent = expect.poll(() => engine.level(), { timeout: 4000, interval: 5 }).toBeLessThan(-70);
    timeline.seek(60 + n * 10);
    await silent;
    await expect.poll(() => engine.level(), { timeout: 4000 }).toBeGreaterThan(-55);
  }
  await expect.poll(() => engine.counts().nodes, { timeout: 4000 }).toBeLessThan(nodes * 1.5);

  engine.setMuted(true);
  await expect.poll(() => engine.level(), { timeout: 4000 }).toBeLessThan(-90);
  engine.setMuted(false);
  engine.setVolume(1);
  await expect.poll(() => engine.level(), { timeout: 4000 }).toBeGreaterThan(-55);

  timeline.pause();
  await expect.poll(() => engine.level(), { timeout: 4000 }).toBeLessThan(-90);
  expect(engine.counts().voices).toBe(0);
  timeline.play();
  await expect.poll(() => engine.level(), { timeout: 4000 }).toBeGreaterThan(-55);

  engine.setPiece(stillPiece(steps, { seed: 8 }));
  await expect.poll(() => engine.level(), { timeout: 4000 }).toBeGreaterThan(-55);
  await engine.suspend();
  expect(engine.running).toBe(false);
  expect(engine.context.state).toBe('suspended');
  await engine.start();
  await expect.poll(() => engine.level(), { timeout: 4000 }).toBeGreaterThan(-55);
  await engine.dispose();
  expect(engine.context.state).toBe('closed');
  expect(engine.counts().nodes).toBeLessThanOrEqual(3);
});
