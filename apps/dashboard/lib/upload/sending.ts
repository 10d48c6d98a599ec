import { Refusal } from '@mondwerk/film';
import type { BroughtFile } from './broughtFiles.ts';
import { fingerprintOf } from './fingerprint.ts';
import { fileOf, forgetHandle, keepHandle, keptHandle } from './keptHandles.ts';
import { forgetUpload, keepUpload, type KeptUpload } from './keptUploads.ts';
import { disownUpload, ownUpload } from './ownedUploads.ts';
import { delayAfter, mayPass, pause } from './retries.ts';
import type { Slots } from './slots.ts';
import { bytesPerSecond, secondsLeft, withSample, type Samples } from './speed.ts';
import { createUpload, readUpload, removeUpload, sendFile, type ServerUpload } from './tus.ts';
import { hasEnded, isGoing, type UploadOrder, type UploadProgress } from './uploadProgress.ts';

/** What surrounds an upload. */
interface Surroundings {
  /** As many are sent at once. */
  readonly slots: Slots;
  /** Called when its progress has changed. */
  readonly tell: () => void;
}

/** What the server knows of: how much it has received; `imported` says that it copies the file itself. */
type KnownUpload = KeptUpload & { readonly received?: number; readonly imported?: boolean };

/** How often progress is told, and how often the server is asked how far its check is. */
const TELL_MS = 250;
const LOOK_MS = 3_000;

const STILL = { perSecond: null, secondsLeft: null } as const;
const NOT_BEGUN = { ...STILL, upload: null, sent: 0, checked: 0, problem: null, atHand: false } as const;

let count = 0;

/** One file on its way to the server, from the first byte until the server has looked into it. */
export class Sending {
  /** The id of the upload once it is ready; rejects when the server refuses it or somebody cancels it. */
  readonly ready: Promise<string>;
  readonly #around: Surroundings;
  readonly #outcome = Promise.withResolvers<string>();
  #progress: UploadProgress;
  #brought: BroughtFile | null;
  #fingerprint: string | null;
  #stop = new AbortController();
  #samples: Samples = [];
  #toldAt = 0;
  #cancelled = false;

