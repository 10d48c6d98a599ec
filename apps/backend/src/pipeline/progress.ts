/** How far a stage is, as machines read it with `--json-progress`. */
export interface Tick {
  readonly stage: string;
  readonly done: number;
  /** `null` while nobody knows yet. */
  readonly total: number | null;
  readonly unit: string;
  readonly perSecond: number;
  /** `null` while it cannot be told. */
  readonly secondsLeft: number | null;
}

/** Where ticks go: a line on a terminal, plain lines, or JSON. */
export interface ProgressSink {
  show(tick: Tick, ended: boolean): void;
  /** Leaves the terminal clean for other words. */
  clear(): void;
}

/** Tells how far one stage is. */
export interface Meter {
  /** Says how much of it is done by now, of how much if that is known. */
  reach(done: number, total?: number): void;
}

/** How long a stage took, for the report. */
export interface StageTime {
  readonly stage: string;
  readonly seconds: number;
  /** Whether an earlier run had done it already. */
  readonly reused: boolean;
}

/** Measures every stage of one run and shows it. */
export class Progress {
  readonly #sink: ProgressSink;
  readonly #times: StageTime[] = [];

  constructor(sink: ProgressSink) {
    this.#sink = sink;
  }

  /** Runs one stage, showing its meter. `already` of its units were done by an earlier run. */
  async measure<T>(
    stage: string,
    units: { readonly unit: string; readonly total: number | null; readonly already?: number },
    work: (meter: Meter) => Promise<T>,
  ): Promise<T> {
    const started = performance.now();
    const already = units.already ?? 0;
    let latest = { done: already, total: units.total };
    const tick = (): Tick => tickOf(stage, units.unit, { ...latest, already, started });
    const meter: Meter = {
      reach: (done, total) => {
        latest = { done, total: total ?? latest.total };
        this.#sink.show(tick(), false);
      },
    };
    this.#sink.show(tick(), false);
    const result = await work(meter);
    latest = { ...latest, done: latest.total ?? latest.done };
    this.#sink.show(tick(), true);
    this.#times.push({ stage, seconds: secondsSince(started), reused: false });
    return result;
  }

  /** Notes a stage that an earlier run had done. */
  reused(stage: string): void {
    this.#times.push({ stage, seconds: 0, reused: true });
  }

  /** The stages that have ended so far, in the order in which they ended. */
  get times(): readonly StageTime[] {
    return [...this.#times];
  }

  /** Leaves the terminal clean for other words. */
  clear(): void {
    this.#sink.clear();
  }
}

interface Reached {
  readonly done: number;
  readonly total: number | null;
  readonly already: number;
  readonly started: number;
}

function tickOf(stage: string, unit: string, { done, total, already, started }: Reached): Tick {
  const perSecond = (done - already) / Math.max(secondsSince(started), 1e-3);
  const left = total === null || perSecond <= 0 ? null : Math.max(0, total - done) / perSecond;
  return { stage, done, total, unit, perSecond: round(perSecond), secondsLeft: left && round(left) };
}

const secondsSince = (started: number): number => round((performance.now() - started) / 1000);

const round = (value: number): number => Math.round(value * 100) / 100;
