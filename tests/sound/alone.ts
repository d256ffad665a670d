import type { Event } from '../../src/score/types.ts';
import { sampleRate } from '../../src/sound/frames.ts';
import { Seat } from '../../src/sound/placement.ts';
import { createStudio, loadWorklets } from '../../src/sound/studio.ts';
import type { Voice } from '../../src/sound/voice.ts';
import { stillPiece } from './stillPiece.ts';

export interface Alone {
  readonly left: Float32Array;
  readonly right: Float32Array;
  /** Nodes that the event took, and what of them was left after it was freed. */
  readonly taken: number;
  readonly remaining: number;
}

/** One event of one voice, from its age `offset` on, without reverb and before the limiter. */
export async function playAlone(voice: Voice, event: Event, offset: number, span: number): Promise<Alone> {
  const raw = new OfflineAudioContext({ numberOfChannels: 2, length: Math.ceil(span * sampleRate), sampleRate });
  await loadWorklets(raw);
  const piece = stillPiece([event]);
  const anchor = { frame: Math.round((event.at + offset) * sampleRate), from: 0 };
  const studio = createStudio(raw, piece, { stems: [], dry: true, anchor });
  const before = studio.count.nodes;
  const room = new GainNode(raw);
  const inputs = { dry: raw.destination, room };
  const seat = new Seat(
    { context: raw, piece, inputs, count: studio.count, noise: studio.noise },
    event,
    0,
    offset,
    voice.heardAt?.bind(voice),
  );
  voice.play(event, 0, offset, seat);
  const taken = studio.count.nodes - before;
  const buffer = await raw.startRendering();
  seat.dispose();
  const remaining = studio.count.nodes - before;
  studio.dispose();
  return { left: buffer.getChannelData(0), right: buffer.getChannelData(1), taken, remaining };
}
