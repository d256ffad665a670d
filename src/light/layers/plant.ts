import type { Frame, Piece } from '../../score/types.ts';
import type { Seconds, Unit } from '../../units.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import plantFragment from '../shaders/plant.frag?raw';
import plantVertex from '../shaders/plant.vert?raw';
import type { Tier } from '../tiers.ts';
import { type PlantDetail, petalGroups, plantGeometry } from './plantMesh.ts';

const details: Readonly<Record<Tier, PlantDetail>> = {
  none: { stem: [6, 4], leaf: [4, 2], petal: [3, 2], stamens: 18 },
  gallery: { stem: [28, 8], leaf: [14, 4], petal: [12, 6], stamens: 60 },
  cinema: { stem: [40, 10], leaf: [18, 6], petal: [16, 8], stamens: 90 },
};

/** Seconds that a group of petals takes to open. */
const opening: Seconds = 6.5;

const smooth = (from: number, to: number, x: number): Unit => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** When each group of petals opens in a night; the last asked is kept. */
function openings(piece: Piece): (night: number) => readonly Seconds[] {
  let kept: { readonly night: number; readonly at: readonly Seconds[] } | undefined;
  return (night) => {
    if (kept?.night === night) return kept.at;
    const span = piece.movements(night).find(({ id }) => id === 'lake');
    const at: Seconds[] = [];
    if (span !== undefined) {
      for (const event of piece.events(span.from, span.to)) if (event.kind === 'bloom') at[event.index] = event.at;
    }
    kept = { night, at };
    return at;
  };
}

/** The grown seed on the lake: a stem, seven leaves that were memories, and the blossom, lit from inside. */
export function plant(scene: Scene): Layer {
  const { piece } = scene;
  const { landmarks, plant: grown } = piece.world;
  const { blossom, seat } = landmarks;
  const far = Math.hypot(blossom[0] - seat[0], blossom[2] - seat[2]) || 1;
  const ahead = [(blossom[0] - seat[0]) / far, (blossom[2] - seat[2]) / far] as const;
  // It bows with the gust: across the view, a little away.
  const bowWay = [ahead[0] * 0.3 - ahead[1] * 0.954, ahead[1] * 0.3 + ahead[0] * 0.954] as const;
  const open = new Float32Array(petalGroups * 4);
  const head = new Float32Array(3);
  const opensAt = openings(piece);
  const body = matter(scene, {
    vertex: plantVertex,
    fragment: plantFragment,
    geometry: plantGeometry(grown, details[scene.tier]),
    blend: 'opaque',
    uniforms: {
      uFoot: { value: new Float32Array([blossom[0], -0.05, blossom[2]]), type: 'vec3<f32>' },
      uTall: { value: grown.height, type: 'f32' },
      uGrown: { value: 0, type: 'f32' },
      uBow: { value: 0, type: 'f32' },
      uBowWay: { value: new Float32Array(bowWay), type: 'vec2<f32>' },
      uOpen: { value: open, type: 'vec4<f32>', size: petalGroups },
      uInner: { value: 0, type: 'f32' },
      uLeaves: { value: 0, type: 'f32' },
      uHead: { value: head, type: 'vec3<f32>' },
    },
  });

  /** Writes how far each group has opened, and how much light of its opening is left; gives back how open all is. */
  const write = (frame: Frame): Unit => {
    const at = opensAt(frame.night);
    const stays = smooth(0, 0.85, frame.curves.plant);
    let sum = 0;
    for (let group = 0; group < petalGroups; group++) {
      const age = frame.t - (at[group] ?? Number.POSITIVE_INFINITY);
      const opened = age < 0 ? 0 : smooth(0, opening, age) * stays;
      const flare = age < 0 ? 0 : (0.22 + 0.78 * smooth(0, 1.4, age)) * Math.exp(-age * 0.42) * stays;
      open.set([opened, flare, 0, 0], group * 4);
      sum += opened;
    }
    return sum / petalGroups;
  };

  return {
    id: 'plant',
    where: 'opaque',
    mirrored: true,
    matter: [body],
    update(frame) {
      const { curves } = frame;
      if (curves.plant <= 0.001) return false;
      const opened = write(frame);
      const bend = curves.bow * 1.2;
      const tall = grown.height * curves.plant;
      const out = bend > 0.01 ? (1 - Math.cos(bend)) / bend : 0;
      head.set([
        blossom[0] + bowWay[0] * out * tall,
        (bend > 0.01 ? Math.sin(bend) / bend : 1) * tall + 0.1,
        blossom[2] + bowWay[1] * out * tall,
      ]);
      const light = 0.1 * curves.plant + 0.9 * opened;
      body.uniforms.uGrown = curves.plant;
      body.uniforms.uBow = curves.bow;
      body.uniforms.uInner = light;
      body.uniforms.uLeaves = frame.leaves;
      const [r, g, b] = frame.palette.blossom;
      const shine = 0.5 * light;
      scene.lamps.hang({
        place: [head[0] ?? 0, head[1] ?? 0, head[2] ?? 0],
        colour: [r * shine, g * shine, b * shine],
        reach: 4.5,
      });
      return true;
    },
    dispose: () => body.dispose(),
  };
}
