import { type Tier, tiers } from '../light/tiers.ts';

const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

export interface ChosenTier {
  readonly tier: Tier;
  readonly notice?: string;
}

/** `none` where a processor does the drawing, else `gallery`; `?tier=` in the address overrides it. */
export function tierOf(renderer: string, search: string): ChosenTier {
  const tier: Tier = SOFTWARE.test(renderer) ? 'none' : 'gallery';
  const wanted = new URLSearchParams(search).get('tier');
  if (wanted === null) return { tier };
  const named = tiers.find((known) => known === wanted);
  if (named !== undefined) return { tier: named };
  return { tier, notice: `tier: expected cinema, gallery or none, got ${JSON.stringify(wanted.slice(0, 24))}` };
}

/** What draws WebGL2 here, in the browser's words; empty where it does not say. */
export function rendererName(): string {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) return '';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name);
}
