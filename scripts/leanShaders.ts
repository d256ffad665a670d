import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const source = resolve(import.meta.dirname, '../src');
const read = (ending: RegExp): string =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => readFileSync(join(source, name), 'utf8'))
    .join('\n');
const words = (text: string): string[] => text.match(/[A-Za-z_]\w*/g) ?? [];

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/[^\n]*/g, '');
const declared = /\b(?:void|bool|u?int|float|[biu]?vec[234]|mat[234])\s+([A-Za-z_]\w*)/g;
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * A short name for each name that the shaders declare among themselves: the same in every file, since chunks are
 * joined and a vertex shader's outputs are a fragment shader's inputs. What TypeScript gives or quotes keeps its name.
 */
function shortNames(): ReadonlyMap<string, string> {
  const shaders = withoutComments(read(/\.(?:frag|vert|glsl)$/));
  const quoted = read(/\.ts$/).match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g) ?? [];
  const given = shaders.match(/\buniform\b[^;]*;/g) ?? [];
  const attributes = withoutComments(read(/\.(?:vert|glsl)$/)).match(/^\s*in\b[^;]*;/gm) ?? [];
  const taken = new Set(words([...quoted, ...given, ...attributes].join(' ')));
  for (const [, chunk = ''] of shaders.matchAll(/#include <(\w+)>/g)) taken.add(chunk);
  const counts = new Map<string, number>();
  for (const [, name = ''] of shaders.matchAll(declared)) {
    if (name.length > 2 && name !== 'main' && !taken.has(name) && !/^(?:gl_|[xyzw]+$|[rgba]+$|[stpq]+$)/.test(name)) {
      counts.set(name, 0);
    }
  }
  for (const word of words(shaders)) {
    const count = counts.get(word);
    if (count === undefined) taken.add(word);
    else counts.set(word, count + 1);
  }
  for (const keyword of ['do', 'if', 'in']) taken.add(keyword);
  const free = [...letters]
    .concat([...letters].flatMap((first) => [...letters].map((second) => first + second)))
    .filter((name) => !taken.has(name));
  const often = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Map(often.flatMap(([name], rank) => (free[rank] === undefined ? [] : [[name, free[rank]]])));
}

/** Shaders travel without their comments and indentation, and with short names: a tenth of the first load. */
export function leanShaders(): Plugin {
  let names: ReadonlyMap<string, string> = new Map();
  return {
    name: 'mosslight-lean-shaders',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      names = shortNames();
    },
    transform: {
      filter: { id: /\.(?:frag|vert|glsl)\?raw$/ },
      handler(code) {
        const text: unknown = JSON.parse(code.slice(code.indexOf('"'), code.lastIndexOf('"') + 1));
        const lean = withoutComments(String(text))
          .replace(/[ \t]*\n\s*/g, '\n')
          .trim()
          .replace(/(?<![\w.])0(?=\.\d)/g, '')
          // Not around + and -, which may follow each other; a line that begins with # stays one.
          .replace(/^[^#].*$/gm, (line) => line.replace(/ ?([=*/<>,;(){}?:&|]) ?/g, '$1'))
          .replace(/\b[A-Za-z_]\w*/g, (word) => names.get(word) ?? word);
        return { code: `export default ${JSON.stringify(`${lean}\n`)}`, map: null };
      },
    },
  };
}
