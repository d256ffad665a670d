import type { Hertz, Seconds, Unit } from '../units.ts';
import { mix32, unitOf } from './hash.ts';
import type { VowelId } from './vowels.ts';

/** What a mouth does at one moment of a whisper; it glides from one pose to the next. */
export interface Pose {
  readonly at: Seconds;
  /** Gain of the breath through the vowel. */
  readonly open: Unit;
  /** Gain, middle and width of the noise that teeth, lips or tongue make. */
  readonly hiss: Unit;
  readonly hz: Hertz;
  readonly width: Hertz;
  readonly vowel: VowelId;
}

interface Consonant {
  readonly hz: Hertz;
  readonly width: Hertz;
  readonly level: Unit;
  readonly span: Seconds;
  /** A stop: silence, then a short burst. */
  readonly stop?: true;
  /** How far the throat is open meanwhile. */
  readonly open?: Unit;
}

const consonants = {
  s: { hz: 6300, width: 2800, level: 0.5, span: 0.12 },
  sh: { hz: 3300, width: 1700, level: 0.55, span: 0.12 },
  f: { hz: 4500, width: 6000, level: 0.16, span: 0.1 },
  h: { hz: 1500, width: 1500, level: 0.1, span: 0.07, open: 0.6 },
  t: { hz: 4300, width: 3000, level: 0.7, span: 0.09, stop: true },
  k: { hz: 2000, width: 1300, level: 0.65, span: 0.09, stop: true },
  p: { hz: 900, width: 900, level: 0.5, span: 0.08, stop: true },
  m: { hz: 1000, width: 900, level: 0.1, span: 0.06 },
} as const satisfies Readonly<Record<string, Consonant>>;

/** As often as they stand here. */
const onsets = ['s', 'sh', 's', 't', 'h', 'f', 't', 'k', 'sh', 'p', 'm', 'h', 's', 't', 'm'] as const;
const nuclei: readonly VowelId[] = ['a', 'e', 'i', 'uh', 'o', 'u', 'uh', 'i', 'e'];

/** Poses in a row, each said as what is new in it. */
class Line {
  readonly poses: Pose[] = [{ at: 0, open: 0, hiss: 0, hz: 2000, width: 2000, vowel: 'uh' }];
  private pose: Pose = { at: 0.01, open: 0, hiss: 0, hz: 2000, width: 2000, vowel: 'uh' };

  after(span: Seconds, change: Partial<Omit<Pose, 'at'>>): void {
    this.pose = { ...this.pose, ...change, at: this.pose.at + span };
    this.poses.push(this.pose);
  }
}

function speak(line: Line, consonant: Consonant, vowel: VowelId, span: Seconds, strength: Unit, stress: Unit): void {
  const { hz, width, level, stop, open = 0.05 } = consonant;
  if (stop) {
    line.after(0.02, { open: 0, hiss: 0, hz, width });
    line.after(span * 0.45, { vowel });
    line.after(0.003, { hiss: level * strength * stress });
    line.after(0.018, { hiss: level * 0.25 * strength * stress, open: 0.3 * strength * stress });
    line.after(span * 0.35, { hiss: 0.02, open: 0.6 * strength * stress });
  } else {
    const loud = level * strength * (0.7 + 0.3 * stress);
    line.after(span * 0.35, { open, hiss: loud, hz, width });
    line.after(span * 0.4, { vowel });
    line.after(span * 0.3, { hiss: 0.02, open: 0.55 * strength * stress });
  }
}

/**
 * A whispered phrase as nobody quite understands it: the breath is drawn, five to eight syllables in two or three words, every
 * second one weightier, the last one long, and what is left of the breath goes out.
 */
export function posesOf(index: number): readonly Pose[] {
  const key = mix32(0x51ab ^ mix32(index));
  const line = new Line();
  const drawn = 0.26 + 0.2 * unitOf(key, 4);
  line.after(drawn * 0.45, { open: 0.22, hiss: 0.07, hz: 1700, width: 2600 });
  line.after(drawn * 0.3, { open: 0.26, hiss: 0.09, hz: 2300 });
  line.after(drawn * 0.25, { open: 0, hiss: 0 });
  line.after(0.09, {});
  const count = 5 + Math.floor(4 * unitOf(key, 3));
  let word = 0;
  for (let n = 0; n < count; n++) {
    const u = (k: number): Unit => unitOf(key, 10 + n * 8 + k);
    const oneOf = <T>(row: readonly T[], x: Unit): T | undefined => row[Math.floor(x * row.length)];
    const consonant: Consonant = consonants[oneOf(onsets, u(0)) ?? 's'];
    const vowel = oneOf(nuclei, u(1)) ?? 'uh';
    const glides = u(2) < 0.35 ? (oneOf(nuclei, u(3)) ?? vowel) : vowel;
    const last = n === count - 1;
    const stress = n % 2 === (index & 1) ? 1 : 0.6;
    const strength = 1 - (0.35 * n) / count;
    speak(line, consonant, vowel, consonant.span * (0.85 + 0.3 * u(4)), strength, stress);
    const long = (0.075 + 0.06 * u(5)) * (0.7 + 0.5 * stress) * (last ? 1.7 : 1);
    line.after(long * 0.3, { open: strength * stress, hiss: 0.01 });
    line.after(long * 0.7, { open: strength * stress * 0.75, vowel: glides });
    // One in four is closed by a soft sibilant.
    if (u(6) < 0.25) {
      line.after(0.035, { open: 0.04, hiss: 0.28 * strength, hz: 6000, width: 2800 });
      line.after(0.05, {});
      line.after(0.04, { hiss: 0 });
    }
    word++;
    if (last || (word > 1 && u(7) < 0.45)) {
      word = 0;
      line.after(last ? 0.12 : 0.05, { open: 0, hiss: 0 });
      line.after(0.03 + 0.08 * u(6), {});
    }
  }
  line.after(0.12, { open: 0.2, hiss: 0.04, hz: 1300, width: 2200, vowel: 'uh' });
  line.after(0.22, { open: 0.11, hiss: 0.02 });
  line.after(0.28, { open: 0, hiss: 0 });
  return line.poses;
}
