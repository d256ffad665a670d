import 'pixi.js/unsafe-eval';
import { type RenderTarget, type RgbaArray, Ticker, WebGLRenderer } from 'pixi.js';
import type { Frame, Piece } from '../score/types.ts';
import { createBaker } from './bake/baker.ts';
import { breaths } from './bake/breath.ts';
import type { FloatFormat } from './bake/texels.ts';
import { bakeTextures } from './bake/textures.ts';
import type { Layer, Scene, Where } from './layer.ts';
import { layerMakers } from './layers/index.ts';
import type { Matter } from './matter.ts';
import { bloom, type Draw } from './passes/bloom.ts';
import { type LightTarget, lightTarget } from './passes/screen.ts';
import { tone } from './passes/tone.ts';
import { primer } from './primer.ts';
import { describeFrame, describePass, fade, sharedUniforms } from './scene.ts';
import { type Plan, plan } from './size.ts';
import { qualities } from './tiers.ts';
import type { Stage, StageOptions } from './types.ts';
import { type View, wholeView } from './view.ts';
import { warm } from './warming.ts';

export type { Tier } from './tiers.ts';
export type { Probe, Stage, StageOptions } from './types.ts';
export type { View } from './view.ts';

const orders: Readonly<Record<'bare' | 'rich', readonly Where[]>> = {
  bare: ['surface', 'opaque', 'sky', 'water', 'added'],
  rich: ['opaque', 'sky', 'surface', 'water', 'added'],
};
const mirrors: ReadonlySet<Where> = new Set(['surface', 'water']);

/**
 * Draws frames of a piece into a canvas. Pixels depend on (piece, frame, tier, size, view) alone.
 * @throws where the browser offers no WebGL2 or cannot draw into half floats.
 */
