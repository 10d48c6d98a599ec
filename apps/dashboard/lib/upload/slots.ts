/** A few places for which more may stand in line. */
export interface Slots {
  /** Waits for a place and returns how to leave it; whoever is stopped while waiting holds none. */
  readonly enter: (signal: AbortSignal) => Promise<() => void>;
}

/** Opens so many places; who comes first is served first. */
export function openSlots(most: number): Slots {
  let free = most;
  const line = new Set<() => void>();
  const leave = (): void => {
    free++;
    const [next] = line;
    next?.();
  };
  return {
    enter: (signal) =>
      new Promise((resolve) => {
        const stopped = (): void => {
          line.delete(take);
          resolve(() => undefined);
        };
        const take = (): void => {
          line.delete(take);
          signal.removeEventListener('abort', stopped);
          free--;
          let inside = true;
          resolve(() => {
            if (inside) leave();
            inside = false;
          });
        };
        if (signal.aborted) stopped();
        else if (free > 0) take();
        else {
          line.add(take);
          signal.addEventListener('abort', stopped, { once: true });
        }
      }),
  };
}
