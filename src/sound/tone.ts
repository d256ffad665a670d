import { Context } from 'tone/build/esm/core/context/Context.js';
import { DummyContext } from 'tone/build/esm/core/context/DummyContext.js';
import { setContext } from 'tone/build/esm/core/context/GlobalContext.js';

export { BiquadFilter } from 'tone/build/esm/component/filter/BiquadFilter.js';
export { Gain } from 'tone/build/esm/core/context/Gain.js';
export { Context };

// Tone's nodes ask for a default context even when they are given one, and Tone would then make an AudioContext and a
// blob worker of its own. A default that does nothing keeps us at one context, and within the Content-Security-Policy.
setContext(new DummyContext());

const wrapped = new WeakMap<BaseAudioContext, Context>();

/** Tone's view of a native context, one for each. It never ticks: time comes from the timeline. Never dispose of it: that closes the context. */
export function wrapContext(raw: AudioContext | OfflineAudioContext): Context {
  const known = wrapped.get(raw);
  if (known !== undefined) return known;
  const context = new Context({ context: raw, clockSource: 'offline', lookAhead: 0 });
  wrapped.set(raw, context);
  return context;
}
