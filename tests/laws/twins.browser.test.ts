import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Easel } from '../../src/export/easel.ts';
import { shippedPresets } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';
import { halfTangents } from '../../src/score/projection.ts';
import { type Event, type EventKind, eventKinds, type Frame } from '../../src/score/types.ts';
import type { Seconds, Vec3 } from '../../src/units.ts';
import { hang, size } from './pictures.ts';

// Law 3, light's side: every paired event is seen, from its own instant on, and where it is.

const [preset] = shippedPresets;
if (preset === undefined) throw new Error('no preset is shipped');
const piece = open(7, preset);
const night = piece.events(0, piece.length);

let easel: Easel;
beforeAll(async () => {
  easel = await hang(piece);
}, 240_000);
afterAll(() => easel.dispose());

/** The frame as it would be without the event, in everything that follows from it. */
function without(frame: Frame, event: Event): Frame {
  const bare = { ...frame, active: frame.active.filter((one) => one.event.id !== event.id) };
  if (event.kind === 'star') return { ...bare, chosen: frame.chosen.filter((one) => one.index !== event.index) };
  if (event.kind === 'memory') return { ...bare, memory: null };
  if (event.kind === 'heartbeat') return { ...bare, curves: { ...frame.curves, heart: 0 } };
  // Each petal opens from its own bloom on.
  if (event.kind === 'bloom') return { ...bare, curves: { ...frame.curves, blossom: piece.curves(event.at).blossom } };
  return bare;
}

/** Where a place is in the picture, 0..1 from the left and from the top; undefined outside of it. */
function projected(frame: Frame, place: Vec3): readonly [x: number, y: number] | undefined {
  const { eye, forward, up } = frame.camera;
  const [fx, fy, fz] = forward;
  const [ux, uy, uz] = up;
  const right: Vec3 = [fy * uz - fz * uy, fz * ux - fx * uz, fx * uy - fy * ux];
  const to: Vec3 = [place[0] - eye[0], place[1] - eye[1], place[2] - eye[2]];
  const along = (axis: Vec3): number => to[0] * axis[0] + to[1] * axis[1] + to[2] * axis[2];
  const far = along(forward);
  if (far <= 0.1) return undefined;
  const tangents = halfTangents(frame.camera, size.width / size.height);
  const x = 0.5 + along(right) / far / tangents.x / 2;
  const y = 0.5 - along(up) / far / tangents.y / 2;
  return x > 0.05 && x < 0.95 && y > 0.05 && y < 0.95 ? [x, y] : undefined;
}

const columns = 16;
const rows = 9;

/** How much the event changes in each part of the picture, in sums of byte differences; rows from the top. */
function changed(event: Event, t: Seconds): Float64Array {
  const frame = piece.frame(t);
  const seen = easel.pixels(frame).slice();
  const bare = easel.pixels(without(frame, event));
  const parts = new Float64Array(columns * rows);
  for (let n = 0; n < seen.length; n++) {
    const by = Math.abs((seen[n] ?? 0) - (bare[n] ?? 0));
    if (by === 0) continue;
    const pixel = n >> 2;
    const column = Math.floor(((pixel % size.width) * columns) / size.width);
    const row = Math.floor((Math.floor(pixel / size.width) * rows) / size.height);
    parts[row * columns + column] = (parts[row * columns + column] ?? 0) + by;
  }
  return parts;
}

/** These are everywhere around the walker, or where the eye need not be; the others are looked for at their place. */
const surrounding: readonly EventKind[] = ['outbreath', 'heartbeat', 'memory', 'gust', 'return'];
/** How long it takes to be plainly seen: a star is cold before it warms. */
const plain: Partial<Record<EventKind, Seconds>> = {
  star: 2.5,
  greeting: 1,
  bloom: 1.5,
  gust: 2,
  outbreath: 1,
  answer: 1,
};

const inView = (event: Event): boolean =>
  surrounding.includes(event.kind) || projected(piece.frame(event.at + 0.3), event.place) !== undefined;

/** The first in the picture of every kind in every movement; of what is all around the middle one, well begun. */
const seen = [
  ...new Set(night.filter(({ kind }) => kind !== 'movement').map((one) => `${one.kind} in ${one.movement}`)),
]
  .map((name) => {
    const shown = night.filter((one) => `${one.kind} in ${one.movement}` === name && inView(one));
    const [first] = shown;
    return { name, event: first && surrounding.includes(first.kind) ? shown[shown.length >> 1] : first };
  })
  // What happens in a movement at most once or twice may be at one's side; somewhere each kind is before the eyes.
  .flatMap(({ name, event }) => (event === undefined ? [] : [{ name, event }]));

test('every kind is in the picture somewhere', () => {
  const kinds = new Set(seen.map(({ event }) => event.kind));
  expect(eventKinds.filter((kind) => kind !== 'movement' && !kinds.has(kind))).toEqual([]);
});

test.each(seen)('$name is seen, at its place', ({ event }) => {
  const { kind } = event;
  const t = event.at + (plain[kind] ?? 0.4);
  const parts = changed(event, t);
  const sum = parts.reduce((a, b) => a + b, 0);
  expect(sum, 'what it changes in the picture').toBeGreaterThan(60);
  if (surrounding.includes(kind)) return;
  const place = projected(piece.frame(t), event.place);
  if (place === undefined) throw new Error(`${event.id} leaves the picture`);
  // The centre of what it adds lies near its place, and a part of it on it.
  const near = parts.reduce((total, by, n) => {
    const x = ((n % columns) + 0.5) / columns - place[0];
    const y = (Math.floor(n / columns) + 0.5) / rows - place[1];
    return Math.hypot(x, y * (size.height / size.width)) < 0.2 ? total + by : total;
  }, 0);
  expect(near, 'what it changes near its place').toBeGreaterThan(30);
});
