import { parsePreset } from '../../src/preset/parse.ts';
import type { Preset } from '../../src/preset/schema.ts';
import { shippedPreset } from '../../src/preset/shipped.ts';
import { open } from '../../src/score/open.ts';
import type { Piece } from '../../src/score/types.ts';

function found(preset: Preset | undefined): Preset {
  if (preset === undefined) throw new Error('twilight is not shipped');
  return preset;
}

export const twilight = found(shippedPreset('twilight'));

/** Twilight with some of its form, weather, music or comfort changed. */
export function changed(groups: Readonly<Record<string, Readonly<Record<string, number>>>>): Preset {
  const parsed = parsePreset({ version: twilight.version, id: 'changed', title: 'Changed', ...groups });
  if (!parsed.ok) throw new Error(`${parsed.error.path} ${parsed.error.reason}`);
  return parsed.preset;
}

const opened = new Map<number, Piece>();

/** Twilight under a seed; opened once a test file, for a world takes a while to grow. */
export function twilightOf(seed: number): Piece {
  const piece = opened.get(seed) ?? open(seed, twilight);
  opened.set(seed, piece);
  return piece;
}

/** The first night, from 0, that is or is not quiet: a quiet one has half the laughter. */
export function nightThatIs(piece: Piece, quiet: boolean): number {
  for (let night = 0; night < 40; night += 1) {
    const laughs = piece
      .events(night * piece.length, (night + 1) * piece.length)
      .filter(({ kind }) => kind === 'laugh');
    if (laughs.length < 35 === quiet) return night;
  }
  throw new Error('no such night among forty');
}
