/**
 * How much the machine is asked for, most first: a still or a film; a gallery's GPU; a laptop whose GPU shares its
 * memory; a phone or an old laptop; no GPU at all.
 */
export const tiers = ['cinema', 'gallery', 'home', 'light', 'none'] as const;
export type Tier = (typeof tiers)[number];

/** The numbers behind a tier. Motion is the same in all of them: only how finely it is drawn differs. */
export interface Quality {
  /** Shaders and geometry leave out what only a GPU can afford. */
  readonly lean: boolean;
  /** And what costs a processor dearly, which has to draw all of it. */
  readonly bare: boolean;
  /** Pixels drawn per output pixel and axis, before `mostHeight` caps it. */
  readonly scale: number;
  /** The most rows that are drawn of a 16:9 picture, others by their pixels; the output is scaled up from there. */
  readonly mostHeight: number;
  /** Blades a side of one moss field, and how many fields, each twice as wide as the one before. */
  readonly bladeSide: number;
  readonly bladeFields: number;
  /** Reach in metres of the nearest field. */
  readonly bladeReach: number;
  /** Cells a side of one ground grid, how many grids, and the cell of the finest in metres. */
  readonly groundSide: number;
  readonly groundGrids: number;
  readonly groundCell: number;
  /** Texels a side of the baked near and far ground, and of the cushions' tiles. */
  readonly nearTexels: number;
  readonly farTexels: number;
  readonly tileTexels: number;
  /** Height of the mirror's picture as a share of the main one's. */
  readonly mirrorScale: number;
  /** How often each of the bloom's pictures is halved. */
  readonly bloom: readonly number[];
  /** Samples of the depth of field; 0 for none. */
  readonly focusTaps: number;
  /** Samples of each of a brush stroke's eight sectors; 0 for no strokes. */
  readonly brushTaps: number;
  readonly motes: number;
  readonly stars: number;
  /** Particles, leaves, figures' motes ... of other layers, as a share of the gallery's. */
  readonly swarm: number;
}

export const qualities: Readonly<Record<Tier, Quality>> = {
  none: {
    lean: true,
    bare: true,
    scale: 1,
    mostHeight: 240,
    bladeSide: 18,
    bladeFields: 3,
    bladeReach: 3.2,
    groundSide: 20,
    groundGrids: 9,
    groundCell: 0.34,
    nearTexels: 384,
    farTexels: 96,
    tileTexels: 256,
    mirrorScale: 0.3,
    bloom: [2, 3],
    focusTaps: 0,
    brushTaps: 0,
    motes: 120,
    stars: 2600,
    swarm: 0.06,
  },
  light: {
    lean: true,
    bare: false,
    scale: 1,
    mostHeight: 720,
    bladeSide: 96,
    bladeFields: 5,
    bladeReach: 3.2,
    groundSide: 44,
    groundGrids: 9,
    groundCell: 0.2,
    nearTexels: 512,
    farTexels: 128,
    tileTexels: 512,
    mirrorScale: 0.5,
    bloom: [1, 2, 4],
    focusTaps: 0,
    brushTaps: 0,
    motes: 300,
    stars: 10000,
    swarm: 0.15,
  },
  home: {
    lean: false,
    bare: false,
    scale: 1,
    mostHeight: 1080,
    bladeSide: 200,
    bladeFields: 6,
    bladeReach: 4,
    groundSide: 80,
    groundGrids: 9,
    groundCell: 0.13,
    nearTexels: 1024,
    farTexels: 256,
    tileTexels: 1024,
    mirrorScale: 0.5,
    bloom: [1, 3, 5],
    focusTaps: 10,
    brushTaps: 3,
    motes: 800,
    stars: 16000,
    swarm: 0.5,
  },
  gallery: {
    lean: false,
    bare: false,
    scale: 1,
    mostHeight: 2160,
    bladeSide: 376,
    bladeFields: 6,
    bladeReach: 4,
    groundSide: 88,
    groundGrids: 9,
    groundCell: 0.11,
    nearTexels: 1024,
    farTexels: 256,
    tileTexels: 1024,
    mirrorScale: 0.5,
    bloom: [1, 3, 5],
    focusTaps: 18,
    brushTaps: 6,
    motes: 1200,
    stars: 20000,
    swarm: 1,
  },
  cinema: {
    lean: false,
    bare: false,
    scale: 1.5,
    mostHeight: 2880,
    bladeSide: 420,
    bladeFields: 6,
    bladeReach: 4,
    groundSide: 120,
    groundGrids: 9,
    groundCell: 0.085,
    nearTexels: 1024,
    farTexels: 256,
    tileTexels: 1024,
    mirrorScale: 0.6,
    bloom: [1, 2, 3, 4, 5],
    focusTaps: 26,
    brushTaps: 6,
    motes: 1600,
    stars: 20000,
    swarm: 1.6,
  },
};

/** How many blades of moss a tier draws outdoors, one triangle each. */
export const blades = (quality: Quality): number => quality.bladeSide ** 2 * quality.bladeFields;

/** How many triangles of ground and moss a tier draws at most. */
export function triangles(quality: Quality): number {
  const ground = 2 * quality.groundSide ** 2 * quality.groundGrids;
  return blades(quality) + ground;
}
