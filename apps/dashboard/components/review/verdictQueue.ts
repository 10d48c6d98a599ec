import type { Decision, Take } from '#lib/api/takes.ts';

/** How long a verdict can be taken back before it is sent. */
export const GRACE_MS = 4000;

/** A verdict that somebody has given and may still take back, or that is on its way. */
export interface PendingVerdict {
  readonly id: number;
  readonly take: Pick<Take, 'id' | 'version' | 'index' | 'number'>;
  readonly decision: Decision;
  readonly sending: boolean;
}

interface QueueOptions {
  /** Sends a verdict; it is pending until that has ended, and what was read again shows it. */
  readonly send: (verdict: PendingVerdict) => Promise<void>;
  /** Hears why a verdict could not be sent; it is not pending any more then. */
  readonly failed: (error: unknown) => void;
  /** Sends it from a page that is being closed. */
  readonly sendInParting: (verdict: PendingVerdict) => void;
  readonly grace?: number;
}

/** Verdicts that wait a moment before they are sent, so that a slip of the finger costs nothing. */
export class VerdictQueue {
  readonly #options: QueueOptions;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  #pending: readonly PendingVerdict[] = [];
  #next = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** What is pending, the oldest first; another list when it has changed. */
  get pending(): readonly PendingVerdict[] {
    return this.#pending;
  }

  /** Has somebody told when it has changed. Returns how to stop that. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Gives a verdict on a take; one on the same shot that still waits is replaced. */
  add(take: PendingVerdict['take'], decision: Decision): void {
    const same = this.#pending.find((each) => !each.sending && each.take.index === take.index);
    if (same !== undefined) this.#drop(same.id);
    const id = this.#next++;
    this.#set([...this.#pending, { id, take, decision, sending: false }]);
    this.#timers.set(
      id,
      setTimeout(() => void this.#send(id), this.#options.grace ?? GRACE_MS),
    );
  }

  /** Takes back the newest verdict that waits, which is returned; nothing where all are on their way. */
  undo(): PendingVerdict | undefined {
    const newest = this.#pending.findLast(({ sending }) => !sending);
    if (newest !== undefined) this.#drop(newest.id);
    return newest;
  }

  /** Sends everything that waits now. */
  flush(): void {
    for (const { id, sending } of this.#pending) if (!sending) void this.#send(id);
  }

  /** Sends everything that waits in a way that outlives the page. */
  part(): void {
    for (const verdict of this.#pending) {
      if (verdict.sending) continue;
      this.#options.sendInParting(verdict);
      this.#drop(verdict.id);
    }
  }

  async #send(id: number): Promise<void> {
    const verdict = this.#pending.find((each) => each.id === id);
    if (verdict === undefined || verdict.sending) return;
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#set(this.#pending.map((each) => (each.id === id ? { ...each, sending: true } : each)));
    try {
      await this.#options.send(verdict);
    } catch (error) {
      this.#options.failed(error);
    } finally {
      this.#drop(id);
    }
  }

  #drop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#set(this.#pending.filter((each) => each.id !== id));
  }

  #set(pending: readonly PendingVerdict[]): void {
    this.#pending = pending;
    for (const listener of this.#listeners) listener();
  }
}
