import type { Colour, Metres, Vec3 } from '../units.ts';

/** The moss is lit by at most so many lamps at once. */
export const lampLimit = 8;

export interface Lamp {
  readonly place: Vec3;
  /** Linear light on moss that lies right beside it. */
  readonly colour: Colour;
  /** Distance at which a quarter of it is left. */
  readonly reach: Metres;
}

/** Lights that layers hang into one frame, so that what glows falls on its surroundings. */
export interface Lamps {
  /** For `update`: kept for this frame; where there are too many, those that light most around the eye stay. */
  hang(lamp: Lamp): void;
}

export interface LampArrays extends Lamps {
  /** xyz and reach, per lamp. */
  readonly place: Float32Array;
  readonly colour: Float32Array;
  clear(): void;
  /** Writes the lamps that matter most from `eye`; gives back how many. */
  pack(eye: Vec3): number;
}

/** How much a lamp can be seen to light from here. */
function weight(lamp: Lamp, eye: Vec3): number {
  const [x, y, z] = lamp.place;
  const far = (x - eye[0]) ** 2 + (y - eye[1]) ** 2 + (z - eye[2]) ** 2;
  return ((lamp.colour[0] + lamp.colour[1] + lamp.colour[2]) * lamp.reach ** 2) / (far + 16);
}

export function lampArrays(): LampArrays {
  const place = new Float32Array(lampLimit * 4);
  const colour = new Float32Array(lampLimit * 4);
  let hung: Lamp[] = [];
  return {
    place,
    colour,
    hang: (lamp) => {
      hung.push(lamp);
    },
    clear() {
      hung = [];
    },
    pack(eye) {
      const kept = hung
        .map((lamp) => ({ lamp, weight: weight(lamp, eye) }))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, lampLimit);
      kept.forEach(({ lamp }, i) => {
        place.set([...lamp.place, lamp.reach], i * 4);
        colour.set([...lamp.colour, 0], i * 4);
      });
      return kept.length;
    },
  };
}