export async function createStage(piece: Piece, options: StageOptions): Promise<Stage> {
  const { canvas, tier } = options;
  const quality = qualities[tier];
  const baker = createBaker();
  const renderer = new WebGLRenderer();
  await renderer.init({
    canvas,
    width: options.width,
    height: options.height,
    antialias: false,
    gcActive: false,
    // Pixi's events, accessibility and DOM parts are not ours.
    skipExtensionImports: true,
    preserveDrawingBuffer: true,
    preferWebGLVersion: 2,
    powerPreference: 'high-performance',
    backgroundColor: 0,
  });
  // Pixi's own animation frame would be a second one beside the page's.
  Ticker.system.autoStart = false;
  Ticker.system.stop();
  if (renderer.context.webGLVersion < 2 || !renderer.gl.getExtension('EXT_color_buffer_float')) {
    renderer.destroy();
    baker.close();
    throw new Error('this browser cannot draw light as half floats (WebGL2 with EXT_color_buffer_float)');
  }

  const { bare } = quality;
  const outer = orders[bare ? 'bare' : 'rich'];
  const wholeFloats =
    bare &&
    renderer.gl.getExtension('OES_texture_float_linear') !== null &&
    renderer.gl.getExtension('EXT_float_blend') !== null;
  const format: FloatFormat = wholeFloats ? 'rgba32float' : 'rgba16float';
  const { spread } = bare ? await import('./shaders/bare.ts') : await import('./shaders/whole.ts');
  const shared = sharedUniforms();
  const textures = new Map();
  const governed = { counts: 1 };
  const scene: Scene = {
    piece,
    tier,
    quality,
    format,
    governed,
    shape: { aspect: options.width / options.height },
    renderer,
    spread,
    shared: shared.group,
    lamps: shared.lamps,
    textures,
    baker,
  };
  const light = lightTarget('light', true, format, !quality.lean);
  const mirror = lightTarget('mirror', true, format);
  textures.set('uMirror', mirror.texture);
  const extents = bakeTextures(piece, quality, format, textures, baker);

  // What waits for a bake lets the next begin.
  const breathe = breaths();
  const making: (Layer | Promise<Layer>)[] = [];
  for (const make of layerMakers) {
    making.push(make(scene));
    await breathe();
  }
  const layers = await Promise.all(making);
  const { probe } = options;
  probe?.built(scene, layers);
  const focus = quality.focusTaps > 0 ? (await import('./passes/focus.ts')).focus : undefined;
  const lens = focus?.(scene, light, quality.focusTaps);
  const sharp = lens?.result ?? light;
  const shine = bloom(scene, sharp, format);
  const screen = tone(scene, sharp, shine.result);

  let draws = 0;
  let rows = 1;
  let shownView = options.view ?? wholeView;
  let size: Plan = plan(quality, options.width, options.height, shownView);
  const geometries = new Set<Matter['geometry']>();
  const programs = new Set<Matter['shader']['glProgram']>();

  // One object each for all binds and draws: nothing is made anew while frames are drawn.
  const bound = { target: light.target, clear: true, clearColor: [0, 0, 0, 0] as RgbaArray };
  const bind = (target: RenderTarget | null, clear: boolean) => {
    bound.target = target ?? renderer.view.renderTarget;
    bound.clear = clear;
    renderer.renderTarget.bind(bound);
  };
  const before = bare ? primer(scene) : undefined;
  // Alone even what is not shown now is drawn, with whatever its buffers hold.
  let alone = false;
  // What is mirrored turns its other side.
  let mirroring = false;
  const put = (one: Matter) => {
    if (!one.visible && !alone) return;
    if (one.state.culling) one.state.clockwiseFrontFace = mirroring;
    const { size: whole } = one;
    if (mirroring && one.mirrorShare < 1) {
      if (one.mirrorShare <= 0) return;
      const each = one.geometry.topology === 'point-list' ? 1 : 3;
      one.size = Math.max(each, Math.floor((whole * one.mirrorShare) / each) * each);
    }
    if (before !== undefined) renderer.encoder.draw(before);
    renderer.encoder.draw(one);
    one.size = whole;
    geometries.add(one.geometry);
    programs.add(one.shader.glProgram);
    draws++;
  };
  const drawInto: Draw = (one, target: LightTarget | null, clear = true) => {
    probe?.turn('passes');
    bind(target?.target ?? null, clear);
    put(one);
  };

  const resize = (width: number, height: number, view: View = wholeView) => {
    shownView = view;
    size = plan(quality, width, height, view, rows);
    scene.shape.aspect = size.aspect;
    renderer.resize(width, height);
    light.resize(size.width, size.height);
    mirror.resize(Math.ceil(size.width * quality.mirrorScale), Math.ceil(size.height * quality.mirrorScale));
    lens?.resize(size.width, size.height);
    shine.resize(size.width, size.height);
  };
  resize(options.width, options.height, options.view);

  const seen: boolean[] = layers.map(() => false);
  const drawLayers = (where: Where, mirroredOnly: boolean) => {
    for (let i = 0; i < layers.length; i++) {
      const layer = layers[i];
      if (layer === undefined || layer.where !== where || !seen[i] || (mirroredOnly && !layer.mirrored)) continue;
      probe?.turn(layer.id);
      for (const one of layer.matter) put(one);
    }
  };
  const pass = { frame: piece.frame(0), aspect: 1, view: wholeView, width: 1, height: 1, mirrored: false };
  const begin = (frame: Frame, target: LightTarget, mirrored: boolean) => {
    pass.frame = frame;
    pass.aspect = size.aspect;
    pass.view = size.view;
    pass.width = target.texture.pixelWidth;
    pass.height = target.texture.pixelHeight;
    pass.mirrored = mirrored;
    describePass(shared, pass);
    bind(target.target, true);
    mirroring = mirrored;
  };

  const shows = { water: false, outer: 1, inner: 0 };
  const look = (frame: Frame) => {
    probe?.turn('scene');
    describeFrame(shared, piece, frame, extents);
    shared.lamps.clear();
    const { inner } = frame.curves;
    shows.outer = 1 - Math.min(1, Math.max(0, inner / 0.6)) ** 1.5;
    shows.inner = Math.min(1, Math.max(0, (inner - 0.35) / 0.6));
    shows.water = false;
    for (let i = 0; i < layers.length; i++) {
      const layer = layers[i];
      if (layer === undefined) continue;
      probe?.turn(layer.id);
      seen[i] = layer.update(frame, scene) && (layer.where === 'inner' ? shows.inner > 0 : shows.outer > 0);
      if (seen[i] && mirrors.has(layer.where)) shows.water = true;
    }
    shared.numbers.uLampCount = shared.lamps.pack(frame.camera.eye);
  };
  const paint = (frame: Frame) => {
    draws = 0;
    for (let i = 0; i < layers.length; i++) if (seen[i]) layers[i]?.ahead?.(drawInto);
    if (shows.water) {
      begin(frame, mirror, true);
      fade(shared, 1);
      for (const where of outer) if (!mirrors.has(where)) drawLayers(where, true);
    }
    begin(frame, light, false);
    fade(shared, shows.outer);
    for (const where of outer) drawLayers(where, false);
    if (shows.inner > 0) {
      fade(shared, shows.inner);
      drawLayers('inner', false);
    }
    renderer.renderTarget.finishRenderPass();
    lens?.run(drawInto, frame, size.height / size.view.height);
    shine.run(drawInto);
    screen.run(drawInto, frame, size);
  };

  const compile = (one: Matter) => renderer.shader.bind(one.shader, true);
  if (options.first !== undefined) {
    look(options.first());
    shine.run(compile);
    screen.run(compile, pass.frame, size);
    for (const one of layers.flatMap((layer, i) => (seen[i] ? layer.matter : []))) {
      if (one.visible) compile(one);
      await breathe();
    }
  }
  await baker.done().finally(() => baker.close());
  return {
    canvas,
    tier,
    draw(frame) {
      if (renderer.context.isLost) return;
      look(frame);
      paint(frame);
    },
    async warm(from = 0, pace = () => Promise.resolve()) {
      const mirrored = new Set(layers.filter((layer) => layer.mirrored).flatMap((layer) => layer.matter));
      const warmed = {
        gl: renderer.gl,
        matter: layers.flatMap((layer) => layer.matter),
        look(frame: Frame) {
          look(frame);
          return layers.flatMap((layer, i) => (seen[i] ? layer.matter.filter((one) => one.visible) : []));
        },
        compile,
        alone(one: Matter, frame: Frame) {
          look(frame);
          alone = true;
          if (one.state.culling && mirrored.has(one)) {
            begin(frame, mirror, true);
            put(one);
          }
          begin(frame, light, false);
          put(one);
          alone = false;
        },
      };
      await warm(warmed, piece, from, pace);
      for (const layer of layers) {
        const hidden = layer.matter.filter((one) => !one.visible);
        for (const one of hidden) one.visible = true;
        layer.ahead?.(drawInto);
        for (const one of hidden) one.visible = false;
      }
      // The mirror is first drawn into where water is first seen.
      bind(mirror.target, true);
    },
    resize,
    govern(factor, counts) {
      governed.counts = counts;
      if (factor === rows) return;
      rows = factor;
      resize(canvas.width, canvas.height, shownView);
    },
    get lost() {
      return renderer.context.isLost;
    },
    counts: () => ({
      draws,
      textures: renderer.texture.managedTextures.length,
      geometries: geometries.size,
      programs: programs.size,
    }),
    dispose() {
      for (const layer of layers) layer.dispose();
      for (const one of [before, screen, shine, lens]) one?.dispose();
      for (const target of [light, mirror]) target.dispose();
      for (const texture of textures.values()) if (!texture.destroyed) texture.destroy();
      renderer.destroy();
    },
  };
}
