import { Geometry } from 'pixi.js';
import type { Metres } from '../../units.ts';
import type { Lake, Stream } from '../../world/types.ts';

/** How far a sheet of water goes on under its banks: the ground cuts it where it rises. */
const under: Metres = 2.2;

/** How wild the stream is at each point of its middle: riffles where stones lie close. */
function wildness({ centre, halfWidth, stones }: Stream): Float32Array {
  const points = halfWidth.length;
  const rough = new Float32Array(points);
  for (let i = 0; i < points; i++) {
    let sum = 0;
    for (let stone = 0; stone < stones.length; stone += 4) {
      const far = Math.hypot(
        (stones[stone] ?? 0) - (centre[i * 3] ?? 0),
        (stones[stone + 2] ?? 0) - (centre[i * 3 + 2] ?? 0),
      );
      sum += (stones[stone + 3] ?? 0) * Math.exp(-((far / 2.2) ** 2));
    }
    rough[i] = Math.min(1, sum * 0.7);
  }
  return rough;
}

interface Mesh {
  readonly place: number[];
  readonly flow: number[];
  readonly index: number[];
}

const geometryOf = ({ place, flow, index }: Mesh): Geometry =>
  new Geometry({
    attributes: {
      aPlace: { buffer: new Float32Array(place), format: 'float32x4' },
      aFlow: { buffer: new Float32Array(flow), format: 'float32x4' },
    },
    indexBuffer: new Uint32Array(index),
  });

/** The lake from its middle to under its shore, in rings that grow closer outwards. */
export function lakeMesh({ centre, shore }: Pick<Lake, 'centre' | 'shore'>, sides: number): Geometry {
  const rings = [0.5, 0.8, 1];
  const mesh: Mesh = { place: [centre[0], centre[2], 0, 0], flow: [1, 0, 0, 0], index: [] };
  for (let side = 0; side < sides; side++) {
    const angle = (side / sides) * 2 * Math.PI;
    const edge = shore(angle);
    rings.forEach((share, ring) => {
      const r = share < 1 ? edge * share : edge + under;
      mesh.place.push(centre[0] + Math.cos(angle) * r, centre[2] + Math.sin(angle) * r, 0, 0);
      mesh.flow.push(1, 0, 0, 0);
      const a = 1 + side * rings.length + ring;
      const b = 1 + ((side + 1) % sides) * rings.length + ring;
      if (ring === 0) mesh.index.push(0, a, b);
      else mesh.index.push(a - 1, a, b, a - 1, b, b - 1);
    });
  }
  return geometryOf(mesh);
}

/** The stream as a ribbon from spring to mouth; in the lake it becomes lake. */
export function streamMesh(stream: Stream, lanes: number): Geometry {
  const { centre, halfWidth } = stream;
  const points = halfWidth.length;
  const wild = wildness(stream);
  const mesh: Mesh = { place: [], flow: [], index: [] };
  const across = Array.from({ length: lanes + 1 }, (_, i) => (2 * i) / lanes - 1);
  for (let i = 0; i < points; i++) {
    const u = i / (points - 1);
    const { tangent } = stream.at(u);
    const s = u * stream.length;
    const left = stream.length - s;
    const still = Math.min(1, Math.max(0, (left - 1) / 7));
    for (const side of across) {
      const aside = side * ((halfWidth[i] ?? 1) + under * 0.55);
      mesh.place.push(
        (centre[i * 3] ?? 0) - tangent[2] * aside,
        (centre[i * 3 + 2] ?? 0) + tangent[0] * aside,
        s,
        aside,
      );
      mesh.flow.push(tangent[0], tangent[2], (wild[i] ?? 0) * (1 - 0.4 * Math.abs(side)), still);
    }
    if (i + 1 === points) continue;
    for (let lane = 0; lane + 1 < across.length; lane++) {
      const a = i * across.length + lane;
      mesh.index.push(a, a + 1, a + across.length, a + 1, a + across.length + 1, a + across.length);
    }
  }
  return geometryOf(mesh);
}
