import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const lib = resolve(import.meta.dirname, '../node_modules/pixi.js/lib');
const gone = (name: string): string => `export class ${name} {}`;
const adaptor = (of: string, name: string): string =>
  `export class ${of} { static extension = { type: ['webgl-pipes-adaptor'], name: '${name}' }; }`;

/** What the page means by `pixi.js`: each name from its own module, since the whole index registers what it is never asked for. */
const index = Object.entries({
  'rendering/renderers/gl/WebGLRenderer': 'WebGLRenderer',
  'rendering/renderers/gl/shader/GlProgram': 'GlProgram',
  'rendering/renderers/shared/state/State': 'State',
  'rendering/renderers/shared/buffer/Buffer': 'Buffer',
  'rendering/renderers/shared/buffer/const': 'BufferUsage',
  'rendering/renderers/shared/geometry/Geometry': 'Geometry',
  'rendering/renderers/shared/renderTarget/RenderTarget': 'RenderTarget',
  'rendering/renderers/shared/shader/Shader': 'Shader',
  'rendering/renderers/shared/shader/UniformGroup': 'UniformGroup',
  'rendering/renderers/shared/texture/sources/BufferImageSource': 'BufferImageSource',
  'rendering/renderers/shared/texture/sources/TextureSource': 'TextureSource',
  'ticker/Ticker': 'Ticker',
})
  .map(([module, name]) => `export { ${name} } from ${JSON.stringify(`${lib}/${module}.mjs`)};`)
  .join('\n');

/** Modules that only a scene graph, a batcher, WebGPU or colour names need, and what stands in for them. */
const stands: Readonly<Record<string, string>> = {
  'system/SharedSystems.mjs': `
import { BackgroundSystem } from '../background/BackgroundSystem.mjs';
import { GCSystem } from '../GCSystem.mjs';
import { SchedulerSystem } from '../SchedulerSystem.mjs';
import { TextureGCSystem } from '../texture/TextureGCSystem.mjs';
import { ViewSystem } from '../view/ViewSystem.mjs';
export const SharedSystems = [BackgroundSystem, ViewSystem, GCSystem, TextureGCSystem, SchedulerSystem];
export const SharedRenderPipes = [];`,
  'batcher/gl/GlBatchAdaptor.mjs': adaptor('GlBatchAdaptor', 'batch'),
  'mesh/gl/GlMeshAdaptor.mjs': adaptor('GlMeshAdaptor', 'mesh'),
  'graphics/gl/GlGraphicsAdaptor.mjs': adaptor('GlGraphicsAdaptor', 'graphics'),
  'scene/container/Container.mjs': gone('Container'),
  'gpu/GpuUboSystem.mjs': gone('GpuUboSystem'),
  'shared/ParticleBuffer.mjs': gone('ParticleBuffer'),
  'particle/generateParticleUpdatePolyfill.mjs': 'export const generateParticleUpdatePolyfill = undefined;',
  'ubo/generateUboSyncPolyfill.mjs':
    'export const generateUboSyncPolyfillSTD40 = undefined, generateUboSyncPolyfillWGSL = undefined;',
  // Every texture here is somebody's own; the view only tells the pool its size.
  'texture/TexturePool.mjs': 'export const TexturePool = { setScreenSize() {}, removeScreen() {} };',
  'colord/plugins/names.mjs': 'export default () => {};',
  // Colours are given as numbers, which Pixi reads by itself.
  'colord/index.mjs': `
export const extend = () => {};
export const colord = (colour) => { throw new TypeError('colours are numbers here, not ' + colour); };`,
  // It would ask a context made for that alone; WebGL 2 always has it.
  'program/getMaxFragmentPrecision.mjs': "export const getMaxFragmentPrecision = () => 'highp';",
};

/** Keeps the first load small: the stage draws its own geometry with `renderer.encoder` and never calls `renderer.render`. */
export const leanPixi: Plugin = {
  name: 'mosslight-lean-pixi',
  apply: 'build',
  enforce: 'pre',
  resolveId: { filter: { id: /^pixi\.js$/ }, handler: () => '\0lean-pixi' },
  load: {
    filter: { id: /^\0lean-pixi$|node_modules\/(?:pixi\.js|@pixi)\/.*\.mjs$/ },
    handler: (id) =>
      id === '\0lean-pixi' ? index : Object.entries(stands).find(([end]) => id.endsWith(`/${end}`))?.[1],
  },
};