  /** Something to send; or what the server has of it already, whose file is `missing` if there is more to come. */
  constructor(what: UploadOrder | KnownUpload, around: Surroundings) {
    const isNew = 'file' in what;
    this.#around = around;
    this.#brought = isNew ? what : null;
    this.#fingerprint = isNew ? null : what.fingerprint;
    const { title, purpose } = what;
    const { name, bytes, upload } = isNew
      ? { name: what.file.name, bytes: what.file.size, upload: null }
      : what;
    this.#progress = {
      ...NOT_BEGUN,
      ...{ key: `${++count}`, title, purpose, name, bytes, upload },
      sent: isNew ? 0 : (what.received ?? 0),
      imported: isNew ? false : what.imported === true,
      state: isNew ? 'queued' : 'missing',
    };
    this.ready = this.#outcome.promise;
    // Who does not ask for the outcome sees it in the progress.
    this.ready.catch(() => undefined);
  }

  get progress(): UploadProgress {
    return this.#progress;
  }

  /** Goes on from where it is, from the first byte if need be. */
  go(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    void this.#run(this.#stop.signal);
  }

  /** Stops until it is told to go on. */
  pause(): void {
    this.#stop.abort();
    this.#show({ ...STILL, state: 'paused' });
  }

  /** Stops for good; what has arrived is removed. @throws ApiProblem, Refusal `server-unreachable`. */
  async cancel(): Promise<void> {
    if (isGoing(this.#progress)) this.pause();
    const { upload, name } = this.#progress;
    this.#cancelled = true;
    if (upload !== null && !hasEnded(this.#progress)) await removeUpload(upload);
    this.#stop.abort();
    this.#forget();
    this.#outcome.reject(new Refusal('cancelled', `${name} was cancelled.`));
  }

  /** Whether a file is the one that is missing. */
  async misses(file: File): Promise<boolean> {
    const { state, bytes } = this.#progress;
    return state === 'missing' && file.size === bytes && (await fingerprintOf(file)) === this.#fingerprint;
  }

  /** Goes on with the file that was missing. */
  goOnWith(brought: BroughtFile): void {
    this.#brought = brought;
    const { upload } = this.#progress;
    if (upload !== null && brought.handle) void keepHandle(upload, brought.handle);
    this.go();
  }

  /** Goes on with the missing file if the browser may read it still. `ask` asks the person, right after their click. */
  async goOnAtHand(ask: boolean): Promise<boolean> {
    const handle = await keptHandle(this.#progress.upload!);
    const file = handle === null ? null : await fileOf(handle, ask);
    const found = file !== null && (await this.misses(file));
    if (found) this.goOnWith({ file, handle: handle! });
    else this.#show({ atHand: handle !== null && (file === null || !ask) });
    return found;
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let failures = 1; !signal.aborted; failures++) {
      const before = this.#progress.sent;
      try {
        return await this.#try(signal);
      } catch (error) {
        if (signal.aborted || (await this.#wasRefused(error))) return;
        if (this.#progress.sent > before) failures = 1;
        const delay = mayPass(error) ? delayAfter(failures) : null;
        if (delay === null) return this.#show({ ...STILL, state: 'failed', problem: error });
        this.#show({ ...STILL, state: 'waiting', problem: error });
        await pause(delay, signal);
      }
    }
  }

  async #try(signal: AbortSignal): Promise<void> {
    if (this.#brought === null) this.#show({ state: 'checking' });
    const known = this.#progress.upload === null ? null : await readUpload(this.#progress.upload);
    if (signal.aborted) return;
    if (known === null || ['receiving', 'expired', 'removed'].includes(known.state)) {
      this.#show({ state: 'queued' });
      const leave = await this.#around.slots.enter(signal);
      try {
        if (!signal.aborted) await this.#send(known, signal);
      } finally {
        leave();
      }
    }
    if (!signal.aborted) await this.#untilChecked(signal);
  }

  async #send(known: ServerUpload | null, signal: AbortSignal): Promise<void> {
    const { file } = this.#brought!;
    await checkReadable(file);
    if (signal.aborted) return;
    const begun = known?.state === 'receiving' ? known : null;
    this.#samples = [];
    this.#show({ state: 'sending', sent: begun?.received ?? 0, problem: null });
    const upload = begun?.id ?? (await this.#create(file));
    if (signal.aborted) return;
    await sendFile(file, upload, { signal, onSent: (sent) => this.#sent(sent) });
  }

  async #create(file: File): Promise<string> {
    const { title, purpose, name, bytes } = this.#progress;
    this.#forget();
    const fingerprint = (this.#fingerprint ??= await fingerprintOf(file));
    const upload = await createUpload({ file, title, purpose });
    if (this.#cancelled) {
      await removeUpload(upload).catch(() => undefined);
      return upload;
    }
    this.#show({ upload });
    await ownUpload(upload);
    keepUpload({ upload, title, purpose, name, bytes, fingerprint, begun: Date.now() });
    if (this.#brought?.handle) await keepHandle(upload, this.#brought.handle);
    return upload;
  }

  async #untilChecked(signal: AbortSignal): Promise<void> {
    this.#show({ ...STILL, state: 'checking', sent: this.#progress.bytes, problem: null });
    while (!signal.aborted) {
      const { id, state, problem, checked } = await readUpload(this.#progress.upload!);
      if (state === 'ready') {
        this.#end({ state, checked });
        return this.#outcome.resolve(id);
      }
      if (state !== 'checking') throw new Refusal('upload-refused', problem ?? `It is ${state}.`);
      this.#show({ checked });
      await pause(LOOK_MS, signal);
    }
  }

  /** The last bytes are answered with what was found: a refusal is an end, not a failure on the way. */
  async #wasRefused(error: unknown): Promise<boolean> {
    const { upload } = this.#progress;
    if (mayPass(error) || upload === null) return false;
    const known = await readUpload(upload).catch(() => null);
    if (known?.state !== 'refused') return false;
    this.#end({ state: 'refused', problem: error });
    this.#outcome.reject(error);
    return true;
  }

  #end(changes: Partial<UploadProgress>): void {
    this.#forget();
    this.#show({ ...STILL, ...changes });
  }

  #forget(): void {
    const { upload } = this.#progress;
    if (upload === null) return;
    forgetUpload(upload);
    disownUpload(upload);
    void forgetHandle(upload);
  }

  #sent(sent: number): void {
    const now = performance.now();
    const { bytes } = this.#progress;
    if (now - this.#toldAt < TELL_MS && sent < bytes) return;
    this.#toldAt = now;
    this.#samples = withSample(this.#samples, now, sent);
    const perSecond = bytesPerSecond(this.#samples);
    if (sent < bytes) this.#show({ sent, perSecond, secondsLeft: secondsLeft(perSecond, bytes - sent) });
    else this.#show({ ...STILL, state: 'checking', sent });
  }

  #show(changes: Partial<UploadProgress>): void {
    this.#progress = { ...this.#progress, ...changes };
    this.#around.tell();
  }
}

/** Browsers tell of a file that was moved or changed meanwhile as if the connection were lost. */
async function checkReadable(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch (cause) {
    const sentence = `${file.name} was moved or changed meanwhile: bring it again.`;
    throw new Refusal('file-unreadable', sentence, { cause });
  }
}
