const sources = import.meta.glob<string>('./shaders/*.glsl', { query: '?raw', import: 'default', eager: true });

const chunks: ReadonlyMap<string, string> = new Map(
  Object.entries(sources).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1, -'.glsl'.length), text]),
);

/**
 * A complete GLSL ES 3.00 source: the common head, then `text` with every line `#include <name>` replaced by
 * `shaders/name.glsl`, once each, depth first.
 * @param lean defines LEAN, for what small machines leave out.
 * @param bare defines BARE, for what a processor draws otherwise: textures have no levels, see `bake/atlas.ts`.
 * @throws where a chunk does not exist.
 */
export function assemble(text: string, lean = false, bare = false): string {
  const taken = new Set<string>();
  const expand = (source: string): string =>
    source.replace(/^[ \t]*#include <(\w+)>[ \t]*$/gm, (_line, name: string) => {
      if (taken.has(name)) return '';
      taken.add(name);
      const chunk = chunks.get(name);
      if (chunk === undefined) throw new Error(`there is no shader chunk ${name}`);
      return expand(chunk);
    });
  return `#version 300 es\n${lean ? '#define LEAN\n' : ''}${bare ? '#define BARE\n' : ''}${expand(`#include <head>\n${text}`)}`;
}
