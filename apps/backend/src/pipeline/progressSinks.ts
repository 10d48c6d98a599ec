import type { ProgressSink, Tick } from './progress.ts';
import { describeTick, lineOfTick } from './progressText.ts';

/** The part of a terminal or a pipe that progress is written to. */
export interface TextOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const EVERY_MS = { json: 250, line: 100, plain: 10_000 };

/** The sink that suits an output: JSON when asked, one rewritten line on a terminal, else a line now and then. */
export function openSink(output: TextOutput, json: boolean): ProgressSink {
  if (json) return jsonSink(output);
  return output.isTTY ? lineSink(output) : plainSink(output);
}

function jsonSink(output: TextOutput): ProgressSink {
  const due = everySoOften(EVERY_MS.json);
  return {
    show: (tick, ended) => {
      if (due(tick, ended)) output.write(`${JSON.stringify(tick)}\n`);
    },
    clear: () => {},
  };
}

function lineSink(output: TextOutput): ProgressSink {
  const due = everySoOften(EVERY_MS.line);
  const running = new Map<string, Tick>();
  return {
    show: (tick, ended) => {
      if (ended) {
        running.delete(tick.stage);
        output.write(`\r\x1b[2K${describeTick(tick)}\n`);
        return;
      }
      running.set(tick.stage, tick);
      const first = running.values().next().value;
      if (first && due(tick, false)) output.write(`\r\x1b[2K${lineOfTick(first, output.columns ?? 80)}`);
    },
    clear: () => {
      output.write('\r\x1b[2K');
    },
  };
}

function plainSink(output: TextOutput): ProgressSink {
  const due = everySoOften(EVERY_MS.plain);
  return {
    show: (tick, ended) => {
      if (due(tick, ended) && (ended || tick.done > 0)) output.write(`${describeTick(tick)}\n`);
    },
    clear: () => {},
  };
}

/** Lets a stage's first tick, its last and one per interval through. */
function everySoOften(milliseconds: number): (tick: Tick, ended: boolean) => boolean {
  const shown = new Map<string, number>();
  return ({ stage }, ended) => {
    const now = performance.now();
    const before = shown.get(stage);
    if (!ended && before !== undefined && now - before < milliseconds) return false;
    shown.set(stage, now);
    return true;
  };
}
