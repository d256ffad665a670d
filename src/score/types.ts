import type { Preset } from '../preset/schema.ts';
import type { Colour, Hertz, Metres, Radians, Seconds, Unit, Vec3 } from '../units.ts';
import type { GestureId, MemoryId, World } from '../world/types.ts';

export const movementIds = ['moss', 'need', 'tree', 'seed', 'stream', 'beings', 'lake', 'festival', 'waking'] as const;
export type MovementId = (typeof movementIds)[number];

export const eventKinds = [
  'movement',
  'step',
  'outbreath',
  'whisper',
  'touch',
  'return',
  'heartbeat',
  'memory',
  'star',
  'dip',
  'greeting',
  'bloom',
  'gust',
  'drum',
  'pluck',
  'laugh',
  'answer',
  'pulse',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that begins at an instant in a place, and is both seen and heard (all kinds but `movement`). */
export interface Event {
  /** Stable: a function of (night, kind, ordinal), or of the touch it came from. */
  readonly id: string;
  readonly kind: EventKind;
  readonly movement: MovementId;
  readonly night: number;
  /** Seconds from the first night's start. */
  readonly at: Seconds;
  /** Until its sound and its light have died away, release included. */
  readonly duration: Seconds;
  readonly place: Vec3;
  readonly strength: Unit;
  /** What it sounds; empty where the sound has no pitch. First is the lowest. */
  readonly pitches: readonly Hertz[];
  /** Which one of its family: memory, being 0..6, chosen star 0.., dancer, leaf, petal, beat of the bar ... */
  readonly index: number;
  /** The swarm's or the body's own number: star in the catalogue, leaf on the tree, lantern; else 0. */
  readonly item: number;
  /** Hue to light it with, as a position in the night's palette 0..1 (0 cool film .. 1 ember). */
  readonly warmth: Unit;
  /** `memory` and its being's `greeting`: the same four to six tones, in order. */
  readonly motif?: readonly Hertz[];
  /** `memory` while it is harsh, and the breath of one memory in which a `star` begins cold. */
  readonly cluster?: readonly Hertz[];
  /** The night whose blossom's colour it carries: the last `pulse` its own, the first `step` that of the night before. */
  readonly blossomOf?: number;
  /** Set on events a visitor made. */
  readonly touched?: true;
}

/** One visitor's touch, its place in the world resolved when it was made. Dead after 60 s. */
export interface Touch {
  readonly id: string;
  readonly at: Seconds;
  readonly on: 'moss' | 'tree' | 'water' | 'sky' | 'festival';
  readonly place: Vec3;
  /** Star in the catalogue for `sky`; else 0. */
  readonly item: number;
}

export interface MovementSpan {
  readonly id: MovementId;
  readonly index: number;
  readonly night: number;
  readonly from: Seconds;
  readonly to: Seconds;
}

export interface Camera {
  readonly eye: Vec3;
  /** Unit. */
  readonly forward: Vec3;
  readonly up: Vec3;
  /** Vertical field of view in degrees, for 16:9; narrower pictures widen it so that the middle stays in the frame. */
  readonly fovY: number;
  /** Distance that is sharp, and how strongly the rest is not (0 = everything sharp). */
  readonly focus: Metres;
  readonly aperture: Unit;
}

/** Everything continuous, 0..1 unless said otherwise. Both light and sound read these. */
export interface Curves {
  /** The slow shared swell, 10..12 s. */
  readonly breath: Unit;
  readonly wind: Unit;
  readonly gust: Unit;
  readonly cloud: Unit;
  readonly haze: Unit;
  /** How much colour the world still has; Need takes it, the tree gives it back. */
  readonly colour: Unit;
  /** Radius around the tree's foot within which colour has come back, metres. */
  readonly colourFront: Metres;
  /** Warmth low in the ground. */
  readonly warmth: Unit;
  /** How far the stars have come out. */
  readonly stars: Unit;
  readonly dawn: Unit;
  /** 0 the outer world .. 1 the inner dark. */
  readonly inner: Unit;
  readonly treeGlow: Unit;
  /** The light that crawls up the grain: surge amount. */
  readonly sap: Unit;
  /** How many whispers speak, and how far they have gone from breath (0) over vowels (0.5) to song (1). */
  readonly whispers: Unit;
  readonly voiced: Unit;
  /** Heartbeat envelope as seen and heard now, and its presence in the mix. */
  readonly heart: Unit;
  readonly heartLevel: Unit;
  readonly orb: Unit;
  readonly tendrils: Unit;
  /** The projector's beam. */
  readonly beam: Unit;
  readonly stream: Unit;
  readonly lake: Unit;
  /** How many of the lake's harmonics sound, 0..1 of all. */
  readonly partials: Unit;
  /** How far the lake's reflection has left the sky's. */
  readonly otherSky: Unit;
  readonly plant: Unit;
  readonly blossom: Unit;
  /** Bow of the plant under the gust. */
  readonly bow: Unit;
  readonly festival: Unit;
  /** Energy within the festival's three waves. */
  readonly wave: Unit;
  readonly laughter: Unit;
  readonly bed: Unit;
  /** Weight of the minor second in the bed. */
  readonly ache: Unit;
  /** Size of the place as heard: 0 dry and near .. 1 the widest. */
  readonly room: Unit;
  /** Tonight's map shown in the constellation; the answering lights. */
  readonly map: Unit;
  readonly answers: Unit;
}

export interface Palette {
  readonly zenith: Colour;
  readonly violet: Colour;
  readonly rose: Colour;
  readonly amber: Colour;
  readonly ember: Colour;
  readonly moss: Colour;
  /** Colour of tonight's blossom, and of last night's: the first ring and the one point that stays warm carry the latter. */
  readonly blossom: Colour;
  readonly lastBlossom: Colour;
}

/** How the sky stands now; its colours are the palette's. */
export interface Sky {
  /** The last light on the horizon: how thin it is (1 as usual), how much rose, how much amber, how much all the way round. */
  readonly line: readonly [thin: number, rose: number, amber: number, around: number];
  /** How low violet stays: 1 as usual, more is lower. */
  readonly rise: number;
  /** How much there is of each kind of cloud, 0..1. */
  readonly clouds: readonly [bank: Unit, mackerel: Unit, veil: Unit, cirrus: Unit];
  /** Headings of the last light and of the weather's side. */
  readonly light: Radians;
  readonly weather: Radians;
  /** A number of these clouds' own. */
  readonly own: Unit;
}

export interface Active {
  readonly event: Event;
  /** Seconds since it began: 0 <= age < event.duration. */
  readonly age: Seconds;
}

export type FigureRole = 'being' | 'judge' | 'judged' | 'eighth' | 'dancer';
export interface Figure {
  readonly role: FigureRole;
  /** 0..6 for beings and memories (the same self), 0.. for dancers. */
  readonly index: number;
  readonly place: Vec3;
  /** Radians about y; 0 faces south (+z). */
  readonly heading: Radians;
  readonly scale: number;
  /** Blend from one gesture to another, each at its own phase. */
  readonly from: GestureId;
  readonly fromPhase: Unit;
  readonly to: GestureId;
  readonly toPhase: Unit;
  readonly mix: Unit;
  /** 0 scattered motes .. 1 condensed. */
  readonly presence: Unit;
  readonly glow: Unit;
  readonly warmth: Unit;
}

/** The memory on the projector now. Places are inside the inner dark. */
export interface MemoryFrame {
  readonly id: MemoryId;
  readonly index: number;
  /** Which playing, 0..2, and how far through it. The hand opens in the third. */
  readonly playing: 0 | 1 | 2;
  readonly progress: Unit;
  /** 0 harsh, grey, hard-edged .. 1 healed. */
  readonly healed: Unit;
  /** 0 .. 1 folding into its leaf at the end. */
  readonly fold: Unit;
  /** Weave of the gate, metres on the screen, and lamp brightness 0..1 (a safe flicker). */
  readonly weave: readonly [x: number, y: number];
  readonly lamp: Unit;
  /** Middle of the screen's foot, and the way the screen faces (radians about y). */
  readonly place: Vec3;
  readonly heading: Radians;
  /** State of its prop: 0 as the harsh hand leaves it (torn, shut, turned ...) .. 1 whole and open. */
  readonly prop: Unit;
}

export interface ChosenStar {
  /** In the catalogue. */
  readonly star: number;
  /** In order of choosing; consecutive ones are joined by tonight's lines. */
  readonly index: number;
  /** -1 cold, 0 as ever, 1 warm. */
  readonly warmth: number;
  /** 0 not yet .. 1 chosen. */
  readonly chosen: Unit;
}

/** All that light needs for one instant. */
export interface Frame {
  readonly t: Seconds;
  readonly night: number;
  /** Seconds since this night's start, and the night's length. */
  readonly local: Seconds;
  readonly length: Seconds;
  readonly movement: MovementId;
  readonly progress: Unit;
  /** How present each movement is; neighbours cross over 8 s and more; they sum to 1. */
  readonly weights: Readonly<Record<MovementId, Unit>>;
  readonly camera: Camera;
  readonly curves: Curves;
  readonly palette: Palette;
  readonly sky: Sky;
  /** Events alive now, oldest first; at most 256. */
  readonly active: readonly Active[];
  readonly figures: readonly Figure[];
  readonly memory: MemoryFrame | null;
  readonly chosen: readonly ChosenStar[];
  /**
   * Radians about y (they add to a heading) by which the chosen stars and their lines stand turned from their catalogue
   * directions: 0 until they come down at the festival; in Waking the figure is the map over the dawn.
   */
  readonly mapTurn: Radians;
  /** How many of the seven memories have become leaves. */
  readonly leaves: number;
  /** Set for visitors who asked for reduced motion: rings glow where they are instead of running. */
  readonly calm?: true;
}

export interface Harmony {
  /** The drone under everything now. */
  readonly root: Hertz;
  /** The chord now, low to high, and the one it goes to; in just ratios over the root. */
  readonly chord: readonly Hertz[];
  readonly next: readonly Hertz[];
  /** How far from chord to next: voices glide. */
  readonly glide: Unit;
  /** One octave of the declared scale, low to high. */
  readonly scale: readonly Hertz[];
}

/** An immutable piece: everything about it is a query. */
export interface Piece {
  readonly seed: number;
  readonly preset: Preset;
  readonly world: World;
  /** Length of a night. */
  readonly length: Seconds;
  frame(t: Seconds, touches?: readonly Touch[]): Frame;
  /** Events with t0 <= at < t1, in order of (at, id). */
  events(t0: Seconds, t1: Seconds, touches?: readonly Touch[]): readonly Event[];
  /** Events with at <= t < at + duration, in order of (at, id). */
  sounding(t: Seconds, touches?: readonly Touch[]): readonly Event[];
  curves(t: Seconds): Curves;
  camera(t: Seconds): Camera;
  harmony(t: Seconds): Harmony;
  movements(night: number): readonly MovementSpan[];
}
