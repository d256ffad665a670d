import { describe, expect, it } from 'vitest';
import { type EventKind, eventKinds } from '../../src/score/types.ts';
import { type StemId, stemIds } from '../../src/sound/stems.ts';
import { voices } from '../../src/sound/voices/index.ts';

/** The stem that each kind is heard in; a movement is no sound of its own. */
const heardIn: Readonly<Record<Exclude<EventKind, 'movement'>, StemId>> = {
  step: 'steps',
  outbreath: 'whispers',
  whisper: 'whispers',
  touch: 'bark',
  return: 'bark',
  heartbeat: 'heart',
  memory: 'memory',
  star: 'stars',
  dip: 'stream',
  greeting: 'beings',
  bloom: 'lake',
  gust: 'wind',
  drum: 'festival',
  pluck: 'festival',
  laugh: 'laughter',
  answer: 'stars',
  pulse: 'steps',
};

describe('law 3, twins: the side of the sound', () => {
  it.each(Object.entries(heardIn))('%s has its voice, and only one, in %s', (kind, stem) => {
    const found = voices.filter((voice) => voice.kinds.some((one) => one === kind));
    expect(found.map((voice) => voice.stem)).toEqual([stem]);
    expect(stemIds).toContain(stem);
  });

  it('no kind is left out, and none that there is not has a voice', () => {
    const paired = eventKinds.filter((kind) => kind !== 'movement');
    expect(new Set(voices.flatMap(({ kinds }) => kinds))).toEqual(new Set(paired));
  });
});
