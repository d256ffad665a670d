import type { Active, Event, Frame } from '../../score/types.ts';
import type { Layer, Scene } from '../layer.ts';
import answerVertex from '../shaders/answer.vert?raw';
import pulseVertex from '../shaders/pulse.vert?raw';
import { burst, smooth } from './sparks.ts';

/** Far lights that answer in the morning, each in its own time; once lit they stay until the day is there. */
export function answers(scene: Scene): Layer {
  const lights = burst(scene, 'answer', answerVertex, 16, scene.quality.lean ? 16 : 64, {
    uStay: { value: 1, type: 'f32' },
  });
  let night = Number.NaN;
  let tonight: readonly Event[] = [];
  /** A pure result, kept for one night. */
  const eventsOf = (frame: Frame): readonly Event[] => {
    if (night !== frame.night) {
      night = frame.night;
      const waking = scene.piece.movements(night).find(({ id }) => id === 'waking');
      tonight =
        waking === undefined
          ? []
          : scene.piece.events(waking.from, waking.to).filter(({ kind, at }) => kind === 'answer' && at >= waking.from);
    }
    return tonight;
  };
  return {
    id: 'answers',
    where: 'added',
    mirrored: !scene.quality.bare,
    matter: [lights.matter],
    update(frame) {
      if (frame.movement !== 'waking' && frame.active.every(({ event }) => event.kind !== 'answer')) return false;
      const past = eventsOf(frame)
        .map((event): Active => ({ event, age: frame.t - event.at }))
        .filter(({ event, age }) => age >= event.duration);
      const count = lights.moments.pack(frame, past);
      lights.matter.uniforms.uStay = frame.curves.answers;
      lights.matter.size = Math.max(1, count) * lights.each * 3;
      return count > 0;
    },
    dispose: () => lights.matter.dispose(),
  };
}

/** A night's last pulse: a point of its blossom's colour where the next night's first step will fall. */
export function pulse(scene: Scene): Layer {
  const point = burst(scene, 'pulse', pulseVertex, 2, scene.quality.lean ? 16 : 60, {
    uOver: { value: 0, type: 'f32' },
    uWarm: { value: 0, type: 'f32' },
  });
  let night = Number.NaN;
  let last: Event | undefined;
  /** A pure result, kept for one night. */
  const pulseOf = ({ night: now }: Frame): Event | undefined => {
    if (now !== night) {
      night = now;
      const { from, to } = scene.piece.movements(now).find(({ id }) => id === 'waking') ?? { from: 0, to: 0 };
      last = scene.piece.events(from, to).find(({ kind }) => kind === 'pulse');
    }
    return last;
  };
  return {
    id: 'pulse',
    where: 'added',
    mirrored: false,
    matter: [point.matter],
    update(frame) {
      const struck = frame.active.find(({ event }) => event.kind === 'pulse');
      const event = struck?.event ?? (frame.movement === 'waking' ? pulseOf(frame) : undefined);
      if (event === undefined) return false;
      const age = frame.t - event.at;
      // The seed is found when the map has gone, and goes over into the pulse.
      const warm = smooth(-19, -11, age);
      if (warm <= 0) return false;
      const count = point.moments.pack(frame, struck === undefined ? [{ event, age }] : []);
      point.matter.uniforms.uOver = event.night < frame.night ? 1 : 0;
      point.matter.uniforms.uWarm = warm;
      const [x, y, z] = event.place;
      const [r, g, b] = frame.palette.ember;
      const light = (14 + 16 * frame.curves.dawn) * warm * (1 - smooth(0, 2.4, age));
      scene.lamps.hang({ place: [x, y + 0.5, z], colour: [r * light, 0.75 * g * light, 0.6 * b * light], reach: 0.9 });
      point.matter.size = Math.max(1, count) * point.each * 3;
      return count > 0;
    },
    dispose: () => point.matter.dispose(),
  };
}
