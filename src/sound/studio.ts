import type { Piece } from '../score/types.ts';
import { block, type FrameAnchor } from './frames.ts';
import type { Site } from './layer.ts';
import { gainOf, masterLevel, stemLevels } from './mix.ts';
import type { StemInputs } from './placement.ts';
import type { StemId } from './stems.ts';
import { type Context, Gain, wrapContext } from './tone.ts';
import limiterUrl from './worklets/limiter.worklet.ts?worker&url';
import noiseUrl from './worklets/noise.worklet.ts?worker&url';
import reverbUrl from './worklets/reverb.worklet.ts?worker&url';
import swarmUrl from './worklets/swarm.worklet.ts?worker&url';
import tonesUrl from './worklets/tones.worklet.ts?worker&url';
import whispersUrl from './worklets/whispers.worklet.ts?worker&url';

const NOISES = 8;

export interface StudioOptions {
  readonly stems: readonly StemId[];
  /** Without the reverb. */
  readonly dry?: boolean;
  readonly anchor: FrameAnchor;
}

/** The graph that every event and layer sounds through: stems, reverb, sum, limiter. */
export interface Studio {
  readonly raw: BaseAudioContext;
  /** The finished mix, `limiterDelay` frames late. */
  readonly output: AudioNode;
  readonly count: { nodes: number };
  /** Size of the place, 0..1. */
  readonly size: AudioParam;
  /** Above 0.5 the reverb empties itself. */
  readonly clear: AudioParam;
  stem(id: StemId): StemInputs | undefined;
  noise(channel: number): AudioNode;
  site(piece: Piece, id: StemId): Site | undefined;
  /** Says to everything that is a function of position where it is from context frame `from` on. */
  anchor(anchor: FrameAnchor): void;
  dispose(): void;
}

/** Loads what the graph is made of. Call once a context, before `createStudio`. */
export async function loadWorklets(raw: BaseAudioContext): Promise<void> {
  const urls = [noiseUrl, tonesUrl, reverbUrl, limiterUrl, whispersUrl, swarmUrl];
  await Promise.all(urls.map((url) => raw.audioWorklet.addModule(url)));
}

export function createStudio(raw: AudioContext | OfflineAudioContext, piece: Piece, options: StudioOptions): Studio {
  const context: Context = wrapContext(raw);
  const { preset } = piece;
  const count = { nodes: 0 };
  const freed: (() => void)[] = [];
  const following: AudioWorkletNode[] = [];
  const own = <N extends AudioNode | { dispose(): unknown }>(node: N): N => {
    count.nodes += 1;
    freed.push(() => {
      if (node instanceof AudioNode) node.disconnect();
      else node.dispose();
      count.nodes -= 1;
    });
    return node;
  };
  const gain = (value: number) => own(new Gain({ context, gain: value }));
  const follower: Site['follower'] = (name, more) => {
    const processorOptions: unknown = { ...more.processorOptions, ...options.anchor };
    const node = own(new AudioWorkletNode(raw, name, { ...more, processorOptions }));
    following.push(node);
    return node;
  };
  const paramOf = (node: AudioWorkletNode, name: string): AudioParam => {
    const param = node.parameters.get(name);
    if (param === undefined) throw new Error(`the worklet has no param ${name}`);
    return param;
  };

  const noiseNode = follower('mosslight-noise', {
    numberOfInputs: 0,
    outputChannelCount: [NOISES],
    processorOptions: { seed: piece.seed },
  });
  const splitter = own(new ChannelSplitterNode(raw, { numberOfOutputs: NOISES }));
  noiseNode.connect(splitter);
  const taps = Array.from({ length: NOISES }, (_, channel) => {
    const tap = own(new GainNode(raw));
    splitter.connect(tap, channel);
    return tap;
  });

  const sum = gain(gainOf(masterLevel(preset)));
  const reverb = follower('mosslight-reverb', {
    outputChannelCount: [2],
    channelCount: 2,
    channelCountMode: 'explicit',
  });
  const room = gain(1);
  const wet = gain(options.dry === true ? 0 : preset.music.reverb);
  room.output.connect(reverb);
  reverb.connect(wet.input);
  wet.connect(sum);
  const limiter = own(
    new AudioWorkletNode(raw, 'mosslight-limiter', {
      outputChannelCount: [2],
      channelCount: 2,
      channelCountMode: 'explicit',
    }),
  );
  sum.output.connect(limiter);

  const levels = stemLevels(preset);
  const stems = new Map<StemId, { dry: Gain; room: Gain }>();
  for (const id of options.stems) {
    const level = gainOf(levels.get(id) ?? 0);
    const stem = { dry: gain(level), room: gain(level) };
    stem.dry.connect(sum);
    stem.room.connect(room);
    stems.set(id, stem);
  }
  const inputs = (id: StemId): StemInputs | undefined => {
    const stem = stems.get(id);
    return stem === undefined ? undefined : { dry: stem.dry.input, room: stem.room.input };
  };
  const noise = (channel: number): AudioNode => {
    const tap = taps[channel % NOISES];
    if (tap === undefined) throw new RangeError(`noise: no channel ${channel}`);
    return tap;
  };

  return {
    raw,
    output: limiter,
    count,
    size: paramOf(reverb, 'size'),
    clear: paramOf(reverb, 'clear'),
    stem: inputs,
    noise,
    site: (of, id) => {
      const to = inputs(id);
      if (to === undefined) return undefined;
      return {
        context,
        raw,
        piece: of,
        dry: to.dry,
        room: to.room,
        noise,
        tones: (timbre) =>
          follower('mosslight-tones', { numberOfInputs: 0, outputChannelCount: [2], processorOptions: timbre }),
        follower,
        own,
      };
    },
    anchor: (anchor) => {
      const from = Math.ceil(anchor.from / block) * block;
      for (const node of following) node.port.postMessage({ frame: anchor.frame + from - anchor.from, from });
    },
    dispose: () => {
      for (const free of freed.toReversed()) free();
      freed.length = 0;
    },
  };
}
