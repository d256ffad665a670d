import 'pixi.js/unsafe-eval';
import { type RenderTarget, Ticker, WebGLRenderer } from 'pixi.js';
import type { Frame, Piece } from '../score/types.ts';
import type { Unit } from '../units.ts';
import { bakeTextures } from './bake/textures.ts';
import type { Layer, Scene, Where } from './layer.ts';
import { layerMakers } from './layers/index.ts';
import type { Matter } from './matter.ts';
import { bloom, type Draw } from './passes/bloom.ts';
import { focus } from './passes/focus.ts';
import { type LightTarget, lightTarget } from './passes/screen.ts';
import { tone } from './passes/tone.ts';
import { describeFrame, describePass, fade, sharedUniforms } from './scene.ts';
import { type Plan, plan } from './size.ts';
import { qualities, type Tier } from './tiers.ts';
import { type View, wholeView } from './view.ts';

export type { Tier } from './tiers.ts';
export type { View } from './view.ts';

export interface StageOptions {
  readonly canvas: HTMLCanvasElement;
  readonly tier: Tier;
  /** Pixels of the canvas. */
  readonly width: number;
  readonly height: number;
  /** What part of a larger picture the canvas shows; the whole by default. */
  readonly view?: View;
  /** While the ground is baked. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Stage {
  readonly canvas: HTMLCanvasElement;
  readonly tier: Tier;
  /** Draws one instant; when it returns, the canvas holds the finished picture, and keeps it (preserveDrawingBuffer). */
  draw(frame: Frame): void;
  /** Compiles and uploads everything that a later movement needs, so that nothing stutters when it comes. */
  warm(): Promise<void>;
  resize(width: number, height: number, view?: View): void;
  /**
   * Draws with a factor of the tier's rows, and with a share of its blades and motes, from the next frame on. Live only:
   * pixels then depend on it too.
   */
  govern(rows: number, counts: Unit): void;
  /** While the GPU's context is gone; what is drawn then is lost, and drawing goes on by itself after. */
  readonly lost: boolean;
  counts(): { draws: number; textures: number; geometries: number; programs: number };
  dispose(): void;
}

const outer: readonly Where[] = ['opaque', 'sky', 'water', 'added'];

/**
 * Draws frames of a piece into a canvas. Pixels depend on (piece, frame, tier, size, view) alone.
 * @throws where the browser offers no WebGL2 or cannot draw into half floats.
 */
