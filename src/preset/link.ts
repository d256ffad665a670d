import * as v from 'valibot';
import type { Seconds } from '../units.ts';
import type { BadInput } from './badInput.ts';
import { presetId } from './schema.ts';

/** A moment to share. What is left out stays as the visitor has it. */
export interface Link {
  readonly preset?: string;
  readonly seed?: number;
  /** From the first night's start; kept to the millisecond. */
  readonly at?: Seconds;
}

export type ParsedLink = { readonly ok: true; readonly link: Link } | { readonly ok: false; readonly error: BadInput };

const LONGEST = 512;
/** Some three hundred years; milliseconds are still exact there. */
const LATEST: Seconds = 1e10;
const DIGITS = /^\d{1,10}$/;
const SECONDS = /^\d{1,11}(?:\.\d{1,6})?$/;

/** The part of an address after and with `#`, such as `#p=twilight&s=7&t=270.5`; empty where there is nothing to say. */
export function encodeLink(link: Link): string {
  const parts: string[] = [];
  if (link.preset !== undefined) parts.push(`p=${link.preset}`);
  if (link.seed !== undefined) parts.push(`s=${link.seed}`);
  if (link.at !== undefined) parts.push(`t=${Math.round(link.at * 1000) / 1000}`);
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}

function refuse(path: string, reason: string): ParsedLink {
  return { ok: false, error: { path, reason } };
}

/** Reads a link's hash, with or without its `#`. Never throws; an empty one is a link that says nothing. */
export function parseLink(hash: string): ParsedLink {
  if (hash.length > LONGEST) return refuse('link', `is longer than ${LONGEST} characters`);
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  const link: { -readonly [Key in keyof Link]: Link[Key] } = {};
  for (const part of text === '' ? [] : text.split('&')) {
    const cut = part.indexOf('=');
    const key = cut < 0 ? part : part.slice(0, cut);
    const value = cut < 0 ? '' : part.slice(cut + 1);
    switch (key) {
      case 'p': {
        if (link.preset !== undefined) return refuse('link.p', 'is given twice');
        const id = v.safeParse(presetId, value);
        if (!id.success) return refuse('link.p', id.issues[0].message);
        link.preset = id.output;
        break;
      }
      case 's': {
        if (link.seed !== undefined) return refuse('link.s', 'is given twice');
        const seed = DIGITS.test(value) ? Number(value) : Number.NaN;
        if (!(seed <= 4294967295)) return refuse('link.s', 'expected a whole number from 0 to 4294967295');
        link.seed = seed;
        break;
      }
      case 't': {
        if (link.at !== undefined) return refuse('link.t', 'is given twice');
        const at = SECONDS.test(value) ? Number(value) : Number.NaN;
        if (!(at <= LATEST)) return refuse('link.t', `expected seconds from 0 to ${LATEST}`);
        link.at = at;
        break;
      }
      default:
        return refuse('link', `unknown key ${JSON.stringify(key.slice(0, 24))}; p, s and t are known`);
    }
  }
  return { ok: true, link };
}
