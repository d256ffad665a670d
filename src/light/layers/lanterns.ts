import { Geometry } from 'pixi.js';
import type { Frame } from '../../score/types.ts';
import { hashUnit } from '../bake/hash.ts';
import { posesOf } from '../figures/atlas.ts';
import { cast, figureTable } from '../figures/cast.ts';
import { chorusOf } from '../figures/chorus.ts';
import { aboutShore, drumLimit, type Festivity, festivityOf } from '../figures/festivity.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import moteFragment from '../shaders/figureMote.frag?raw';
import heldVertex from '../shaders/heldLantern.vert?raw';
import lanternFragment from '../shaders/lantern.frag?raw';
import lanternVertex from '../shaders/lantern.vert?raw';
import glowVertex from '../shaders/lanternGlow.vert?raw';
import type { Tier } from '../tiers.ts';
import { corners } from './sparks.ts';

const counts: Readonly<Record<Tier, number>> = { none: 330, light: 420, home: 540, gallery: 620, cinema: 780 };
const heldLimit = 40;

const water = 0;
const rising = 1;
const standing = 2;

/** The drum's lanterns first, then those that rise and those that float, lit in an order of their own. */
function sow(scene: Scene): Geometry {
  const count = counts[scene.tier] + drumLimit;
  const place = new Float32Array(count * 12);
  const kind = new Uint16Array(count * 12);
  for (let n = 0; n < count; n++) {
    const dice = (key: number) => hashUnit(n, key, 2711);
    const of = n < drumLimit ? standing : dice(1) < 0.42 ? rising : water;
    const beyond = of === water ? -1.5 - 22 * dice(2) ** 2 : -2 + 9 * dice(2);
    const [x, y, z] = aboutShore(scene.piece.world, n, 10, beyond);
    const size = of === standing ? 0.17 : of === rising ? 0.2 + 0.12 * dice(3) : 0.11 + 0.06 * dice(3);
    for (let corner = 0; corner < 3; corner++) {
      place.set([x, y, z, size], (n * 3 + corner) * 4);
      kind.set([of, Math.round(65535 * dice(4)), Math.round(65535 * dice(5)), corner], (n * 3 + corner) * 4);
    }
  }
  return new Geometry({
    attributes: { aPlace: { buffer: place, format: 'float32x4' }, aKind: { buffer: kind, format: 'uint16x4' } },
  });
}

/** A drum's blow on its lantern: up within a tenth of a second, then slowly down. */
function beat(age: number, strength: number): number {
  const rise = Math.min(1, 0.25 + 0.75 * (age / 0.11));
  return strength * rise * Math.exp(-Math.max(0, age - 0.11) * 2.4);
}

function packDrums(out: Float32Array, frame: Frame, { drums }: Festivity): number {
  out.fill(0);
  let most = 0;
  for (const [item, place] of drums) {
    out.set([...place, 0], item * 4);
    most = Math.max(most, item + 1);
  }
  for (const { event, age } of frame.active) {
    if (event.kind !== 'drum') continue;
    const item = event.item % drumLimit;
    const now = beat(age, event.strength);
    const before = out[item * 4 + 3] ?? 0;
    out.set([...event.place, Math.max(before, now)], item * 4);
    most = Math.max(most, item + 1);
  }
  return most;
}

const merry = (frame: Frame): boolean =>
  frame.curves.festival > 0.004 || frame.active.some(({ event }) => event.kind === 'drum');

/** Lit paper all about the lake: on the water, in the air, on the shore, in hands. */
export function lanterns(scene: Scene): Layer {
  posesOf(scene);
  const { seat } = scene.piece.world.landmarks;
  const tonight = festivityOf(scene);
  const drums = new Float32Array(drumLimit * 4);
  const dark = new Float32Array([seat[0], seat[2], 0]);
  const shells = matter(scene, {
    vertex: lanternVertex,
    fragment: lanternFragment,
    geometry: sow(scene),
    blend: 'opaque',
    uniforms: {
      uDrums: { value: drums, type: 'vec4<f32>', size: drumLimit },
      uDrumCount: { value: 0, type: 'i32' },
      uWave: { value: 0, type: 'f32' },
      uSeat: { value: dark, type: 'vec3<f32>' },
    },
  });
  const chorus = chorusOf(scene);
  const table = figureTable(scene);
  const held = matter(scene, {
    vertex: heldVertex,
    fragment: lanternFragment,
    geometry: corners(heldLimit),
    blend: 'opaque',
    vertices: heldLimit * 3,
    uniforms: table.uniforms,
  });
  return {
    id: 'lanterns',
    where: 'opaque',
    mirrored: true,
    matter: [shells, held],
    update(frame) {
      if (!merry(frame)) return false;
      const here = tonight(frame);
      shells.uniforms.uDrumCount = packDrums(drums, frame, here);
      shells.uniforms.uWave = frame.curves.wave;
      dark[2] = here.dark;
      const dancers = cast(frame, 1, chorus(frame))
        .filter(({ figure }) => figure.role === 'dancer')
        .slice(0, heldLimit);
      table.pack(frame, dancers);
      held.visible = dancers.length > 0;
      held.size = Math.max(1, dancers.length) * 3;
      return true;
    },
    dispose() {
      shells.dispose();
      held.dispose();
    },
  };
}

/** The air around the drum's lanterns, and their light on the moss. */
export function lanternGlow(scene: Scene): Layer {
  const tonight = festivityOf(scene);
  const drums = new Float32Array(drumLimit * 4);
  const glow = matter(scene, {
    vertex: glowVertex,
    fragment: moteFragment,
    geometry: corners(drumLimit),
    blend: 'add',
    vertices: drumLimit * 3,
    uniforms: {
      uDrums: { value: drums, type: 'vec4<f32>', size: drumLimit },
    },
  });
  return {
    id: 'lanternGlow',
    where: 'added',
    mirrored: true,
    matter: [glow],
    update(frame) {
      if (!merry(frame)) return false;
      const count = packDrums(drums, frame, tonight(frame));
      glow.size = Math.max(1, count) * 3;
      const lit = Math.min(1, frame.curves.festival * 3);
      for (let i = 0; i < count; i++) {
        const [x = 0, y = 0, z = 0, now = 0] = drums.subarray(i * 4, i * 4 + 4);
        const power = lit * (0.1 + 0.32 * now);
        scene.lamps.hang({ place: [x, y, z], colour: [power, 0.66 * power, 0.34 * power], reach: 2 });
      }
      return count > 0;
    },
    dispose: () => glow.dispose(),
  };
}
