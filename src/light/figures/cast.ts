import type { Figure, Frame } from '../../score/types.ts';
import type { Colour, Metres } from '../../units.ts';
import type { Scene } from '../layer.ts';
import { type Poses, posesOf } from './atlas.ts';
import { hueOf } from './hues.ts';

/** One who is seen now. */
export interface Seen {
  readonly figure: Figure;
  readonly distance: Metres;
  /** How finely it is drawn, 0 best. */
  readonly level: number;
}

/** Metres up to which a figure has all its threads; twice as far, half of them. */
export const whole: Metres = 5;
export const levels = 7;
/** How finely one is drawn who is so far away. */
export const levelAt = (distance: Metres): number =>
  Math.min(levels - 2, Math.max(0, Math.ceil(Math.log2(distance / whole))));
const shown: ReadonlySet<string> = new Set(['being', 'dancer', 'eighth']);

/** Everyone before the eye, nearest first; `more` are those whom only light knows. */
export function cast(frame: Frame, more: readonly Figure[] = []): readonly Seen[] {
  const { eye, forward } = frame.camera;
  return [...frame.figures, ...more]
    .flatMap((figure): Seen[] => {
      if (!shown.has(figure.role) || figure.presence <= 0) return [];
      const way = [figure.place[0] - eye[0], figure.place[1] + 1 - eye[1], figure.place[2] - eye[2]] as const;
      const ahead = way[0] * forward[0] + way[1] * forward[1] + way[2] * forward[2];
      if (ahead < -2) return [];
      const distance = Math.hypot(...way);
      // Only water shows the eighth, and it shows less of everyone.
      const own = figure.role === 'eighth' ? 0.4 : 1;
      const level = levelAt(own * distance);
      return [{ figure, distance, level }];
    })
    .sort((a, b) => a.distance - b.distance || a.figure.index - b.figure.index);
}

/** Shaders hold tables of so many figures; see shaders/figure.glsl. */
export const tableSize = 40;

const walking = (id: string): boolean => id === 'walk';
const dancing = (id: string): boolean => id.startsWith('dance');

/** Writes one vector of a table. */
function put(table: Float32Array, i: number, x: number, y: number, z: number, w: number): void {
  const at = i * 4;
  table[at] = x;
  table[at + 1] = y;
  table[at + 2] = z;
  table[at + 3] = w;
}

const part = (figure: Figure, gestures: (id: string) => boolean): number =>
  (gestures(figure.from) ? 1 - figure.mix : 0) + (gestures(figure.to) ? figure.mix : 0);

/** Seconds since a being's greeting began; -1 where it greets nobody. */
function greeting(frame: Frame, figure: Figure): number {
  if (figure.role !== 'being') return -1;
  const found = frame.active.find(({ event }) => event.kind === 'greeting' && event.index === figure.index);
  return found?.age ?? -1;
}

const smooth = (from: number, to: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** The chest's light in a greeting: there at once, then swelling, and dying with its song. */
function chestLight(age: number): number {
  if (age < 0) return 0;
  return (0.34 + 0.66 * smooth(0, 1.7, age)) * (1 - smooth(4.2, 8.5, age));
}

export interface Table {
  /** For `matter`. */
  readonly uniforms: Readonly<
    Record<string, { readonly value: Float32Array; readonly type: 'vec4<f32>'; size: number }>
  >;
  /** Writes who they are, in this order; gives back how many pieces they have in all, where the finest has `most`. */
  pack(frame: Frame, figures: readonly Seen[], most: number): number;
}

/** Uniform tables that say where some figures are and how they hold themselves. */
export function figureTable(scene: Scene): Table {
  const poses: Poses = posesOf(scene);
  const vec4s = () => new Float32Array(tableSize * 4);
  const [place, pose, state, hue, move] = [vec4s(), vec4s(), vec4s(), vec4s(), vec4s()];
  const of = (value: Float32Array) => ({ value, type: 'vec4<f32>', size: value.length / 4 }) as const;
  return {
    uniforms: {
      uPlace: of(place),
      uPose: of(pose),
      uState: of(state),
      uHue: of(hue),
      uMove: of(move),
    },
    pack(frame, figures, most) {
      state.fill(0);
      let end = 0;
      figures.forEach(({ figure, level }, i) => {
        const age = greeting(frame, figure);
        end += most >> level;
        const chest = Math.max(chestLight(age), figure.role === 'eighth' ? 0.6 : figure.role === 'being' ? 0.28 : 0.2);
        const [r, g, b]: Colour = hueOf(figure, frame.palette);
        put(place, i, ...figure.place, figure.heading);
        const { from, fromPhase, to, toPhase, mix, scale } = figure;
        put(pose, i, poses.row(from, fromPhase), poses.row(to, toPhase), mix, scale);
        const glow = figure.role === 'dancer' ? 0.5 + 0.5 * figure.glow : figure.glow;
        put(state, i, figure.presence, glow, end, age);
        put(hue, i, r, g, b, chest);
        const number = figure.index + (figure.role === 'dancer' ? 16 : 0);
        put(move, i, part(figure, walking), figure.role === 'eighth' ? 1 : 0, number, part(figure, dancing));
      });
      return end;
    },
  };
}
