import type { Frame } from '../../score/types.ts';
import type { Layer, Scene } from '../layer.ts';
import { matter } from '../matter.ts';
import moteFragment from '../shaders/figureMote.frag?raw';
import traceVertex from '../shaders/trace.vert?raw';
import type { Tier } from '../tiers.ts';
import { drawnAt, homeAt, mapLimit, mapWays, runsAt } from './map.ts';
import { corners } from './sparks.ts';

const counts: Readonly<Record<Tier, number>> = { none: 340, light: 800, home: 1800, gallery: 2600, cinema: 3600 };

/** Movements from the first step to the seat, and from there to where the night ends. */
const outward = 7;
const homeward = 2;
/** Places along each part; a third as many on the way home. */
const places = 72;
const placesHome = 24;

type Spot = readonly [x: number, z: number];

/** So many places evenly along a line. */
function evenly(line: readonly Spot[], count: number): Spot[] {
  const lengths = [0];
  line.slice(1).forEach(([x, z], n) => {
    const [a, b] = line[n] ?? [x, z];
    lengths.push((lengths[n] ?? 0) + Math.hypot(x - a, z - b));
  });
  const whole = lengths.at(-1) ?? 0;
  let n = 1;
  return Array.from({ length: count }, (_, i): Spot => {
    const wanted = (whole * i) / count;
    while (n + 1 < lengths.length && (lengths[n] ?? 0) < wanted) n++;
    const [a, b] = [lengths[n - 1] ?? 0, lengths[n] ?? 0];
    const k = b > a ? (wanted - a) / (b - a) : 0;
    const [p = [0, 0], q = [0, 0]] = [line[n - 1], line[n]];
    return [p[0] + (q[0] - p[0]) * k, p[1] + (q[1] - p[1]) * k];
  });
}

/** Metres from the eye at which the map's lowest star lies and its highest, where it is laid on the moss. */
const laidFrom = 3.2;
const laidTo = 22;

/** The map as it hangs over this frame's eye, laid before it: what stands to one side lies there, what stands high lies far. */
function laidOf(scene: Scene, frame: Frame): Spot[] {
  const { eye } = frame.camera;
  const ways = mapWays(scene, frame);
  const heights = ways.map(([, y]) => Math.asin(y));
  const low = Math.min(...heights);
  const spread = Math.max(0.05, Math.max(...heights) - low);
  return ways.map(([x, y, z], i) => {
    const far = laidFrom * (laidTo / laidFrom) ** (((heights[i] ?? low) - low) / spread);
    const flat = Math.sqrt(1 - y * y);
    return [eye[0] + (x / flat) * far, eye[2] + (z / flat) * far];
  });
}

/** On the land the walk shines where the map over it is being drawn: a thread of dew, and a pool of light under each of its stars. */
export function trace(scene: Scene): Layer {
  const { world } = scene.piece;
  const count = counts[scene.tier];
  const spots = new Float32Array((places + placesHome) * 2);
  const laid = new Float32Array(64);
  let night = Number.NaN;
  /** A pure result, kept for one night. */
  const walkOf = (frame: Frame): void => {
    if (frame.night === night) return;
    night = frame.night;
    const path = world.path(night);
    const line = (first: number, movements: number): Spot[] =>
      Array.from({ length: movements * 24 + 1 }, (_, n): Spot => {
        const movement = Math.min(first + movements - 1, first + Math.floor(n / 24));
        const { feet } = path.at(movement, n / 24 - (movement - first));
        return [feet[0], feet[2]];
      });
    const waking = scene.piece.movements(night).find(({ id }) => id === 'waking');
    if (waking !== undefined)
      laid.set(laidOf(scene, scene.piece.frame(waking.from + 0.5 * (waking.to - waking.from))).flat());
    spots.set([...evenly(line(0, outward), places), ...evenly(line(outward, homeward), placesHome)].flat());
  };
  const dew = matter(scene, {
    vertex: traceVertex,
    fragment: moteFragment,
    geometry: corners(count),
    blend: 'add',
    vertices: count * 3,
    uniforms: {
      uTrace: { value: spots, type: 'vec4<f32>', size: spots.length / 4 },
      uDrawn: { value: 0, type: 'f32' },
      uPresent: { value: 0, type: 'f32' },
      uMotes: { value: count, type: 'i32' },
      uRun: { value: -1, type: 'f32' },
      uCount: { value: 12, type: 'i32' },
      uLaid: { value: laid, type: 'vec4<f32>', size: 16 },
    },
  });
  return {
    id: 'trace',
    where: 'added',
    mirrored: false,
    matter: [dew],
    update(frame) {
      const present = homeAt(frame);
      if (present <= 0.002) return false;
      walkOf(frame);
      dew.uniforms.uDrawn = drawnAt(frame);
      dew.uniforms.uPresent = present;
      dew.uniforms.uRun = runsAt(frame);
      dew.uniforms.uCount = Math.min(mapLimit, frame.chosen.length);
      return true;
    },
    dispose: () => dew.dispose(),
  };
}
