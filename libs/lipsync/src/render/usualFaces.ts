import {
  FEWEST_CUTS,
  fieldsOf,
  inWorkspace,
  isSpoilt,
  LatestFew,
  learnUsualFace,
  type PictureSource,
  type SourceReader,
  type SourceRecord,
  type UsualFace,
  type WeightedRecord,
} from '@mondwerk/compositing';
import { LIP_EDGE } from '../picture/controlPoints.ts';
import { LOWER_FACE } from '../picture/lowerFace.ts';

/** Usual faces are learned once for all frames of a shot; so many shots are held. */
const HELD = 3;

interface Known {
  readonly face: UsualFace;
  /** Whether something is in front of the mouth in the cut-out at an offset. */
  readonly spoilt: Map<number, boolean>;
}

/** Learns what faces usually look like from cut-outs in a source file, and sorts out sources in which something is in front. */
export class UsualFaces {
  readonly #sources: SourceReader;
  readonly #held = new LatestFew<Known>(HELD);

  constructor(sources: SourceReader) {
    this.#sources = sources;
  }

  /** The face that these cut-outs show; `undefined` where they are too few. */
  of(records: readonly SourceRecord[]): UsualFace | undefined {
    return this.#known(records)?.face;
  }

  /**
   * Those of a mouth's sources in which nothing is in front, their weights summing to 1. Where none is left, the cut-out of
   * the usual face whose lips are most like the wanted ones takes their place.
   */
  unspoilt(
    sources: readonly WeightedRecord[],
    records: readonly SourceRecord[],
    wanted: Float32Array,
  ): readonly WeightedRecord[] {
    const known = this.#known(records);
    if (known === undefined) return sources;
    const good = sources.filter(({ record }) => !this.#isSpoilt(known, record));
    if (good.length === sources.length) return sources;
    const sum = good.reduce((total, { weight }) => total + weight, 0);
    if (sum > 0) return good.map(({ record, weight }) => ({ record, weight: weight / sum }));
    const others = records.filter((record) => !this.#isSpoilt(known, record));
    if (others.length === 0) return sources;
    const lips = lipsOf(wanted);
    const apart = others.map(({ mesh }) =>
      lipsOf(mesh).reduce((total, value, i) => total + (value - lips[i]) ** 2, 0),
    );
    return [{ record: others[apart.indexOf(Math.min(...apart))], weight: 1 }];
  }

  #known(records: readonly SourceRecord[]): Known | undefined {
    if (records.length < FEWEST_CUTS) return undefined;
    const key = records.map(({ offset }) => offset).join(' ');
    return this.#held.of(key, () => ({
      face: learnUsualFace(
        records.map((record) => this.#sources.read(record, 1)),
        LOWER_FACE,
      ),
      spoilt: new Map(),
    }));
  }

  #isSpoilt({ face, spoilt }: Known, record: SourceRecord): boolean {
    const known = spoilt.get(record.offset);
    if (known !== undefined) return known;
    const found = inWorkspace(() => looksSpoilt(this.#sources.read(record, 1), face));
    spoilt.set(record.offset, found);
    return found;
  }
}

const looksSpoilt = ({ picture, box, mesh }: PictureSource, usual: UsualFace): boolean =>
  isSpoilt(fieldsOf(picture), { box, seen: mesh, eyeDistance: eyeDistanceOf(mesh), usual });

const EYES = [33, 263] as const;

function eyeDistanceOf(mesh: Float32Array): number {
  const [a, b] = EYES;
  return Math.hypot(mesh[2 * b] - mesh[2 * a], mesh[2 * b + 1] - mesh[2 * a + 1]);
}

/** The lips' outline round its middle, in eye distances. */
function lipsOf(mesh: Float32Array): number[] {
  const unit = eyeDistanceOf(mesh);
  const middle = [0, 1].map(
    (axis) => LIP_EDGE.reduce((sum, p) => sum + mesh[2 * p + axis], 0) / LIP_EDGE.length,
  );
  return LIP_EDGE.flatMap((p) => [0, 1].map((axis) => (mesh[2 * p + axis] - middle[axis]) / unit));
}