export async function createStage(piece: Piece, options: StageOptions): Promise<Stage> {
  const { canvas, tier } = options;
  const quality = qualities[tier];
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
    throw new Error('this browser cannot draw light as half floats (WebGL2 with EXT_color_buffer_float)');
  }

  const shared = sharedUniforms();
  const textures = new Map();
  const governed = { counts: 1 };
  const scene: Scene = {
    piece,
    tier,
    quality,
    governed,
    renderer,
    shared: shared.group,
    lamps: shared.lamps,
    textures,
  };
  const light = lightTarget('light', true);
  const mirror = lightTarget('mirror', true);
  textures.set('uMirror', mirror.texture);
  const extents = await bakeTextures(piece, quality, textures, options.onProgress);

  const layers: Layer[] = [];
  for (const make of layerMakers) layers.push(await make(scene));
  const lens = quality.focusTaps > 0 ? focus(scene, light, quality.focusTaps) : undefined;
  const sharp = lens?.result ?? light;
  const shine = bloom(scene, sharp, quality.bloomSteps);
  const screen = tone(scene, sharp, shine.result);

  let draws = 0;
  let rows = 1;
  let shownView = options.view ?? wholeView;
  let size: Plan = plan(quality, options.width, options.height, shownView);
  const geometries = new Set<Matter['geometry']>();
  const programs = new Set<Matter['shader']['glProgram']>();

  const bind = (target: RenderTarget | null, clear: boolean) => {
    renderer.renderTarget.bind({
      target: target ?? renderer.view.renderTarget,
      clear,
      clearColor: [0, 0, 0, 0],
    });
  };
  // While warming even what is not shown now is drawn, with whatever its buffers hold.
  let warming = false;
  // What is mirrored turns its other side.
  let mirroring = false;
  const put = (one: Matter) => {
    if (!one.visible && !warming) return;
    if (one.state.culling) one.state.clockwiseFrontFace = mirroring;
    renderer.encoder.draw({
      geometry: one.geometry,
      shader: one.shader,
      state: one.state,
      ...(one.size > 0 ? { size: one.size } : {}),
    });
    geometries.add(one.geometry);
    programs.add(one.shader.glProgram);
    draws++;
  };
  const drawInto: Draw = (one, target: LightTarget | null, clear = true) => {
    bind(target?.target ?? null, clear);
    put(one);
  };

  const resize = (width: number, height: number, view: View = wholeView) => {
    shownView = view;
    size = plan(quality, width, height, view, rows);
    renderer.resize(width, height);
    light.resize(size.width, size.height);
    mirror.resize(Math.ceil(size.width * quality.mirrorScale), Math.ceil(size.height * quality.mirrorScale));
    lens?.resize(size.width, size.height);
    shine.resize(size.width, size.height);
  };
  resize(options.width, options.height, options.view);

  const drawLayers = (where: Where, shown: ReadonlySet<Layer>, mirroredOnly: boolean) => {
    for (const layer of layers) {
      if (layer.where !== where || !shown.has(layer) || (mirroredOnly && !layer.mirrored)) continue;
      for (const one of layer.matter) put(one);
    }
  };

  const draw = (frame: Frame) => {
    if (renderer.context.isLost) return;
    draws = 0;
    describeFrame(shared, piece, frame, extents);
    shared.lamps.clear();
    const { inner } = frame.curves;
    const outerFade = 1 - Math.min(1, Math.max(0, inner / 0.6)) ** 1.5;
    const innerFade = Math.min(1, Math.max(0, (inner - 0.35) / 0.6));
    const shown = new Set(
      layers.filter((layer) => {
        const seen = layer.update(frame, scene);
        return seen && (layer.where === 'inner' ? innerFade > 0 : outerFade > 0);
      }),
    );
    shared.numbers.uLampCount = shared.lamps.pack(frame.camera.eye);
    const pass = { frame, aspect: size.aspect, view: size.view };
    if ([...shown].some((layer) => layer.where === 'water')) {
      const { pixelWidth: width, pixelHeight: height } = mirror.texture;
      describePass(shared, { ...pass, width, height, mirrored: true });
      fade(shared, 1);
      bind(mirror.target, true);
      mirroring = true;
      for (const where of outer) if (where !== 'water') drawLayers(where, shown, true);
      mirroring = false;
    }
    describePass(shared, { ...pass, width: size.width, height: size.height, mirrored: false });
    fade(shared, outerFade);
    bind(light.target, true);
    for (const where of outer) drawLayers(where, shown, false);
    if (innerFade > 0) {
      fade(shared, innerFade);
      drawLayers('inner', shown, false);
    }
    lens?.run(drawInto, frame, size.height / size.view.height);
    shine.run(drawInto);
    screen.run(drawInto, frame, size.part, size.whole);
  };

  return {
    canvas,
    tier,
    draw,
    async warm() {
      // Every program is compiled, and every buffer uploaded, by drawing everything once: a layer at a time, so that
      // whoever waits at the start screen is answered in between. What the page draws meanwhile is complete in itself.
      const frame = piece.frame(0);
      for (const layer of layers) {
        describeFrame(shared, piece, frame, extents);
        describePass(shared, {
          frame,
          aspect: size.aspect,
          view: size.view,
          width: size.width,
          height: size.height,
          mirrored: false,
        });
        layer.update(frame, scene);
        bind(light.target, true);
        warming = true;
        for (const one of layer.matter) put(one);
        warming = false;
        await new Promise((go) => setTimeout(go));
      }
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
      screen.dispose();
      shine.dispose();
      lens?.dispose();
      for (const target of [light, mirror]) target.dispose();
      for (const texture of textures.values()) if (!texture.destroyed) texture.destroy();
      renderer.destroy();
    },
  };
}
