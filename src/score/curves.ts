import type { Metres, Seconds, Unit } from '../units.ts';
import { breathAt } from './breath.ts';
import type { Tracks } from './draft.ts';
import { clamp01, smoothstep } from './ease.ts';
import { beatLength, beatsAt, heartEnvelope, lastLub } from './heart.ts';
import { beamAt } from './memories.ts';
import { movements } from './movements/index.ts';
import { progressOf, type Share, sharesAt } from './movements.ts';
import type { Tonight } from './tonight.ts';
import { sample, type Track } from './track.ts';
import type { Curves } from './types.ts';
import { weatherAt } from './weather.ts';

/** What holds where a movement declares nothing. */
const resting: Tracks = { colour: 1, room: 0.6, bed: 0.4, wind: 0.3, haze: 0.4, focus: 12, aperture: 0.3 };

/** Seed grows with each beat, and rests between beats. */
function beatwise(tonight: Tonight, local: Seconds): Seconds {
  const beats = beatsAt(tonight.preset, local);
  const whole = Math.floor(beats);
  const grown = whole + smoothstep(0.05, 0.6, beats - whole);
  return lastLub(tonight.preset) + grown * beatLength(tonight.preset);
}

/** One track at one instant, over the one or two movements that are present. */
type Read = (name: keyof Tracks) => number;

function reader(shares: readonly Share[], progress: (share: Share) => Unit): Read {
  return (name) => {
    let sum = 0;
    for (const share of shares) {
      const track: Track = movements[share.span.id].tracks[name] ?? resting[name] ?? 0;
      sum += share.weight * sample(track, progress(share));
    }
    return sum;
  };
}

function beam(tonight: Tonight, local: Seconds): Unit {
  for (const { from, duration } of tonight.scenes) {
    if (local >= from && local < from + duration) return beamAt((local - from) / duration);
  }
  return 0;
}

/** The eye's focus and aperture, which no sound needs. */
export interface Optics {
  readonly focus: Metres;
  readonly aperture: Unit;
}

export function opticsAt(shares: readonly Share[]): Optics {
  const read = reader(shares, (share) => share.progress);
  return { focus: Math.max(0.3, read('focus')), aperture: clamp01(read('aperture')) };
}

/**
 * Every curve at a time: the tracks of the present movements, weighed as they cross, with weather, breath and heart.
 * @param t absolute, for what knows no nights
 * @param local within the night
 */
export function curvesAt(tonight: Tonight, t: Seconds, local: Seconds): Curves {
  const { preset, quiet } = tonight;
  const shares = sharesAt(tonight.form, local);
  const read = reader(shares, (share) => share.progress);
  const stepped = beatwise(tonight, local);
  const readBeatwise = reader(shares, ({ span, progress }) =>
    span.id === 'seed' ? progressOf(span, stepped) : progress,
  );
  const unit = (name: keyof Tracks): Unit => clamp01(read(name));
  const weather = weatherAt(tonight.seed, preset, t);
  const air = unit('wind');
  return {
    breath: breathAt(preset, t),
    wind: clamp01(weather.wind * air * 1.3),
    gust: clamp01(weather.gust * air + 0.9 * read('bow')),
    cloud: weather.cloud,
    haze: unit('haze'),
    colour: unit('colour'),
    colourFront: Math.max(0, read('colourFront')),
    warmth: unit('warmth'),
    stars: unit('stars'),
    dawn: unit('dawn'),
    inner: unit('inner'),
    treeGlow: unit('treeGlow'),
    sap: unit('sap'),
    whispers: unit('whispers'),
    voiced: unit('voiced'),
    heart: heartEnvelope(beatsAt(preset, local)),
    heartLevel: unit('heartLevel'),
    orb: clamp01(readBeatwise('orb')),
    tendrils: clamp01(readBeatwise('tendrils')),
    beam: beam(tonight, local),
    stream: unit('stream'),
    lake: unit('lake'),
    partials: unit('partials'),
    otherSky: unit('otherSky'),
    plant: unit('plant'),
    blossom: unit('blossom'),
    bow: unit('bow'),
    festival: clamp01(read('festival') * (quiet ? 0.55 : 1)),
    wave: clamp01(read('wave') * (quiet ? 0.7 : 1)),
    laughter: clamp01(read('laughter') * preset.comfort.laughter * (quiet ? 0.4 : 1)),
    bed: unit('bed'),
    ache: clamp01(read('ache') * preset.music.dissonance),
    room: unit('room'),
    map: unit('map'),
    answers: unit('answers'),
  };
}
