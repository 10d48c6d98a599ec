import { paste, type Box, type FrameSpan, type Picture } from '@mondwerk/film';
import type { PartDraft } from './partDraft.ts';
import { OutsideProof } from './outsideProof.ts';
import type { SeenGap } from './lipInspector.ts';
import type { FrameInspector, NewPatch, PatchResult } from './renderedFrame.ts';

/** What was done in one part of the film. */
export interface PartRecord {
  readonly span: FrameSpan;
  /** SHA-256 of all samples outside the boxes of what changed, in the film and in the result before encoding. */
  readonly proof: { readonly source: string; readonly result: string };
  /** What became of every mouth, or of every face. */
  readonly mouths: readonly PatchResult[];
  /** Lip gaps measured again in the result. */
  readonly seen: readonly SeenGap[];
}

/** The boxes of what was changed in a film before, frame by frame: its proof leaves them out too. */
export type ChangedBefore = ReadonlyMap<number, readonly Box[]>;

/** What is done with a part besides laying pictures in. */
export interface PartTools {
  readonly inspector: FrameInspector | null;
  readonly before?: ChangedBefore;
}

/** A part that is being written: lays new mouths or faces in, proves the rest untouched, encodes. */
export class FilmPart {
  readonly #draft: PartDraft;
  readonly #proof = new OutsideProof();
  readonly #patches: PatchResult[] = [];
  readonly #seen: SeenGap[] = [];
  readonly #tools: PartTools;

  constructor(draft: PartDraft, tools: PartTools) {
    this.#draft = draft;
    this.#tools = tools;
  }

  /** The first frame of the part. */
  get start(): number {
    return this.#draft.span.start;
  }

  /** The first frame after the part. */
  get end(): number {
    return this.#draft.span.end;
  }

  /** Lays what is new into the picture, which is used up, looks at it again and encodes it. */
  async add(frame: number, picture: Picture, patches: readonly NewPatch[]): Promise<void> {
    const { inspector, before } = this.#tools;
    const own = patches.filter((patch) => patch.picture !== null).map(({ box }) => box);
    const boxes = [...own, ...(before?.get(frame) ?? [])];
    this.#proof.addSource(picture, boxes);
    for (const { picture: patch, ...result } of patches) {
      if (patch !== null) paste(picture, result.box, patch);
      this.#patches.push(result);
    }
    this.#proof.addResult(picture, boxes);
    const looking = inspector === null ? [] : inspector.look(frame, picture);
    const [seen] = await Promise.all([looking, this.#draft.write(picture)]);
    this.#seen.push(...seen);
  }

  /** Finishes the file and the record of it. */
  async finish(): Promise<void> {
    const record: PartRecord = {
      span: this.#draft.span,
      proof: this.#proof.digests(),
      mouths: this.#patches,
      seen: this.#seen,
    };
    await this.#draft.finish(record);
  }

  /** Gives the part up. */
  async abort(): Promise<void> {
    await this.#draft.abort();
  }
}
