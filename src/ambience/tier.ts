import { type Tier, tiers } from '../light/tiers.ts';

export interface ChosenTier {
  readonly tier: Tier;
  /** May it be drawn with less where the machine is slow? A tier that was asked for is drawn as it is, on every wall alike. */
  readonly governed: boolean;
  readonly notice?: string;
}

/** What browsers call their drawing engines, the first that fits; what none of them fits is taken for a laptop. */
const engines: readonly (readonly [RegExp, Tier])[] = [
  [/swiftshader|llvmpipe|softpipe|software|basic render/i, 'none'],
  [/adreno|\bmali|powervr|videocore|tegra|apple a\d|\bhd graphics( [2-5]\d{3}|(?! \d))/i, 'light'],
  [/nvidia|geforce|quadro|rtx|radeon (rx|pro|vii)|\barc(\(tm\))? [ab]\d|apple m\d+ (pro|max|ultra)/i, 'gallery'],
];

/** Phones and tablets, whatever draws in them: some browsers tell no more than its maker's name. */
const handheld = (tier: Tier, coarse: boolean): Tier => (coarse && tier === 'home' ? 'light' : tier);

/**
 * How much to draw, by what draws it; the governor takes it from there. `?tier=` in the address sets it for good.
 * @param coarse the first pointer is a finger
 */
export function tierOf(renderer: string, search: string, coarse = false): ChosenTier {
  const tier = handheld(engines.find(([name]) => name.test(renderer))?.[1] ?? 'home', coarse);
  const wanted = new URLSearchParams(search).get('tier');
  if (wanted === null) return { tier, governed: true };
  const named = tiers.find((known) => known === wanted);
  if (named !== undefined) return { tier: named, governed: false };
  const known = `${tiers.slice(0, -1).join(', ')} or ${tiers.at(-1)}`;
  return { tier, governed: true, notice: `tier: expected ${known}, got ${JSON.stringify(wanted.slice(0, 24))}` };
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
