import { isUnnamed, type Performer } from '#lib/api/cast.ts';

/** A replacement while it is being thought out. */
export interface ReplacementDraft {
  /** Whose head is in the film, by their id. */
  readonly replaced: string | null;
  /** Whether who is shown is somebody of the title or somebody new. */
  readonly from: 'cast' | 'new';
  readonly shown: string | null;
  /** Of somebody new. */
  readonly name: string;
  /** The numbers of the shots; `null` for all in which the replaced performer is seen. */
  readonly shots: ReadonlySet<number> | null;
}

/** A replacement of which nothing is known yet. */
export const EMPTY_DRAFT: ReplacementDraft = {
  replaced: null,
  from: 'cast',
  shown: null,
  name: '',
  shots: null,
};

/** What cannot be as it is. */
export type Flaw = 'replaced' | 'shown' | 'shown-unnamed' | 'name' | 'known' | 'shots' | 'footage';

interface Around {
  readonly performers: readonly Performer[];
  /** How many files of donor footage there are, or are on their way. */
  readonly footage: number;
}

/** What has to be put right before a draft can become a replacement. */
export function flawsOf(
  { replaced, from, shown, name, shots }: ReplacementDraft,
  { performers, footage }: Around,
): ReadonlySet<Flaw> {
  const isNew = from === 'new';
  const head = performers.find(({ id }) => id === replaced);
  const face = isNew ? undefined : performers.find(({ id }) => id === shown);
  const flaws: readonly (readonly [Flaw, boolean])[] = [
    ['replaced', head === undefined],
    ['shown', !isNew && (face === undefined || face === head)],
    ['shown-unnamed', face !== undefined && isUnnamed(face)],
    ['name', isNew && name.trim() === ''],
    ['known', isNew && namesake(performers, name) !== undefined],
    ['shots', shots?.size === 0],
    ['footage', footage === 0 && (isNew || (face !== undefined && !isSeen(face)))],
  ];
  return new Set(flaws.flatMap(([flaw, there]) => (there ? [flaw] : [])));
}

/** Whether the film shows a performer, so that it can be donor footage itself. */
export const isSeen = ({ screen }: Pick<Performer, 'screen'>): boolean => screen.frames > 0;

/** Who of some performers has a name, whatever its capitals and spaces around it. */
export function namesake(performers: readonly Performer[], name: string): Performer | undefined {
  const wanted = name.trim().toLocaleLowerCase();
  return performers.find((each) => each.name.trim().toLocaleLowerCase() === wanted);
}
