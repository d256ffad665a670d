import type { Frame } from '../../score/types.ts';
import type { Unit } from '../../units.ts';
import type { World } from '../../world/types.ts';
import { bakedTexture } from '../bake/texels.ts';
import type { Scene } from '../layer.ts';
import { type Box, shoreBox } from './shore.ts';

const dipLimit = 8;

const smooth = (from: number, to: number, x: number): Unit => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** What every shader that includes water.glsl is given. */
export interface Surface {
  readonly uniforms: {
    readonly uShoreBox: { readonly value: Float32Array; readonly type: 'vec4<f32>' };
    readonly uDips: { readonly value: number; readonly type: 'i32' };
    readonly uDip: { readonly value: Float32Array; readonly type: 'vec4<f32>'; readonly size: number };
    readonly uPaw: { readonly value: Float32Array; readonly type: 'vec4<f32>' };
  };
  /** Writes what moves the water now into a matter's own uniforms. */
  write(frame: Frame, into: Record<string, number | Float32Array>): void;
}

const shores = new WeakMap<Scene['textures'], Box>();

/** The rectangle that `uShore` shows; asks for shore and ripples where no other layer of this scene has done so. */
export function shoreOf({ piece, quality, format, textures, baker }: Scene): Box {
  const made = shores.get(textures);
  if (made !== undefined) return made;
  const { world, seed, preset } = piece;
  const { centre, halfWidth } = world.stream;
  const box = shoreBox(world);
  const halves = format === 'rgba16float';
  const texels = quality.lean ? 320 : 768;
  const shore = baker.bake('shore', { seed, place: preset.place, centre, halfWidth, box, texels, halves });
  textures.set('uShore', bakedTexture(shore, { label: 'shore', format, width: texels, height: texels }));
  const side = quality.lean ? 128 : 256;
  textures.set(
    'uRipples',
    bakedTexture(baker.bake('ripples', { seed, texels: side, halves }), {
      label: 'ripples',
      format,
      width: side,
      height: side,
      repeat: true,
      ...(quality.bare ? {} : { levels: 'linear' }),
    }),
  );
  shores.set(textures, box);
  return box;
}

/** Where the gust's patch has got to: born at its place, it grows and runs over the lake, away from whoever sits there. */
function paw(frame: Frame, world: World, out: Float32Array): void {
  out.fill(0);
  for (const { event, age } of frame.active) {
    if (event.kind !== 'gust') continue;
    const { seat, blossom } = world.landmarks;
    const [dx, dz] = [blossom[0] - seat[0], blossom[2] - seat[2]];
    const far = Math.hypot(dx, dz) || 1;
    // Across the view more than along it: the eye follows.
    const [ax, az] = [(dx * 0.5 - dz * 0.87) / far, (dz * 0.5 + dx * 0.87) / far];
    const x = age / event.duration;
    const run = 2.6 * age;
    const rise = 0.3 + 0.7 * smooth(0, 0.8, age);
    out.set([
      event.place[0] + ax * run,
      event.place[2] + az * run,
      2.2 + 1.25 * age,
      event.strength * rise * (1 - smooth(0.45, 1, x)),
    ]);
  }
}

export function surface(scene: Scene): Surface {
  const { world } = scene.piece;
  const box = shoreOf(scene);
  const rings = new Float32Array(dipLimit * 4);
  const patch = new Float32Array(4);
  return {
    uniforms: {
      uShoreBox: { value: new Float32Array(box), type: 'vec4<f32>' },
      uDips: { value: 0, type: 'i32' },
      uDip: { value: rings, type: 'vec4<f32>', size: dipLimit },
      uPaw: { value: patch, type: 'vec4<f32>' },
    },
    write(frame, into) {
      let count = 0;
      for (let i = frame.active.length - 1; i >= 0 && count < dipLimit; i--) {
        const one = frame.active[i];
        if (one?.event.kind !== 'dip') continue;
        const { place, strength, duration } = one.event;
        const left = 1 - smooth(0.55, 1, one.age / duration);
        rings.set([place[0], place[2], one.age, strength * left], count * 4);
        count++;
      }
      into.uDips = count;
      paw(frame, world, patch);
    },
  };
}
