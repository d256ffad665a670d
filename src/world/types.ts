import type { Metres, Radians, Unit, Vec3 } from '../units.ts';

/**
 * The place of the walk: a pure function of (seed, preset). The same plain, tree, stream, lake and sky every night;
 * only the walker's way through it is new each night. x east, y up, z south, metres; water stands at y = 0;
 * the tree's foot is near the origin.
 */
export interface World {
  readonly seed: number;
  readonly terrain: Terrain;
  readonly landmarks: Landmarks;
  readonly tree: Tree;
  readonly stream: Stream;
  readonly lake: Lake;
  readonly stars: Stars;
  readonly plant: Plant;
  readonly figures: FigureAtlas;
  /** The walker's way through night k; position as a function of the movements' shares. */
  path(night: number): Path;
}

export interface Terrain {
  /** Ground height in metres at (x, z), carved for stream and lake, without the moss cushions. */
  height(x: Metres, z: Metres): Metres;
  /** Height the moss adds on top: cushions and hollows, 0 .. about 0.35 m; 0 on shores, paths of water and bark. */
  cushion(x: Metres, z: Metres): Metres;
  /** 0 where nothing grows (water, roots) .. 1 deep moss. */
  cover(x: Metres, z: Metres): Unit;
  /** Unit normal of height + cushion. */
  normal(x: Metres, z: Metres): Vec3;
  /** Half the side of the square, centred at the origin, outside of which the far ridges go on by `height` alone. */
  readonly extent: Metres;
}

export interface Landmarks {
  /** Where every night begins and ends, on the plain; the tree about 250 m away, the lake hidden by a rise. */
  readonly start: Vec3;
  readonly treeFoot: Vec3;
  /** Where the hands meet the bark, on the trunk at shoulder height. */
  readonly bark: Vec3;
  /**
   * Centre of the inner dark: the orb's place in Seed. It lies 3.3 m in from the bark along the approach, farther than the
   * trunk is wide, for the inner dark is larger within: the eye goes in through the bark and sees it whole.
   */
  readonly heart: Vec3;
  /** Where the stream rises, at the tree's roots on the lake's side. */
  readonly spring: Vec3;
  /** Where the stream enters the lake. */
  readonly mouth: Vec3;
  /** Where the walker sits at the lake: the lake lies between seat and tree. */
  readonly seat: Vec3;
  /** Where the eighth figure and the plant are mirrored: a place on the lake before the seat, y = 0. */
  readonly blossom: Vec3;
  /** Unit and level: where dawn rises and where the last of the dusk stays, to either side of the tree as seen from the start. */
  readonly dawn: Vec3;
  readonly dusk: Vec3;
}

/** Space colonization (Runions et al. 2007) and pipe-model radii; parallel arrays over nodes. */
export interface Tree {
  readonly nodes: number;
  /** xyz per node, world metres. */
  readonly position: Float32Array;
  readonly radius: Float32Array;
  /** Index of the parent node, -1 at the root; parents come before children. */
  readonly parent: Int32Array;
  /** Path length from the foot in metres: light crawls along it. Negative for roots. */
  readonly along: Float32Array;
  readonly leaves: number;
  /** xyz per leaf; any prefix is a fair sample of the crown. The first 1,000 are the whispers. */
  readonly leafPosition: Float32Array;
  /** Unit normal per leaf. */
  readonly leafNormal: Float32Array;
  readonly leafSize: Float32Array;
  readonly whispers: number;
  readonly height: Metres;
  readonly crownCentre: Vec3;
  readonly crownRadius: Metres;
}

export interface Stream {
  /** Centre line from spring to mouth, n points, xyz, y = water surface. */
  readonly centre: Float32Array;
  readonly halfWidth: Float32Array;
  readonly length: Metres;
  /** The point at a fraction of the length, its downstream tangent (unit) and half width there. */
  at(u: Unit): { readonly place: Vec3; readonly tangent: Vec3; readonly halfWidth: Metres };
  /** The side the walker walks on: place + walkSide * (-tangent.z, tangent.x) goes from the middle towards the walker. */
  readonly walkSide: 1 | -1;
  /** Stones in and beside the water: xyz, radius per stone. */
  readonly stones: Float32Array;
}

export interface Lake {
  readonly centre: Vec3;
  /** Radius of the shore in direction `angle` (radians from +x towards +z). */
  shore(angle: Radians): Metres;
  readonly radius: Metres;
  /** Signed distance to the shore in metres along the radius, negative on the water. Approximate. */
  distance(x: Metres, z: Metres): Metres;
  /** Reeds on the shore: xyz, height per reed. */
  readonly reeds: Float32Array;
}

export interface Stars {
  readonly count: number;
  /** Unit direction per star, xyz; brightest first, so any prefix is the fair sky of a worse eye. */
  readonly direction: Float32Array;
  /** Apparent magnitude, -1.5 .. 6.5. */
  readonly magnitude: Float32Array;
  /** Colour temperature in kelvin, 2,600 .. 28,000. */
  readonly kelvin: Float32Array;
  /** Pole of the galaxy's band, unit. */
  readonly galaxyPole: Vec3;
  readonly galaxyCentre: Vec3;
}

/** The grown seed: a stem with seven leaves and a blossom in phyllotaxis (Vogel 1979), local metres, foot at 0. */
export interface Plant {
  readonly height: Metres;
  /** Seven leaves: attachment height 0..1, azimuth, length. */
  readonly leaves: readonly { readonly at: Unit; readonly azimuth: Radians; readonly length: Metres }[];
  readonly petals: readonly { readonly azimuth: Radians; readonly ring: Unit; readonly length: Metres }[];
}

/**
 * Joints of a figure, 20 of them, in body space: x to the figure's left, y up, z the way it faces; metres, foot at 0.
 * Order: pelvis, chest, neck, head; left shoulder, elbow, wrist, hand; right the same; left hip, knee, ankle, toe; right the same.
 */
export interface FigureAtlas {
  readonly joints: number;
  readonly gestures: readonly GestureId[];
  /** Bones as pairs of joint indices with the radius at both ends: the flesh to sow motes on. */
  readonly bones: readonly { readonly a: number; readonly b: number; readonly ra: Metres; readonly rb: Metres }[];
  /** Joint positions (joints x 3) of a gesture at phase 0..1; cyclic gestures wrap, others go from rest (0) to full (1). */
  pose(gesture: GestureId, phase: Unit, out?: Float32Array): Float32Array;
  cyclic(gesture: GestureId): boolean;
}

/** One harsh gesture and its healed twin a memory (`page` .. `coat`), and the common ones. */
export type MemoryId = 'page' | 'door' | 'portrait' | 'lamp' | 'mirror' | 'chair' | 'coat';
export type GestureId =
  | 'stand'
  | 'walk'
  | 'greet'
  | 'holdLeft'
  | 'holdRight'
  | 'sit'
  | 'kneel'
  | 'shrink'
  | 'danceTurn'
  | 'danceReach'
  | 'danceStep'
  | 'danceRing'
  | 'danceClap'
  | 'danceCarry'
  | 'danceRide'
  | `${MemoryId}Harsh`
  | `${MemoryId}Healed`;

export interface Path {
  readonly night: number;
  /**
   * Where the walker's feet are and where the eyes rest, at progress 0..1 through a movement of this index (0 moss .. 8 waking).
   * Continuous with its first derivative across movements and from this night's end to the next night's beginning.
   */
  at(
    movement: number,
    progress: Unit,
  ): { readonly feet: Vec3; readonly gaze: Vec3; readonly eyeHeight: Metres; readonly fovY: number };
}
