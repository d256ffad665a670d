import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { leanPixi } from './scripts/leanPixi.ts';
import { leanShaders } from './scripts/leanShaders.ts';
import { sharedWorker } from './scripts/sharedWorker.ts';
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

/** Says what the page's own entry imports at once, gzip; what it asks for later is measured in a real browser by law 11. */
const firstLoad: Plugin = {
  name: 'mosslight-first-load',
  apply: 'build',
  writeBundle(_options, bundle) {
    const entry = Object.values(bundle).find(
      (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/index.html'),
    );
    const wanted = new Set(entry === undefined ? [] : [entry.fileName]);
    let bytes = 0;
    for (const name of wanted) {
      const file = bundle[name];
      if (file?.type !== 'chunk') continue;
      bytes += gzipSync(file.code).length;
      for (const imported of file.imports) wanted.add(imported);
    }
    this.info(`the page imports ${(bytes / 1000).toFixed(1)} kB of JavaScript at once, gzip`);
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  publicDir: isSsrBuild ? false : 'public',
  plugins: isSsrBuild ? [] : [leanShaders(), leanPixi, sharedWorker, policyInPage, firstLoad],
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
