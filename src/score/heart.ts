import type { Preset } from '../preset/schema.ts';
import type { Beats, Seconds, Unit } from '../units.ts';

/** From lub to dub, as a part of the beat. */
export const dub: Unit = 0.3;

/**
 * Length of one beat of the heart. The festival's drum falls on every half of it. A night holds a whole number of beats
 * (the tempo gives way by less than 0.4 % for that), so that the heart goes on unbroken from night to night.
 */
export const beatLength = ({ form }: Preset): Seconds => form.length / Math.round((form.length * form.heart) / 60);

/**
 * Beats since a fixed origin, within a night. The grid is laid from the night's end: the very last pulse is a lub, and the
 * next night's first step is its dub.
 */
export const beatsAt = (preset: Preset, local: Seconds): Beats => (local - lastLub(preset)) / beatLength(preset);

/** Local time of the night's last pulse. */
export const lastLub = (preset: Preset): Seconds => preset.form.length - dub * beatLength(preset);

/** Local times in [from, to) of every beat, each 1 / `division` of a heartbeat apart. */
export function beatsBetween(preset: Preset, from: Seconds, to: Seconds, division = 1): Seconds[] {
  const step = beatLength(preset) / division;
  const last = lastLub(preset);
  const times: Seconds[] = [];
  for (let n = Math.ceil((from - last) / step - 1e-9); last + n * step < to - 1e-9; n += 1) times.push(last + n * step);
  return times;
}

const thump = (x: Unit, attack: Unit, decay: Unit): Unit => {
  if (x < 0) return 0;
  return x < attack ? Math.sin((x / attack) * (Math.PI / 2)) ** 2 : Math.exp(-(x - attack) / decay);
};

/** The beat as seen and heard: a lub and a softer dub, as an envelope over beats; rises over a tenth of a beat. */
export function heartEnvelope(beats: Beats): Unit {
  const x = beats - Math.floor(beats);
  const lub = Math.max(thump(x, 0.1, 0.09), thump(x + 1, 0.1, 0.09));
  const second = 0.55 * Math.max(thump(x - dub, 0.1, 0.11), thump(x + 1 - dub, 0.1, 0.11));
  return Math.min(1, lub + second);
}
