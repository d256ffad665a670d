import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEasel, type Easel } from '../../src/export/easel.ts';
import { axes } from '../../src/light/view.ts';
import { shippedPresets } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';
import { halfTangents } from '../../src/score/projection.ts';
import type { Active, Camera, EventKind, Frame, Piece } from '../../src/score/types.ts';
import type { Seconds, Vec3 } from '../../src/units.ts';

const size = { width: 160, height: 90, tier: 'none' } as const;
const aFrame: Seconds = 1 / 60;

const [preset] = shippedPresets;
if (preset === undefined) throw new Error('no preset is shipped');
const piece: Piece = open(7, preset);
const [span] = piece.movements(0).filter(({ id }) => id === 'tree');
if (span === undefined) throw new Error('there is no movement tree');
const events = piece.events(span.from, span.to);

let easel: Easel;
beforeAll(async () => {
  easel = await createEasel(piece, size);
}, 120_000);
afterAll(() => easel.dispose());

const shot = (frame: Frame): Uint8ClampedArray => easel.pixels(frame).slice();

/** Column and row of a place in the picture. */
function projected(camera: Camera, [x, y, z]: Vec3): readonly [number, number] {
  const { right, up, forward } = axes(camera);
  const { x: across, y: above } = halfTangents(camera, size.width / size.height);
  const d: Vec3 = [x - camera.eye[0], y - camera.eye[1], z - camera.eye[2]];
  const dot = (v: Vec3) => v[0] * d[0] + v[1] * d[1] + v[2] * d[2];
  const depth = dot(forward);
  if (depth <= 0) return [-1, -1];
  return [
    (0.5 + (0.5 * dot(right)) / (depth * across)) * size.width,
    (0.5 - (0.5 * dot(up)) / (depth * above)) * size.height,
  ];
}

/** The largest difference of a byte within `reach` pixels of a place. */
function changeNear(a: Uint8ClampedArray, b: Uint8ClampedArray, [x, y]: readonly [number, number], reach: number) {
  let most = 0;
  for (let row = Math.max(0, Math.floor(y - reach)); row <= Math.min(size.height - 1, y + reach); row++) {
    for (let column = Math.max(0, Math.floor(x - reach)); column <= Math.min(size.width - 1, x + reach); column++) {
      for (let channel = 0; channel < 3; channel++) {
        const at = (row * size.width + column) * 4 + channel;
        most = Math.max(most, Math.abs((a[at] ?? 0) - (b[at] ?? 0)));
      }
    }
  }
  return most;
}

const inFrame = ([x, y]: readonly [number, number]) => x > 4 && y > 4 && x < size.width - 4 && y < size.height - 4;

/** A frame in which one event alone is heard and seen, or none. */
const alone = (t: Seconds, active: readonly Active[]): Frame => ({ ...piece.frame(t), active });

function firstSeen(kind: EventKind) {
  for (const event of events) {
    if (event.kind !== kind) continue;
    const place = projected(piece.frame(event.at + aFrame).camera, event.place);
    if (inFrame(place)) return { event, place };
  }
  throw new Error(`no ${kind} is in the frame`);
}

test.each(['touch', 'return', 'whisper'] as const)('%s is seen at its place from its first frame', (kind) => {
  const { event, place } = firstSeen(kind);
  const t = event.at + aFrame;
  const without = shot(alone(t, []));
  const at = shot(alone(t, [{ event, age: aFrame }]));
  expect(changeNear(without, at, place, 5)).toBeGreaterThan(4);
});

test('a surge climbs: seconds later it is high in the crown, and gone from where it began', () => {
  const touch = events.find(({ kind }) => kind === 'touch');
  if (touch === undefined) throw new Error('there is no touch');
  // From where the whole tree is seen.
  const far = piece.frame(span.from + 12).camera;
  const lit = (age: Seconds) => {
    const still = { ...piece.frame(touch.at), camera: far };
    const without = shot({ ...still, active: [] });
    const at = shot({ ...still, active: [{ event: touch, age }] });
    const { crownCentre, crownRadius } = piece.world.tree;
    const low = projected(far, touch.place);
    const high = projected(far, [crownCentre[0], crownCentre[1] + 0.5 * crownRadius, crownCentre[2]]);
    return { low: changeNear(without, at, low, 3), high: changeNear(without, at, high, 8) };
  };
  const early = lit(0.8);
  const late = lit(4.5);
  expect(early.low).toBeGreaterThan(early.high);
  expect(late.high).toBeGreaterThan(early.high + 4);
});

test('the tree stands in the picture: lit from within, it is another one than in the dark', () => {
  const frame = piece.frame(span.from + 15);
  const { crownCentre } = piece.world.tree;
  const dark = shot({ ...frame, active: [], curves: { ...frame.curves, treeGlow: 0, sap: 0 } });
  const lit = shot({ ...frame, active: [] });
  expect(changeNear(dark, lit, projected(frame.camera, crownCentre), 12)).toBeGreaterThan(12);
});

test('it hides what is behind it: stars do not shine through the trunk', () => {
  const frame = piece.frame(span.from + 15);
  const { position, along, radius } = piece.world.tree;
  // It leans: its middle at 5 m is the thickest wood so far along it.
  const middle = Array.from(along, (_, n) => n)
    .filter((n) => Math.abs((along[n] ?? 0) - 5) < 0.3)
    .reduce((a, b) => ((radius[b] ?? 0) > (radius[a] ?? 0) ? b : a));
  const [x = 0, y = 0, z = 0] = position.subarray(3 * middle);
  const trunk = projected(frame.camera, [x, y, z]);
  const night = (stars: number) => shot({ ...frame, active: [], curves: { ...frame.curves, stars } });
  expect(changeNear(night(0), night(1), trunk, 1)).toBeLessThanOrEqual(3);
});

test('the same moment gives the same pixels', () => {
  const frame = piece.frame(span.from + 0.71 * (span.to - span.from));
  const first = shot(frame);
  shot(piece.frame(span.from + 20));
  expect(shot(piece.frame(frame.t))).toEqual(first);
});
