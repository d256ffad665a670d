import type { Active, Event, Frame } from '../../score/types.ts';
import type { Layer, Scene } from '../layer.ts';
import answerVertex from '../shaders/answer.vert?raw';
import { burst } from './sparks.ts';

/** Far lights that answer in the morning, each in its own time; once lit they stay until the day is there. */
export function answers(scene: Scene): Layer {
  const lights = burst(scene, 'answer', answerVertex, 16, scene.tier === 'none' ? 16 : 64, {
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
    mirrored: false,
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
