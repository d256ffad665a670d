import type { Camera, Event, EventKind, Piece } from '../score/types.ts';
import type { Seconds, Vec3 } from '../units.ts';
import type { StemId } from './stems.ts';

/** Where a voice puts its sound, and what it may use. Everything it `own`s is freed when the event has ended. */
export interface Placement {
  readonly context: BaseAudioContext;
  readonly piece: Piece;
  /** The event's place: panned, dulled by the air and sent to the reverb from here. */
  readonly input: AudioNode;
  /** Reverb beside the place's own: for sounds that live in the room more than in their place. */
  readonly room: AudioNode;
  /** White noise 0..7, the same at the same instant of the piece wherever one comes in. */
  noise(channel: number): AudioNode;
  /** Counts a node and frees it with the event; gives it back. */
  own<N extends AudioNode>(node: N): N;
}

/**
 * One instrument. It sounds any event of its kinds from any age on, and is silent when the event's duration is over; it keeps
 * nothing between two events, and draws its chance from the event's id.
 */
export interface Voice {
  readonly stem: StemId;
  readonly kinds: readonly EventKind[];
  /** Where it is heard at an age, if that is not simply the event's place. */
  heardAt?(event: Event, age: Seconds, camera: Camera): Vec3;
  /**
   * @param when context time to begin at
   * @param offset how old the event is at that time: 0 but for those met midway
   */
  play(event: Event, when: Seconds, offset: Seconds, out: Placement): void;
}
