/** Exit code of a command that was interrupted (128 + SIGINT). */
const interruptedCode = 130;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that can be interrupted by Ctrl-C or a polite kill: the work is told through its signal and cleans up; asked
 * twice, the process ends at once.
 */
export async function interruptible(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(interruptedCode);
    controller.abort();
  };
  for (const name of signals) process.on(name, interrupt);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    process.stderr.write('mosslight: interrupted, nothing was kept\n');
    return interruptedCode;
  } finally {
    for (const name of signals) process.off(name, interrupt);
  }
}
