/** Which states were alive in each of the last frames and from which source each was entered, in one piece of memory. */
export class Traces {
  private moves = new Uint8Array(1 << 20);
  private readonly lows: number[] = [];
  /** Where the moves of each frame begin; one more at the end. */
  private readonly offsets: number[] = [0];

  get frames(): number {
    return this.lows.length;
  }

  /** Room for the moves of one more frame, states `low` to `high`; the first is at the place returned, in `buffer`. */
  open(low: number, high: number): number {
    const start = this.offsets[this.lows.length];
    const end = start + high - low + 1;
    if (end > this.moves.length) {
      const larger = new Uint8Array(Math.max(end, this.moves.length * 2));
      larger.set(this.moves);
      this.moves = larger;
    }
    this.lows.push(low);
    this.offsets.push(end);
    return start;
  }

  get buffer(): Uint8Array {
    return this.moves;
  }

  /** By which move a state was entered in a frame. */
  move(frame: number, state: number): number {
    return this.moves[this.offsets[frame] + state - this.lows[frame]];
  }

  /** Forgets the first `count` frames. */
  drop(count: number): void {
    const start = this.offsets[count];
    this.moves.copyWithin(0, start, this.offsets[this.lows.length]);
    this.lows.splice(0, count);
    this.offsets.splice(0, count);
    for (let at = 0; at < this.offsets.length; at++) this.offsets[at] -= start;
  }

  clear(): void {
    this.lows.length = 0;
    this.offsets.length = 1;
    this.offsets[0] = 0;
  }
}
