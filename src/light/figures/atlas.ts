import { BufferImageSource, type TextureSource } from 'pixi.js';
import type { FigureAtlas, GestureId } from '../../world/types.ts';
import type { Scene } from '../layer.ts';
import { boneCount, boneTurns } from './bones.ts';

const steps = 24;

export interface Poses {
  /**
   * rgba32f: a row for each of a gesture's phases, a column for each joint, then one for each bone's turn.
   */
  readonly texture: TextureSource;
  readonly columns: number;
  /** The row of a gesture at a phase; what lies between two rows is blended by the shader. */
  row(gesture: GestureId, phase: number): number;
}

function bake(figures: FigureAtlas): Poses {
  const columns = figures.joints + boneCount;
  const rowsEach = steps + 1;
  const out = new Float32Array(columns * rowsEach * figures.gestures.length * 4);
  const pose = new Float32Array(figures.joints * 3);
  figures.gestures.forEach((gesture, g) => {
    for (let step = 0; step <= steps; step++) {
      figures.pose(gesture, step / steps, pose);
      const at = (g * rowsEach + step) * columns * 4;
      for (let joint = 0; joint < figures.joints; joint++) {
        out.set(pose.subarray(joint * 3, joint * 3 + 3), at + joint * 4);
      }
      boneTurns(pose).forEach((turn, bone) => {
        const column = at + (figures.joints + bone) * 4;
        // The same hemisphere as a phase before, so that what lies between is the short way.
        const before = column - columns * 4;
        const same = step === 0 || turn.reduce((sum, x, i) => sum + x * (out[before + i] ?? 0), 0) >= 0;
        out.set(same ? turn : turn.map((x) => -x), column);
      });
    }
  });
  return {
    texture: new BufferImageSource({
      resource: out,
      width: columns,
      height: rowsEach * figures.gestures.length,
      format: 'rgba32float',
      alphaMode: 'no-premultiply-alpha',
      scaleMode: 'nearest',
      addressMode: 'clamp-to-edge',
      label: 'poses',
    }),
    columns,
    row(gesture, phase) {
      const turn = figures.cyclic(gesture) ? phase - Math.floor(phase) : Math.min(1, Math.max(0, phase));
      return Math.max(0, figures.gestures.indexOf(gesture)) * rowsEach + turn * steps;
    },
  };
}

const kept = new WeakMap<Scene, Poses>();

/** Every gesture of the world's figures at every phase, baked once a scene; `uPoses` to shaders. */
export function posesOf(scene: Scene): Poses {
  const found = kept.get(scene);
  if (found !== undefined) return found;
  const poses = bake(scene.piece.world.figures);
  kept.set(scene, poses);
  scene.textures.set('uPoses', poses.texture);
  // Named by every figure's text, read only where mixed.ts gives what it mixed.
  scene.textures.set('uMixed', poses.texture);
  return poses;
}
