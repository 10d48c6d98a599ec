import { Refusal } from '@mondwerk/film';

/** Somebody does something too often; the answer says with Retry-After when they may again. */
export class TooManyRequests extends Refusal {
  readonly seconds: number;

  /** `what` begins the sentence: "Too many tries to sign in". */
  constructor(what: string, milliseconds: number) {
    const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
    super('too-many-requests', `${what}: try again in ${inWords(seconds)}.`);
    this.seconds = seconds;
  }
}

function inWords(seconds: number): string {
  if (seconds < 100) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
