import type { Frame } from '../../score/types.ts';
import type { Metres, Vec3 } from '../../units.ts';
import type { World } from '../../world/types.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import { lakeMesh, streamMesh } from './waterMesh.ts';
import { waterSight } from './waterSight.ts';
import { surface } from './waterSurface.ts';

const nearStones = 12;
const farthestWake: Metres = 22;
const mostChosen = 18;
/** And so many of the brightest, cold as they are. */
const greatStars = 6;

/** The stones that stand in the water nearest to the eye: x, z, radius, and how much of their wake is to be seen. */
function wakes({ stones }: World['stream']): { readonly value: Float32Array; write(eye: Vec3): void } {
  const value = new Float32Array(nearStones * 4);
  const away = new Float32Array(nearStones + 1);
  const nearest = new Int32Array(nearStones + 1);
  return {
    value,
    write([x, , z]) {
      away.fill(farthestWake);
      nearest.fill(-1);
      for (let stone = 0; stone < stones.length; stone += 4) {
        if ((stones[stone + 1] ?? 0) + (stones[stone + 3] ?? 0) * 0.5 < 0) continue;
        const far = Math.hypot((stones[stone] ?? 0) - x, (stones[stone + 2] ?? 0) - z);
        let at = nearStones;
        if (far >= (away[at] ?? 0)) continue;
        for (; at > 0 && far < (away[at - 1] ?? 0); at--) {
          away[at] = away[at - 1] ?? 0;
          nearest[at] = nearest[at - 1] ?? -1;
        }
        away[at] = far;
        nearest[at] = stone;
      }
      // The last to come in comes in from nothing.
      const reach = away[nearStones] ?? farthestWake;
      for (let i = 0; i < nearStones; i++) {
        const stone = nearest[i] ?? -1;
        const near = stone < 0 ? 0 : Math.min(1, 4 * (1 - (away[i] ?? 0) / reach));
        for (let n = 0; n < 3; n++) value[i * 4 + n] = stones[stone + (n === 0 ? 0 : n + 1)] ?? 0;
        value[i * 4 + 3] = near;
      }
    },
  };
}

/** Where tonight's stars stand and how much light each lays on the water: most as it grows warm; below nought it is cold. */
function chosenWays(stars: World['stars']): { readonly value: Float32Array; write(frame: Frame): void } {
  const value = new Float32Array((mostChosen + greatStars) * 4);
  return {
    value,
    write({ chosen, curves }) {
      for (let i = 0; i < mostChosen; i++) {
        const one = chosen[i];
        value[i * 4 + 3] =
          one === undefined ? 0 : Math.min(one.warmth, 0) * 0.5 || one.chosen * (1.7 * one.warmth - 0.25);
        if (one === undefined) continue;
        for (let n = 0; n < 3; n++) value[i * 4 + n] = stars.direction[one.star * 3 + n] ?? 0;
      }
      for (let i = 0; i < greatStars; i++) {
        for (let n = 0; n < 3; n++) value[(mostChosen + i) * 4 + n] = stars.direction[i * 3 + n] ?? 0;
        value[(mostChosen + i) * 4 + 3] = -0.28 * curves.stars;
      }
    },
  };
}

/** Stream and lake: one level mirror that every wave bends, over a bed that shows where it is shallow. */
export function water(scene: Scene): Layer {
  const { world } = scene.piece;
  const bare = scene.quality.bare;
  const parted = wakes(world.stream);
  const chosen = chosenWays(world.stars);
  const sheet = (before: string, geometry: ReturnType<typeof streamMesh>) => {
    const moved = surface(scene);
    const bloomAt = new Float32Array(4);
    const { blossom } = world.landmarks;
    bloomAt.set([blossom[0], 0.9 * world.plant.height, blossom[2]]);
    const made = matter(scene, {
      vertex: `${before}${scene.spread.water.vertex}`,
      fragment: `${before}${scene.spread.water.fragment}`,
      geometry,
      blend: 'opaque',
      uniforms: {
        ...moved.uniforms,
        uBloomAt: { value: bloomAt, type: 'vec4<f32>' },
        uInward: { value: 0, type: 'f32' },
        ...(before === '' || scene.quality.lean
          ? {}
          : ({
              uStone: { value: parted.value, type: 'vec4<f32>', size: nearStones },
              uChosen: { value: chosen.value, type: 'vec4<f32>', size: mostChosen + greatStars },
            } as const)),
      },
    });
    return {
      made,
      write(frame: Frame) {
        moved.write(frame, made.uniforms);
        parted.write(frame.camera.eye);
        chosen.write(frame);
        bloomAt[3] = frame.curves.blossom;
        made.uniforms.uInward = frame.curves.otherSky;
      },
    };
  };
  const lean = scene.quality.lean;
  const lakeGeometry = lakeMesh(world.lake, lean ? 48 : 160);
  const streamGeometry = streamMesh(world.stream, lean ? 2 : 4);
  const still = [sheet('', lakeGeometry), sheet('#define STREAM\n', streamGeometry)];
  // A processor computes what is not seen too: water that something fell into is a water of its own.
  const moved = bare
    ? [sheet('#define MOVED\n', lakeGeometry), sheet('#define STREAM\n#define MOVED\n', streamGeometry)]
    : [];
  const sheets = [...still, ...moved];
  const moving = (frame: Frame): boolean =>
    frame.active.some(({ event }) => event.kind === 'dip' || event.kind === 'gust');
  const seen = waterSight(world, undefined, scene.shape);
  const streamSeen = waterSight(world, 60);
  return {
    id: 'water',
    where: 'surface',
    mirrored: false,
    matter: sheets.map(({ made }) => made),
    update(frame) {
      if (!seen(frame)) return false;
      const stirred = bare && moving(frame);
      for (const one of still) one.made.visible = !stirred;
      for (const one of moved) one.made.visible = stirred;
      // From the lake little is seen of the stream.
      if (!streamSeen(frame)) for (const two of [still[1], moved[1]]) if (two) two.made.visible = false;
      for (const one of sheets) if (one.made.visible) one.write(frame);
      return true;
    },
    dispose() {
      for (const { made } of sheets) made.dispose();
    },
  };
}
