import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';
import type { Storage } from '../storage/storage.ts';
import type { TitleRun } from './handlers.ts';

/** The inputs that a piece of work has fetched from storage, where they have other names than people gave them. */
export class FetchedInputs {
  readonly #storage: Storage;
  readonly #names = new Map<string, string>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** The local file of an input. @throws Refusal `not-stored` when it is not there any more. */
  readonly fetch: TitleRun['fetch'] = async ({ key, name }) => {
    const path = await this.#storage.localFile(key);
    this.#names.set(path, name);
    return path;
  };

  /** The same error, naming files as people do. */
  inPeoplesWords(error: unknown): unknown {
    if (!(error instanceof Refusal)) return error;
    let sentence = error.message;
    for (const [path, name] of this.#names) {
      sentence = sentence.replaceAll(path, name).replaceAll(basename(path), name);
    }
    return sentence === error.message ? error : new Refusal(error.code, sentence, { cause: error });
  }
}
