import { lengthOf, overlaps, type FaceTrack, type Performer } from '@mondwerk/film';

import { likeness } from '../following/identify.ts';

/** What is needed of a track to know whose it is. */
export type IdentifiedTrack = Pick<FaceTrack, 'id' | 'identity' | 'shot' | 'span'>;

/** Groups less alike than this on average are different people (measured on 10 people: different ≤ 0.62, same ≥ 0.70). */
const LEAST_LIKENESS = 0.65;

/** Tracks more alike than this are one person's for sure, so they need not be compared with everybody one by one. */
const SURELY_ALIKE = 0.85;

/** Up to so many tracks each is compared with every other. */
const FEW = 400;

interface Group {
  readonly tracks: IdentifiedTrack[];
}

/** The sum of unit vectors tells how alike two groups are on average. */
interface SummedGroup extends Group {
  readonly sum: Float32Array;
}

/**
 * Sorts tracks into people: the two groups that are most alike on average are joined until none are alike enough
 * (average-linkage clustering). Faces seen side by side are never one person. The longest on the screen comes first.
 * Of a film with thousands of tracks, those that are surely one person's are put together first, one after the other.
 */
export function clusterPerformers(tracks: readonly IdentifiedTrack[]): Performer[] {
  const groups = tracks.length <= FEW ? tracks.map(groupOf) : gatherAlike(tracks);
  const joined = joinGroups(
    groups,
    groups.map((a) => Float32Array.from(groups, (b) => alikeness(a, b))),
  );
  return joined
    .toSorted((a, b) => screenTime(b) - screenTime(a))
    .map(({ tracks: own }, index) => ({
      id: `performer-${index + 1}`,
      tracks: own.map((track) => track.id),
    }));
}

const groupOf = (track: IdentifiedTrack): SummedGroup => ({ tracks: [track], sum: track.identity.slice() });

/** Puts each track to the group that it is most like, where it surely belongs; else it begins one. */
function gatherAlike(tracks: readonly IdentifiedTrack[]): SummedGroup[] {
  const groups: SummedGroup[] = [];
  for (const track of tracks) {
    const own = groupOf(track);
    let best: SummedGroup | undefined;
    let most = SURELY_ALIKE;
    for (const group of groups) {
      const alike = likeness(group.sum, track.identity) / group.tracks.length;
      if (alike > most && !sideBySide(group, own)) [best, most] = [group, alike];
    }
    if (best === undefined) groups.push(own);
    else {
      best.tracks.push(track);
      track.identity.forEach((value, axis) => (best.sum[axis] += value));
    }
  }
  return groups;
}

/** Mean cosine of all pairs of tracks, or -∞ for groups with faces that are in the picture at the same time. */
const alikeness = (a: SummedGroup, b: SummedGroup): number =>
  sideBySide(a, b) ? -Infinity : likeness(a.sum, b.sum) / (a.tracks.length * b.tracks.length);

function sideBySide(a: Group, b: Group): boolean {
  const shots = Map.groupBy(a.tracks, ({ shot }) => shot);
  return b.tracks.some((track) => shots.get(track.shot)?.some((other) => overlaps(other.span, track.span)));
}

/** Joins while there is a pair alike enough; `alike` is kept up to date row by row (Lance and Williams, 1967). */
function joinGroups(groups: (Group | undefined)[], alike: Float32Array[]): Group[] {
  const partner = groups.map((_, i) => bestPartner(groups, alike[i], i));
  for (;;) {
    const a = mostAlike(groups, alike, partner);
    const b = partner[a];
    if (b === undefined || !(alike[a][b] >= LEAST_LIKENESS)) break;
    join(groups, alike, a, b);
    groups.forEach((group, i) => {
      if (
        group &&
        (i === a || partner[i] === a || partner[i] === b || alike[i][a] > alike[i][partner[i] ?? i])
      ) {
        partner[i] = bestPartner(groups, alike[i], i);
      }
    });
  }
  return groups.filter((group) => group !== undefined);
}

/** Moves group b into group a. */
function join(groups: (Group | undefined)[], alike: Float32Array[], a: number, b: number): void {
  const [first, second] = [groups[a]!.tracks, groups[b]!.tracks];
  const total = first.length + second.length;
  alike.forEach((row, i) => {
    row[a] = alike[a][i] = (alike[a][i] * first.length + alike[b][i] * second.length) / total;
  });
  groups[a] = { tracks: [...first, ...second] };
  groups[b] = undefined;
}

function bestPartner(
  groups: readonly (Group | undefined)[],
  row: Float32Array,
  own: number,
): number | undefined {
  let best: number | undefined;
  row.forEach((value, i) => {
    if (i !== own && groups[i] && (best === undefined || value > row[best])) best = i;
  });
  return best;
}

/** The group whose best partner is the most alike of all. */
function mostAlike(
  groups: readonly (Group | undefined)[],
  alike: readonly Float32Array[],
  partner: readonly (number | undefined)[],
): number {
  const value = (i: number): number => (groups[i] ? (alike[i][partner[i] ?? i] ?? -Infinity) : -Infinity);
  return groups.reduce<number>((best, _, i) => (value(i) > value(best) ? i : best), 0);
}

const screenTime = ({ tracks }: Group): number =>
  tracks.reduce((frames, { span }) => frames + lengthOf(span), 0);
