/**
 * Runs in the page before anything of ours: counts audio contexts and animation loops, keeps violations, and listens at
 * every context's destination. It only watches: every call goes on to the browser unchanged.
 */
export function watch(): void {
  const seen: Watched = { contexts: 0, loops: 0, frames: 0, violations: [], level: () => 0 };
  window.watched = seen;

  document.addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });

  const ears: AnalyserNode[] = [];
  const connect = AudioNode.prototype.connect;
  const earOf = new WeakMap<BaseAudioContext, AnalyserNode>();
  const listen = (context: BaseAudioContext) => {
    const ear = earOf.get(context) ?? new AnalyserNode(context, { fftSize: 2048 });
    if (!earOf.has(context)) ears.push(ear);
    earOf.set(context, ear);
    return ear;
  };
  AudioNode.prototype.connect = function (this: AudioNode, ...args: never[]) {
    const [to] = args as unknown[];
    if (to instanceof AudioDestinationNode) Reflect.apply(connect, this, [listen(this.context)]);
    return Reflect.apply(connect, this, args);
  } as typeof connect;
  seen.level = () => {
    const levels = ears.map((ear) => {
      const samples = new Float32Array(ear.fftSize);
      ear.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    });
    return Math.max(0, ...levels);
  };

  window.AudioContext = new Proxy(window.AudioContext, {
    construct(target, args, newTarget) {
      seen.contexts++;
      return Reflect.construct(target, args, newTarget);
    },
  });

  // Callbacks waiting for the same frame are as many loops as there are.
  const request = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  const waiting = new Set<number>();
  window.requestAnimationFrame = (callback) => {
    const id = request((now) => {
      waiting.delete(id);
      seen.frames++;
      callback(now);
    });
    waiting.add(id);
    seen.loops = Math.max(seen.loops, waiting.size);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    waiting.delete(id);
    cancel(id);
  };
}

export interface Watched {
  contexts: number;
  /** The most animation callbacks that ever waited for one frame. */
  loops: number;
  frames: number;
  violations: string[];
  /** The loudest destination's level just now, RMS. */
  level: () => number;
}

declare global {
  interface Window {
    watched: Watched;
  }
}
