import type { Event, Piece, Touch } from '../score/types.ts';
import type { Seconds } from '../units.ts';
import type { Automatable } from './envelope.ts';
import { frameOf, gridFrames, sampleRate } from './frames.ts';
import type { Moment, Pen } from './layer.ts';
import { layers } from './layers/index.ts';
import { Seat, type Sounding } from './placement.ts';
import type { StemId } from './stems.ts';
import type { Studio } from './studio.ts';
import type { Voice } from './voice.ts';
import { voices as allVoices } from './voices/index.ts';

/** At context time `context` the piece is at `position` and moves at `velocity`. */
export interface Passage {
  readonly position: Seconds;
  readonly context: Seconds;
  readonly velocity: number;
}

/** More events than this never sound at once; the faintest gives way. */
const MOST = 96;
/** Late by more than this, an event is left out and never caught up with. */
const LATEST: Seconds = 1;
/** An event is never begun nearer than this to the context's present. */
const SOONEST: Seconds = 0.01;

export interface Conductor {
  /** Starts at a passage, midway through whatever sounds there. */
  begin(passage: Passage, touches: readonly Touch[]): void;
  /** Schedules everything up to context time `until`. */
  advance(until: Seconds, touches: readonly Touch[]): void;
  /** The same moment has another name or another speed from now on: what sounds goes on. */
  rebase(passage: Passage): void;
  /** Silences all so that nothing sounds after context time `at`. */
  halt(at: Seconds): void;
  readonly passage: Passage | undefined;
  readonly voices: number;
  dispose(): void;
}

/**
 * Reads the score ahead and writes it into a studio: events into voices, curves into params. It is driven by hand, live from a
 * tick and offline from the renderer, and is all the scheduling there is.
 */
