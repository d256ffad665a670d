import { UniformGroup } from 'pixi.js';
import { halfTangents } from '../score/projection.ts';
import type { Frame, Piece } from '../score/types.ts';
import type { Colour, Vec3 } from '../units.ts';
import { type LampArrays, lampArrays, lampLimit } from './lamps.ts';
import { beatOf } from './layers/orbBeat.ts';
import { hueTurn, phase } from './phase.ts';
import { packRings, type RingArrays, ringArrays, ringLimit, ringReach } from './rings.ts';
import head from './shaders/head.glsl?raw';
import { axes, type View, viewProjection } from './view.ts';

/** Where each value lies in the array of vec4s, as shaders/head.glsl says it. */
const places: ReadonlyMap<string, number> = new Map(
  [...head.matchAll(/^#define (u\w+) uScene\[(\d+)\](?:\.([xyzw]+))?$/gm)].map(
    ([, name = '', vector, parts = 'x']) => [name, Number(vector) * 4 + 'xyzw'.indexOf(parts.charAt(0))] as const,
  ),
);
const length = 4 + Math.max(...[...places.values()].map((place) => place - (place % 4)));

export interface Shared {
  readonly group: UniformGroup;
  readonly numbers: Record<string, number | Float32Array>;
  /** What shaders/head.glsl names, in its order. */
  readonly scene: Float32Array;
  readonly rings: RingArrays;
  readonly lamps: LampArrays;
}

/** The uniforms that all shaders share; see shaders/head.glsl for what they mean. */
export function sharedUniforms(): Shared {
  const rings = ringArrays();
  const lamps = lampArrays();
  const scene = new Float32Array(length);
  const group = new UniformGroup(
    {
      uScene: { value: scene, type: 'vec4<f32>', size: length / 4 },
      uViewProjection: { value: new Float32Array(16), type: 'mat4x4<f32>' },
      uFilmTurn: { value: new Float32Array(9), type: 'mat3x3<f32>' },
      uLampCount: { value: 0, type: 'i32' },
      uLampPlace: { value: lamps.place, type: 'vec4<f32>', size: lampLimit },
      uLampColour: { value: lamps.colour, type: 'vec4<f32>', size: lampLimit },
      uRingCount: { value: 0, type: 'i32' },
      uRingPlace: { value: rings.place, type: 'vec4<f32>', size: ringLimit },
      uRingColour: { value: rings.colour, type: 'vec4<f32>', size: ringLimit },
    },
    { isStatic: true },
  );
  return { group, numbers: group.uniforms, scene, rings, lamps };
}

const put = ({ scene, numbers }: Shared, name: string, values: readonly number[] | Float32Array) => {
  const place = places.get(name);
  const own = numbers[name];
  if (place !== undefined) scene.set(values, place);
  else if (typeof own === 'object') own.set(values);
};
const set = ({ scene }: Shared, name: string, value: number) => {
  const place = places.get(name);
  if (place !== undefined) scene[place] = value;
};

const grey = (c: Colour): number => 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
const each = (value: (channel: 0 | 1 | 2) => number): Colour => [value(0), value(1), value(2)];

/** Light that falls on moss, found once a frame; see shaders/head.glsl. */
function describeMossLight(shared: Shared, { curves, palette, weights }: Frame): void {
  const night: Colour = [0.009, 0.016, 0.033];
  const height: Colour = [0.0014, 0.0026, 0.0048];
  // In the morning moss lies dark against the low light.
  const shade = 1 - 0.84 * curves.dawn;
  // By the dark lake, and beside lanterns, moss rests.
  const left =
    1 -
    Math.max(
      0.96 * weights.lake,
      // By the stream all is left to what the water holds.
      0.55 * weights.stream,
      0.88 * weights.festival,
      0.88 * Math.min(1, 1.3 * curves.festival * (1 - curves.dawn)),
    );
  const sky = each(
    (i) =>
      (palette.zenith[i] * 0.8 + palette.violet[i] * 0.6 + night[i] * curves.stars) * shade + height[i] * curves.dawn,
  );
  // Halfway to a cool grey: under a violet sky moss would be black.
  const cool: Colour = [0.8, 1.14, 1.25];
  const dome = each((i) => left * (0.5 * sky[i] + 0.5 * grey(sky) * cool[i]));
  const pale: Colour = [0.95, 1.1, 1.05];
  const day: Colour = [1.05, 0.57, 0.33];
  put(shared, 'uDome', dome);
  put(
    shared,
    'uShine',
    each((i) => 1.2 * (0.6 * grey(dome) * pale[i] + 0.4 * dome[i])),
  );
  put(
    shared,
    'uWarmSide',
    each(
      (i) =>
        (0.3 + 0.7 * left) * (palette.rose[i] * 0.4 + palette.amber[i] * 0.26) * (0.17 + 0.08 * curves.breath) * shade +
        day[i] * curves.dawn * 0.25,
    ),
  );
  // Indigo and teal by night, by day the pale height of the sky.
  const deep: Colour = [0.0028, 0.005, 0.0105];
  const morning: Colour = [0.0013, 0.0024, 0.0045];
  put(
    shared,
    'uFill',
    each((i) => deep[i] * (1 - 0.25 * curves.stars) * shade + morning[i] * curves.dawn),
  );
  const turn = shared.numbers.uFilmTurn;
  // The morning has no hue of the night's moss left.
  const hue: Colour = [0.12 + 0.1 * curves.dawn, 0.62 - 0.4 * curves.dawn, 0.52 - 0.26 * curves.dawn];
  const teal = each((i) => hue[i] * left);
  if (typeof turn === 'object') {
    put(
      shared,
      'uTeal',
      each((i) =>
        Math.max(
          0,
          [0, 1, 2].reduce((sum, j) => sum + (turn[j * 3 + i] ?? 0) * (teal[j] ?? 0), 0),
        ),
      ),
    );
  }
}

const skyNames = { zenith: 'uZenith', violet: 'uViolet', rose: 'uRose', amber: 'uAmber' } as const;

/** How much of each is gone by the stream. */
const sunk = {
  zenith: [0.6, 0.52, 0.36],
  violet: [0.62, 0.46, 0.34],
  rose: [0.84, 0.78, 0.7],
  amber: [-0.5, -0.35, -0.1],
} as const;

/** Writes what holds for a whole frame. */
export function describeFrame(shared: Shared, piece: Piece, frame: Frame, extents: readonly [number, number]): void {
  const { curves, palette, sky } = frame;
  const { picture } = piece.preset;
  set(shared, 'uBreath', curves.breath);
  set(shared, 'uWind', curves.wind);
  set(shared, 'uGust', curves.gust);
  set(shared, 'uCloud', curves.cloud);
  // The last quarter is a bank of mist that hides what stands far.
  const bank = Math.max(0, (curves.haze - 0.7) / 0.3) ** 2;
  set(shared, 'uHaze', (0.35 + 0.9 * curves.haze + 6.5 * bank) * picture.haze);
  set(shared, 'uColour', curves.colour);
  set(shared, 'uColourFront', curves.colourFront);
  set(shared, 'uWarmth', curves.warmth);
  set(shared, 'uStars', curves.stars);
  set(shared, 'uDawn', curves.dawn);
  // Where the stars come out the height is night, and the last light has sunk: red, and little.
  const late = frame.weights.stream * curves.stars;
  // The heart is felt through the bark before it is seen.
  // Looking back from the water, the tree is the light of the land; beside it the night has its turn.
  const [x, , z] = frame.camera.eye;
  const far = Math.hypot(x - piece.world.landmarks.treeFoot[0], z - piece.world.landmarks.treeFoot[2]);
  const afar = Math.min(1, Math.max(0, (far - 18) / 30));
  set(shared, 'uTreeGlow', curves.treeGlow * (1 + 0.3 * beatOf(piece, frame).swell) * (1 + late * (3.6 * afar - 0.6)));
  set(shared, 'uFestival', curves.festival);
  set(shared, 'uGlow', picture.glow);
  set(shared, 'uIridescence', picture.iridescence);
  for (const name of ['zenith', 'violet', 'rose', 'amber'] as const)
    put(
      shared,
      skyNames[name],
      palette[name].map((light, i) => light * (1 - late * (sunk[name][i] ?? 0))),
    );
  put(shared, 'uEmber', palette.ember);
  put(shared, 'uMoss', palette.moss);
  put(shared, 'uBlossom', palette.blossom);
  put(shared, 'uLastBlossom', palette.lastBlossom);
  put(shared, 'uLoop', [phase(frame.t, 16), phase(frame.t, 64), phase(frame.t, 256), phase(frame.t, 1024)]);
  put(shared, 'uFilmTurn', hueTurn(picture.filmHue));
  describeMossLight(shared, frame);
  const { dawn } = piece.world.landmarks;
  put(shared, 'uAfterglow', [Math.sin(sky.light), Math.cos(sky.light)]);
  put(shared, 'uWeather', [Math.sin(sky.weather), Math.cos(sky.weather)]);
  put(shared, 'uLine', sky.line);
  put(shared, 'uClouds', sky.clouds);
  set(shared, 'uVioletFall', sky.rise);
  set(shared, 'uOwn', sky.own);
  put(shared, 'uDawnWay', [dawn[0], dawn[2]]);
  put(shared, 'uTreeFoot', piece.world.landmarks.treeFoot);
  put(shared, 'uCrown', [...piece.world.tree.crownCentre, piece.world.tree.crownRadius]);
  put(shared, 'uExtent', extents);
  const { terrain, landmarks } = piece.world;
  packRings(frame, shared.rings, { height: terrain.height, tree: landmarks.treeFoot });
  // A footfall beside the water leaves the light to it.
  for (let i = 3; i < shared.rings.count * 4; i += 4)
    shared.rings.colour[i] = (shared.rings.colour[i] ?? 0) * (1 - 0.55 * late);
  shared.numbers.uRingCount = shared.rings.count;
  set(shared, 'uRingReach', ringReach * (0.4 + 0.6 * curves.colour));
}

export interface Pass {
  readonly frame: Frame;
  /** Aspect of the whole picture. */
  readonly aspect: number;
  /** What of it this target shows. */
  readonly view: View;
  readonly width: number;
  readonly height: number;
  readonly mirrored: boolean;
}

/** Writes what holds for one pass: the camera and the target. */
export function describePass(shared: Shared, pass: Pass): void {
  const { frame, aspect, view, mirrored } = pass;
  const { right, up, forward } = axes(frame.camera);
  const { x: across, y: above } = halfTangents(frame.camera, aspect);
  const turn = (v: Vec3): Vec3 => (mirrored ? [v[0], -v[1], v[2]] : v);
  put(shared, 'uViewProjection', viewProjection(frame.camera, aspect, view, mirrored));
  put(shared, 'uEye', turn(frame.camera.eye));
  put(shared, 'uRight', turn(right));
  put(shared, 'uUp', turn(up));
  put(shared, 'uForward', turn(forward));
  put(shared, 'uTan', [across, above]);
  put(shared, 'uCrop', [view.x, 1 - view.y - view.height, view.width, view.height]);
  put(shared, 'uPixels', [pass.width, pass.height]);
  set(shared, 'uPixelScale', pass.height / view.height / (2 * above));
  set(shared, 'uMirrored', mirrored ? 1 : 0);
  shared.group.update();
}

/** Sets how bright what follows is. */
export function fade(shared: Shared, amount: number): void {
  set(shared, 'uFade', amount);
  shared.group.update();
}
