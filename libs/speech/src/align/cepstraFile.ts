import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { CEPSTRA } from './cepstra.ts';

/** Steps per unit of a cepstrum in the file: far finer than what tells sounds apart. */
const STEPS = 100;
const rowBytes = CEPSTRA * Int16Array.BYTES_PER_ELEMENT;

/**
 * A scratch file of cepstra, 5 KB for each second of sound, so that memory does not grow with it. It has no name from
 * the moment it is open, so that nothing is left behind however the process ends.
 */
export class CepstraFile {
  private readonly file: number;
  private bytes = new Uint8Array();
  /** Frames written so far. */
  frames = 0;

  /** @throws Refusal `no-scratch` when the system's folder for temporary files cannot be written to. */
  constructor() {
    const path = join(tmpdir(), `mondwerk-${randomUUID()}`);
    this.file = orRefuse(() => openSync(path, 'wx+', 0o600));
    unlinkSync(path);
  }

  /** Adds frames × `CEPSTRA`. @throws Refusal `no-scratch` when the disk is full. */
  add(cepstra: Float32Array): void {
    const steps = new Int16Array(cepstra.length);
    cepstra.forEach(
      (value, at) => (steps[at] = Math.max(-32768, Math.min(32767, Math.round(value * STEPS)))),
    );
    const bytes = new Uint8Array(steps.buffer);
    orRefuse(() => {
      for (let at = 0; at < bytes.length;) {
        at += writeSync(this.file, bytes, at, bytes.length - at, this.frames * rowBytes + at);
      }
    });
    this.frames += cepstra.length / CEPSTRA;
  }

  /** Reads the cepstra of frames `from` to `to`, which were written, to the beginning of `into`. */
  read(from: number, to: number, into: Float32Array): void {
    const length = (to - from) * rowBytes;
    // One buffer for all reads: a film's worth of new ones would pile up until they are collected.
    if (this.bytes.length < length) this.bytes = new Uint8Array(length);
    const { bytes } = this;
    for (let at = 0; at < length;) {
      const count = readSync(this.file, bytes, at, length - at, from * rowBytes + at);
      if (count === 0) throw new RangeError(`frames ${from} to ${to} are not in the scratch file`);
      at += count;
    }
    const steps = new Int16Array(bytes.buffer, 0, (to - from) * CEPSTRA);
    for (let at = 0; at < steps.length; at++) into[at] = steps[at] / STEPS;
  }

  /** Gives the file back to the system. */
  close(): void {
    closeSync(this.file);
  }
}

function orRefuse<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const sentence = `There is no room for scratch files in ${tmpdir()}; free some space there or set TMPDIR to another folder.`;
    throw new Refusal('no-scratch', sentence, { cause: error });
  }
}
