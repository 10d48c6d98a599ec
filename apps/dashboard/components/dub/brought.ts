import type { Upload } from '#lib/api/uploads.ts';
import type { UploadProgress } from '#lib/upload/index.ts';
import { guessBrought, type BroughtKind, type KnownNames } from './broughtKinds.ts';

/** What somebody has decided about a file that was brought. */
export interface Decision {
  readonly kind?: BroughtKind;
  readonly character?: string | null;
  /** It is to be used as soon as it has arrived. */
  readonly wanted?: boolean;
  /** It is being used right now, or was. */
  readonly state?: 'busy' | 'used';
  /** Why it could not be used. */
  readonly problem?: unknown;
}

/** A file that was brought for a dub and is not used yet. */
export interface Brought {
  /** What it is called among those of the page. */
  readonly key: string;
  /** The server's id, `null` before it knows of it. */
  readonly upload: string | null;
  readonly name: string;
  readonly purpose: 'stem' | 'script';
  /** How far it is; `null` for one that arrived earlier. */
  readonly progress: UploadProgress | null;
  readonly arrived: boolean;
  readonly kind: BroughtKind;
  readonly character: string | null;
  readonly wanted: boolean;
  readonly busy: boolean;
  readonly problem: unknown;
}

/** What is known where files are put together. */
interface Around {
  readonly title: string;
  readonly known: KnownNames;
  /** By the key of a file. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** The key under which an upload was first seen on this page, by its id. */
  readonly keys: ReadonlyMap<string, string>;
}

/** The files that were brought for a title's dubs: those on their way, and those that arrived but were not used. */
export function broughtFiles(
  onTheWay: readonly UploadProgress[],
  unused: readonly Upload[],
  { title, known, decisions, keys }: Around,
): readonly Brought[] {
  const going = onTheWay.filter(
    (each) => each.title === title && isOfDub(each.purpose) && each.state !== 'refused',
  );
  const seen = new Set(going.map(({ upload }) => upload));
  const files = [
    ...going.map((progress) => ({ ...progress, arrived: progress.state === 'ready', progress })),
    ...unused
      .filter(({ id }) => !seen.has(id))
      .map(({ id, name, purpose }) => ({
        ...{ key: keys.get(id) ?? id, upload: id, name, purpose },
        ...{ arrived: true, progress: null },
      })),
  ];
  return files.flatMap(({ key, upload, name, purpose, progress, arrived }) => {
    const decision = decisions.get(key) ?? {};
    if (decision.state === 'used' || !isOfDub(purpose)) return [];
    const guess = guessBrought(name, purpose, known);
    const kind = decision.kind ?? guess.kind;
    const character = decision.character === undefined ? guess.character : decision.character;
    return [
      {
        ...{ key, upload, name, purpose, progress, arrived, kind },
        character: kind === 'dialogue' ? character : null,
        wanted: decision.wanted === true,
        busy: decision.state === 'busy',
        problem: decision.problem ?? null,
      },
    ];
  });
}

const isOfDub = (purpose: Upload['purpose']): purpose is 'stem' | 'script' =>
  purpose === 'stem' || purpose === 'script';

/** Whether two files would take the same place, so that only the later one would stay. */
export const samePlace = (
  a: Pick<Brought, 'kind' | 'character'>,
  b: Pick<Brought, 'kind' | 'character'>,
): boolean => a.kind === b.kind && a.character === b.character;
