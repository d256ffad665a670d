import type { Plugin } from 'vite';

const asked = /\/bake\.worker\.ts\?worker&url$/;

/**
 * The baking worker is an entry of the page's own build: what both run is one file, which the
 * browser fetches once. (Vite bundles a worker by itself, with a second copy.)
 */
export const sharedWorker: Plugin = {
  name: 'mosslight-shared-worker',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!asked.test(source)) return;
    const program = await this.resolve(source.replace(/\?.*$/, ''), importer, { skipSelf: true });
    return program === null ? undefined : `\0shared:${program.id}`;
  },
  load: {
    filter: { id: /^\0shared:/ },
    handler(id) {
      const file = this.emitFile({ type: 'chunk', id: id.slice('\0shared:'.length) });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  },
};
