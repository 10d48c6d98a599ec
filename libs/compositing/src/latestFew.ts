/** Holds what was made last for a few keys, and forgets what has not been asked for the longest. */
export class LatestFew<Value> {
  readonly #most: number;
  readonly #held = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What a key stands for, made when it is not held. */
  of(key: string, make: () => Value): Value {
    const value = this.#held.has(key) ? this.#held.get(key)! : make();
    this.#held.delete(key);
    this.#held.set(key, value);
    for (const old of [...this.#held.keys()].slice(0, -this.#most)) this.#held.delete(old);
    return value;
  }
}
