import { Context } from 'tone/build/esm/core/context/Context.js';
import { DummyContext } from 'tone/build/esm/core/context/DummyContext.js';
import { setContext } from 'tone/build/esm/core/context/GlobalContext.js';

export { BiquadFilter } from 'tone/build/esm/component/filter/BiquadFilter.js';
export { Gain } from 'tone/build/esm/core/context/Gain.js';
export { Context };

// Tone's nodes ask for a default context even when they are given one, and Tone would then make an AudioContext and a
// blob worker of its own. A default that does nothing keeps us at one context, and within the Content-Security-Policy.
setContext(new DummyContext());

/** Tone's view of a native context. It never ticks: time comes from the timeline. */
export function wrapContext(raw: AudioContext | OfflineAudioContext): Context {
  return new Context({ context: raw, clockSource: 'offline', lookAhead: 0 });
}
