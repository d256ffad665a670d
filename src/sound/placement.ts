import type { Event, Piece } from '../score/types.ts';
import type { Seconds } from '../units.ts';
import { hear } from './space.ts';
import type { Placement, Voice } from './voice.ts';

/** What an event's sound goes into. */
export interface StemInputs {
  readonly dry: AudioNode;
  readonly room: AudioNode;
}

/** An event that sounds now. */
export interface Sounding {
  readonly event: Event;
  /** Context time when it has died away. */
  readonly until: Seconds;
  /** Context time when nothing is left of it after `stop`; Infinity before. */
  readonly stoppedAt: Seconds;
  /** Fades it out so that it is silent at context time `at`. */
  stop(at: Seconds): void;
  /** Frees its nodes. */
  dispose(): void;
}

/** How long a stopped sound takes to fade. */
export const fadeOut: Seconds = 0.08;
/** The place is followed through the camera's motion at these steps of the event's age. */
const FOLLOW: Seconds = 1;

type NodeCount = { nodes: number };

function isScheduled(node: AudioNode): node is AudioScheduledSourceNode {
  return node instanceof AudioScheduledSourceNode;
}

/** Pan, distance, air and send of an event, and the list of what has to be freed after it. */
export class Seat implements Placement, Sounding {
  readonly context: BaseAudioContext;
  readonly piece: Piece;
  readonly event: Event;
  readonly input: GainNode;
  readonly room: AudioNode;
  readonly until: Seconds;
  stoppedAt: Seconds = Number.POSITIVE_INFINITY;
  private readonly fade: GainNode;
  private readonly owned: AudioNode[] = [];
  private readonly links: { readonly from: AudioNode; readonly to: AudioNode }[] = [];
  private readonly count: NodeCount;
  private readonly taps: (channel: number) => AudioNode;

  constructor(
    site: {
      context: BaseAudioContext;
      piece: Piece;
      inputs: StemInputs;
      count: NodeCount;
      noise: (channel: number) => AudioNode;
    },
    event: Event,
    when: Seconds,
    offset: Seconds,
    heardAt?: Voice['heardAt'],
  ) {
    this.context = site.context;
    this.piece = site.piece;
    this.event = event;
    this.count = site.count;
    this.taps = site.noise;
    this.until = when + Math.max(0, event.duration - offset) + 0.02;
    const { context } = this;
    this.input = this.own(new GainNode(context));
    this.fade = this.own(new GainNode(context));
    const room = this.own(new GainNode(context));
    this.room = room;
    const air = this.own(new BiquadFilterNode(context, { type: 'lowpass', Q: 0 }));
    const direct = this.own(new GainNode(context));
    const pan = this.own(new StereoPannerNode(context, { channelCount: 1, channelCountMode: 'explicit' }));
    const send = this.own(new GainNode(context));
    this.input.connect(air);
    air.connect(direct).connect(pan).connect(this.fade).connect(site.inputs.dry);
    air.connect(send).connect(room).connect(site.inputs.room);
    this.follow(when, offset, { pan: pan.pan, direct: direct.gain, send: send.gain, cutoff: air.frequency }, heardAt);
    this.sendFade = room.gain;
  }

  private readonly sendFade: AudioParam;

  /** Draws the place as it passes the listener, in straight lines between whole steps of the event's age. */
  private follow(
    when: Seconds,
    offset: Seconds,
    params: Record<'pan' | 'direct' | 'send' | 'cutoff', AudioParam>,
    heardAt?: Voice['heardAt'],
  ): void {
    const { event, piece } = this;
    const at = (age: Seconds) => {
      const t = event.at + age;
      const camera = piece.camera(t);
      return hear(camera, heardAt?.(event, age, camera) ?? event.place, piece.curves(t).room);
    };
    const steps = Math.max(1, Math.ceil(event.duration / FOLLOW));
    const first = Math.min(steps - 1, Math.max(0, Math.floor(offset / FOLLOW)));
    const names = ['pan', 'direct', 'send', 'cutoff'] as const;
    let before = at(first * FOLLOW);
    for (let step = first + 1; step <= steps; step++) {
      const next = at(step * FOLLOW);
      for (const name of names) {
        if (step === first + 1) {
          const x = Math.min(1, Math.max(0, offset / FOLLOW - first));
          params[name].setValueAtTime(before[name] + (next[name] - before[name]) * x, when);
        }
        params[name].linearRampToValueAtTime(next[name], when + step * FOLLOW - offset);
      }
      before = next;
    }
  }

  noise(channel: number): AudioNode {
    const tap = this.taps(channel);
    const gate = this.own(new GainNode(this.context));
    tap.connect(gate);
    this.links.push({ from: tap, to: gate });
    return gate;
  }

  own<N extends AudioNode>(node: N): N {
    this.owned.push(node);
    this.count.nodes += 1;
    return node;
  }

  stop(at: Seconds): void {
    this.stoppedAt = at + 0.02;
    const from = Math.max(0, at - fadeOut);
    for (const gain of [this.fade.gain, this.sendFade]) {
      gain.setValueAtTime(1, from);
      gain.linearRampToValueAtTime(0, at);
    }
    for (const node of this.owned) if (isScheduled(node)) node.stop(at + 0.01);
  }

  dispose(): void {
    for (const { from, to } of this.links) from.disconnect(to);
    for (const node of this.owned) {
      node.disconnect();
      this.count.nodes -= 1;
    }
    this.owned.length = 0;
    this.links.length = 0;
  }
}
