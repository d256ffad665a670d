import type { FloatFormat } from '../bake/texels.ts';
import type { Scene } from '../layer.ts';
import { type Matter, matter } from '../matter.ts';
import downFragment from '../shaders/down.frag?raw';
import screenVertex from '../shaders/screen.vert?raw';
import upFragment from '../shaders/up.frag?raw';
import { type LightTarget, lightTarget, screenGeometry } from './screen.ts';

export type Draw = (matter: Matter, target: LightTarget | null, clear?: boolean) => void;

export interface Bloom {
  readonly result: LightTarget;
  resize(width: number, height: number): void;
  run(draw: Draw): void;
  dispose(): void;
}

/**
 * What bright things shine into their surroundings: down by halves, up again by sums (Jimenez 2014). Each step keeps
 * the energy; wider steps weigh a little less, so that the core stays the brightest, and one that takes two halvings at
 * once weighs what both would. Thirteen taps cover a quarter's step as well, and so do a lean first step's four.
 */
export function bloom(scene: Scene, from: LightTarget, format: FloatFormat): Bloom {
  const halvings = scene.quality.bloom;
  const targets = halvings.map((_, i) => lightTarget(`bloom ${i}`, false, format));
  const weights = halvings.map((to, i) => {
    let sum = 0;
    for (let step = (halvings[i - 1] ?? to - 1) + 1; step <= to; step++) sum += 0.82 ** step;
    return sum;
  });
  const texel = () => ({ uTexel: { value: new Float32Array(2), type: 'vec2<f32>' } }) as const;
  const downs = targets.map((_, i) =>
    matter(scene, {
      vertex: screenVertex,
      fragment: downFragment,
      geometry: screenGeometry(),
      blend: 'opaque',
      flat: true,
      uniforms: { ...texel(), uFirst: { value: i === 0 ? 1 : 0, type: 'f32' } },
      textures: { uFrom: (targets[i - 1] ?? from).texture },
    }),
  );
  const ups = targets.slice(1).map((smaller, i) =>
    matter(scene, {
      vertex: screenVertex,
      fragment: upFragment,
      geometry: screenGeometry(),
      blend: 'add',
      flat: true,
      uniforms: { ...texel(), uGain: { value: (weights[i + 1] ?? 0) / (weights[i] ?? 1), type: 'f32' } },
      textures: { uFrom: smaller.texture },
    }),
  );
  const [result] = targets;
  if (result === undefined) throw new Error('bloom takes at least one step');
  const setTexel = (of: Matter, source: LightTarget) => {
    const value = of.uniforms.uTexel;
    if (value instanceof Float32Array) value.set([1 / source.texture.pixelWidth, 1 / source.texture.pixelHeight]);
  };
  return {
    result,
    resize(width, height) {
      targets.forEach((target, i) => {
        const small = 0.5 ** (halvings[i] ?? 0);
        target.resize(Math.max(2, Math.round(width * small)), Math.max(2, Math.round(height * small)));
      });
    },
    run(draw) {
      downs.forEach((down, i) => {
        const target = targets[i];
        if (target === undefined) return;
        setTexel(down, targets[i - 1] ?? from);
        draw(down, target, false);
      });
      for (let i = ups.length - 1; i >= 0; i--) {
        const up = ups[i];
        const smaller = targets[i + 1];
        const larger = targets[i];
        if (up === undefined || smaller === undefined || larger === undefined) continue;
        setTexel(up, smaller);
        draw(up, larger, false);
      }
    },
    dispose() {
      for (const one of [...downs, ...ups]) one.dispose();
      for (const one of targets) one.dispose();
    },
  };
}
