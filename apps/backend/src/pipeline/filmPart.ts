import { paste, type FrameSpan, type Picture } from '@mondwerk/film';
import type { PartDraft } from './partDraft.ts';
import { OutsideProof } from './outsideProof.ts';
import type { LipInspector, SeenGap } from './lipInspector.ts';
import type { MouthResult, NewMouth } from './renderedFrame.ts';

/** What was done in one part of the film. */
export interface PartRecord {
  readonly span: FrameSpan;
  /** SHA-256 of all samples outside the boxes of changed mouths, in the film and in the result before encoding. */
  readonly proof: { readonly source: string; readonly result: string };
  readonly mouths: readonly MouthResult[];
  /** Lip gaps measured again in the result. */
  readonly seen: readonly SeenGap[];
}

/** A part that is being written: lays the mouths in, proves the rest untouched, encodes. */
export class FilmPart {
  readonly #draft: PartDraft;
  readonly #proof = new OutsideProof();
  readonly #mouths: MouthResult[] = [];
  readonly #seen: SeenGap[] = [];
  readonly #inspector: LipInspector;

  constructor(draft: PartDraft, inspector: LipInspector) {
    this.#draft = draft;
    this.#inspector = inspector;
  }

  /** The first frame of the part. */
  get start(): number {
    return this.#draft.span.start;
  }

  /** The first frame after the part. */
  get end(): number {
    return this.#draft.span.end;
  }

  /** Lays the mouths into the picture, which is used up, looks at them again and encodes it. */
  async add(frame: number, picture: Picture, mouths: readonly NewMouth[]): Promise<void> {
    const boxes = mouths.filter((mouth) => mouth.picture !== null).map(({ box }) => box);
    this.#proof.addSource(picture, boxes);
    for (const mouth of mouths) {
      if (mouth.picture !== null) paste(picture, mouth.box, mouth.picture);
      const { track, box, passed, inFront } = mouth;
      this.#mouths.push({
        track,
        frame: mouth.frame,
        box,
        passed,
        ...(inFront !== undefined && { inFront }),
      });
    }
    this.#proof.addResult(picture, boxes);
    const [seen] = await Promise.all([this.#inspector.look(frame, picture), this.#draft.write(picture)]);
    this.#seen.push(...seen);
  }

  /** Finishes the file and the record of it. */
  async finish(): Promise<void> {
    const record: PartRecord = {
      span: this.#draft.span,
      proof: this.#proof.digests(),
      mouths: this.#mouths,
      seen: this.#seen,
    };
    await this.#draft.finish(record);
  }

  /** Gives the part up. */
  async abort(): Promise<void> {
    await this.#draft.abort();
  }
}
