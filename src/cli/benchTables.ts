import type { Load } from '../export/bench/load.ts';
import type { Pace } from '../export/bench/pace.ts';
import type { Compared } from '../export/bench/particles.ts';

/** What a gallery's frame may ask for, and how smoothly a movement must begin. */
const most = { draws: 40, passes: 4, uploads: 1000, js: 1, ratio: 1.15, hitch: 50 } as const;

/** A number, with a mark where it is over its bound. */
const cell = (value: number, digits: number, bound = Number.POSITIVE_INFINITY): string =>
  `${value.toFixed(digits)}${value > bound ? '!' : ' '}`.padStart(11);

const head = (title: string, columns: readonly string[]): string =>
  `\n${title}\n${''.padEnd(14)}${columns.map((column) => `${column} `.padStart(11)).join('')}\n`;

const line = (name: string, cells: readonly string[]): string => `${name.padEnd(14)}${cells.join('')}\n`;

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Our particle layers against a bare WebGL2 program. */
export const comparedTable = (title: string, rows: readonly Compared[]): string =>
  [
    head(title, ['particles', 'ours, ms', 'bare, ms', 'ratio']),
    ...rows.map(({ layer, particles, ours, bare, ratio }) =>
      line(layer, [cell(particles, 0), cell(ours, 3), cell(bare, 3), cell(ratio, 3, most.ratio)]),
    ),
    line(
      'median',
      ['', '', ''].map((none) => none.padStart(11)).concat(cell(middle(rows.map((row) => row.ratio)), 3, most.ratio)),
    ),
  ].join('');

/** What is over a bound, by the layers that have most of it. */
function causes({ movement, draws, uploads, js, layers }: Load): string {
  const named = (rows: Load['layers'], of: 'draws' | 'uploads' | 'js', unit: string, digits: number) =>
    rows
      .toSorted((a, b) => b[of] - a[of])
      .filter((row) => row[of] > 0)
      .slice(0, 6)
      .map((row) => `${row.id} ${row[of].toFixed(digits)}${unit}`)
      .join(', ');
  return [
    draws > most.draws ? `  ${movement}, draws: ${named(layers, 'draws', '', 0)}\n` : '',
    uploads > most.uploads ? `  ${movement}, uploads: ${named(layers, 'uploads', ' B', 0)}\n` : '',
    js.p95 > most.js ? `  ${movement}, JavaScript: ${named(layers, 'js', ' us', 0)}\n` : '',
  ].join('');
}

/** What frames ask for. */
export const loadTable = (title: string, rows: readonly Load[]): string =>
  [
    head(title, ['draws', 'passes', 'upload, B', 'js median', 'js p95, ms', 'particles', 'triangles']),
    ...rows.map(({ movement, draws, passes, uploads, js, particles, triangles }) =>
      line(movement, [
        cell(draws, 0, most.draws),
        cell(passes, 0, most.passes),
        cell(uploads, 0, most.uploads),
        cell(js.median, 2),
        cell(js.p95, 2, most.js),
        cell(particles, 0),
        cell(triangles, 0),
      ]),
    ),
    ...rows.map(causes),
  ].join('');

/** How long frames take. */
export const paceTable = (title: string, rows: readonly Pace[]): string =>
  [
    head(title, ['median, ms', 'p95, ms', 'a second', 'hitch, ms']),
    ...rows.map(({ movement, median, p95, hitch }) =>
      line(movement, [cell(median, 1), cell(p95, 1), cell(1000 / median, 1), cell(hitch, 1, most.hitch)]),
    ),
  ].join('');
