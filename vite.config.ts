import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { contentSecurityPolicy } from './src/cli/policy.ts';

/** Every .html beside this file is a page. */
const pages = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.html'))
  .map((name) => resolve(import.meta.dirname, name));

/** The policy travels with the page, wherever it is hosted; frame-ancestors is understood in a header only. */
const policyInPage: Plugin = {
  name: 'mosslight-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: contentSecurityPolicy.replace(/; frame-ancestors [^;]+/, ''),
      },
      injectTo: 'head-prepend',
    },
  ],
};

/** Says what a first visit loads: the entry's chunks and what they import at once, gzip. */
const firstLoad: Plugin = {
  name: 'mosslight-first-load',
  apply: 'build',
  writeBundle(_options, bundle) {
    const sizes = Object.values(bundle)
      .filter((file) => file.fileName.endsWith('.js'))
      .map((file) => ({
        late: file.type === 'chunk' && !file.isEntry && file.isDynamicEntry,
        bytes: gzipSync(file.type === 'chunk' ? file.code : file.source).length,
      }));
    const total = (late: boolean) => sizes.reduce((sum, size) => sum + (size.late === late ? size.bytes : 0), 0) / 1000;
    this.info(`JavaScript, gzip: ${total(false).toFixed(1)} kB at first, ${total(true).toFixed(1)} kB when asked for`);
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  publicDir: isSsrBuild ? false : 'public',
  plugins: isSsrBuild ? [] : [policyInPage, firstLoad],
  worker: { format: 'es' },
  build: {
    target: isSsrBuild ? 'node20' : 'es2023',
    outDir: isSsrBuild ? 'dist/cli' : 'dist/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: isSsrBuild ? {} : { input: pages },
  },
}));