export function createConductor(
  studio: Studio,
  piece: Piece,
  stems: readonly StemId[],
  instruments: readonly Voice[] = allVoices,
): Conductor {
  const { raw } = studio;
  const grid = gridFrames / sampleRate;
  const parts = layers.flatMap((layer) => {
    const site = stems.includes(layer.stem) ? studio.site(piece, layer.stem) : undefined;
    return site === undefined ? [] : [layer.build(site)];
  });
  const active = instruments.filter((voice) => stems.includes(voice.stem));
  let passage: Passage | undefined;
  /** Everything before this position is scheduled. */
  let done: Seconds = 0;
  let nextPoint = 0;
  let sounding: Sounding[] = [];
  const leaving: Sounding[] = [];
  const written = new Set<Automatable>();
  const touched = new Map<string, Seconds>();

  const contextAt = (from: Passage, t: Seconds): Seconds => from.context + (t - from.position) / from.velocity;
  const positionAt = (from: Passage, c: Seconds): Seconds => from.position + (c - from.context) * from.velocity;
  const onSample = (c: Seconds): Seconds => Math.round(c * sampleRate) / sampleRate;

  const momentAt = (t: Seconds): Moment => ({
    t,
    curves: piece.curves(t),
    harmony: piece.harmony(t),
    camera: piece.camera(t),
  });

  const write = (t: Seconds, at: Seconds, first: boolean): void => {
    const moment = momentAt(t);
    const step = (param: Automatable, value: number) => {
      written.add(param);
      param.setValueAtTime(value, at);
    };
    const to = (param: Automatable, value: number) => {
      if (written.has(param)) param.linearRampToValueAtTime(value, at);
      else step(param, value);
    };
    const pen: Pen = { fresh: first, to: first ? step : to, step };
    for (const part of parts) part(moment, pen);
    pen.to(studio.size, moment.curves.room);
  };

  const giveWay = (event: Event): boolean => {
    if (sounding.length < MOST) return true;
    const faintest = sounding.reduce((least, one) => (one.event.strength < least.event.strength ? one : least));
    if (faintest.event.strength >= event.strength) return false;
    faintest.stop(raw.currentTime + 0.1);
    leaving.push(faintest);
    sounding = sounding.filter((one) => one !== faintest);
    return true;
  };

  const play = (from: Passage, event: Event, earliest: Seconds): void => {
    if (event.kind === 'movement') return;
    const due = onSample(contextAt(from, event.at));
    const when = Math.max(due, onSample(Math.max(earliest, raw.currentTime === 0 ? 0 : raw.currentTime + SOONEST)));
    // Whole frames of age: a sound met midway has then the very samples it would have had.
    const offset = when === due ? 0 : frameOf(when - due) / sampleRate;
    if (offset >= event.duration) return;
    for (const voice of active) {
      const inputs = voice.kinds.includes(event.kind) ? studio.stem(voice.stem) : undefined;
      if (inputs === undefined || !giveWay(event)) continue;
      const seat = new Seat(
        { context: raw, piece, inputs, count: studio.count, noise: studio.noise },
        event,
        when,
        offset,
        voice.heardAt?.bind(voice),
      );
      voice.play(event, when, offset, seat);
      sounding.push(seat);
    }
  };

  const sweep = (): void => {
    const now = raw.currentTime;
    sounding = sounding.filter((one) => {
      if (one.until > now) return true;
      one.dispose();
      return false;
    });
    for (let n = leaving.length - 1; n >= 0; n--) {
      const one = leaving[n];
      if (one === undefined || one.stoppedAt > now) continue;
      one.dispose();
      leaving.splice(n, 1);
    }
    for (const [id, at] of touched) if (at < done - 120) touched.delete(id);
  };

  const startAt = (from: Passage): void => {
    passage = from;
    done = from.position;
    nextPoint = Math.floor(from.position / grid + 1e-6) + 1;
    written.clear();
    write(from.position, from.context, true);
  };

  return {
    get passage() {
      return passage;
    },
    get voices() {
      return sounding.length;
    },
    begin: (from, touches) => {
      touched.clear();
      startAt(from);
      for (const event of piece.sounding(from.position, touches)) {
        if (event.touched) touched.set(event.id, event.at);
        // What begins at this very instant comes with the first window.
        if (event.at < from.position) play(from, event, from.context);
      }
    },
    advance: (until, touches) => {
      sweep();
      if (passage === undefined) return;
      const from = passage;
      const present = positionAt(from, raw.currentTime);
      if (present > done + LATEST) {
        for (const param of written) param.cancelScheduledValues(raw.currentTime);
        startAt({ ...from, position: present, context: raw.currentTime });
        passage = from;
      }
      const to = positionAt(from, until);
      for (; nextPoint * grid <= to + grid; nextPoint++) {
        write(nextPoint * grid, contextAt(from, nextPoint * grid), false);
      }
      // A touch may belong to what is scheduled already: it is played at once, at its present age.
      if (touches.length > 0) {
        for (const event of piece.events(Math.max(0, done - LATEST), done, touches)) {
          if (!event.touched || touched.has(event.id)) continue;
          touched.set(event.id, event.at);
          play(from, event, 0);
        }
      }
      if (to <= done) return;
      for (const event of piece.events(done, to, touches)) {
        if (event.touched) {
          if (touched.has(event.id)) continue;
          touched.set(event.id, event.at);
        }
        play(from, event, 0);
      }
      done = to;
    },
    rebase: (to) => {
      if (passage === undefined) return;
      const at = contextAt(passage, done);
      const point = contextAt(passage, nextPoint * grid);
      passage = to;
      done = positionAt(to, at);
      nextPoint = Math.ceil(positionAt(to, point) / grid - 1e-6);
    },
    halt: (at) => {
      for (const one of sounding) {
        one.stop(at);
        leaving.push(one);
      }
      sounding = [];
      for (const param of written) param.cancelScheduledValues(at);
      written.clear();
      passage = undefined;
      sweep();
    },
    dispose: () => {
      for (const one of [...sounding, ...leaving]) one.dispose();
      sounding = [];
      leaving.length = 0;
      passage = undefined;
    },
  };
}
