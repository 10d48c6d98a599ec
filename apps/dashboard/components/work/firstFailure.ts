/** The first failure of a run, as the run tells it. */
export interface FirstFailure {
  readonly stage: string;
  /** The number of its shot in the film, from 0. */
  readonly shot: number | null;
  readonly reason: string;
}

/** Takes the reason of a failed run apart: `renderMouths of shot 3: the disk is full`; `null` for any other words. */
export function firstFailureIn(reason: string): FirstFailure | null {
  const [, stage, shot, words] = /^(\w+)(?: of shot (\d+))?: (.+)$/s.exec(reason) ?? [];
  if (words === undefined) return null;
  return { stage, shot: shot === undefined ? null : Number(shot), reason: words };
}
