import type { Event } from '../score/types.ts';
import type { Hertz, Seconds } from '../units.ts';

const names = ['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'G#', 'A', 'Bb', 'B'] as const;

/** The nearest tone of equal temperament at a' = 440 Hz, and how many cents the pitch lies from it: `A4`, `F#4-14`. */
export function pitchName(pitch: Hertz): string {
  const note = 69 + 12 * Math.log2(pitch / 440);
  const nearest = Math.round(note);
  const cents = Math.round((note - nearest) * 100);
  const sign = cents > 0 ? '+' : '';
  return `${names[((nearest % 12) + 12) % 12]}${Math.floor(nearest / 12) - 1}${cents === 0 ? '' : `${sign}${cents}`}`;
}

/** `m:ss.t`, or `h:mm:ss.t` from an hour on; cut, not rounded, so that no event is told before it is. */
export function clockTime(at: Seconds): string {
  const tenths = Math.floor(at * 10 + 1e-6);
  const two = (n: number): string => String(n).padStart(2, '0');
  const minutes = Math.floor(tenths / 600);
  const seconds = `${two(Math.floor((tenths % 600) / 10))}.${tenths % 10}`;
  return minutes < 60 ? `${minutes}:${seconds}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${seconds}`;
}

const metres = (x: number): string => x.toFixed(1);

/** One line of the readable sheet; a movement is a heading with a line of its own before it. */
export function cueLine(event: Event): string {
  const { kind, at, duration, place, strength, pitches, index, motif } = event;
  if (kind === 'movement') {
    const title = `${event.movement.slice(0, 1).toUpperCase()}${event.movement.slice(1)}`;
    return `\n${clockTime(at)}  ${title}, night ${event.night + 1}, until ${clockTime(at + duration)}\n`;
  }
  const heard = (motif ?? pitches).map(pitchName).join(' ');
  const where = `(${place.map(metres).join(', ')})`;
  const columns = [
    clockTime(at).padStart(10),
    kind.padEnd(9),
    String(index).padStart(4),
    `${duration.toFixed(1)} s`.padStart(7),
    strength.toFixed(2),
    where.padEnd(24),
  ];
  return `${columns.join('  ')}  ${heard}`.trimEnd().concat('\n');
}
