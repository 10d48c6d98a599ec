import { setImmediate as breathe } from 'node:timers/promises';

/** How long nothing else of this process comes to its turn. */
const TURN_MS = 50;

/** Lets others come to their turn while something computes for long. @throws the signal's reason. */
export async function inTurns<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (let began = 0; ;) {
    if (performance.now() - began > TURN_MS) {
      await breathe();
      signal.throwIfAborted();
      began = performance.now();
    }
    const step = steps.next();
    if (step.done) return step.value;
  }
}
