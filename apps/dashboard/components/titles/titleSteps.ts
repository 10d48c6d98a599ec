import type { TitleSummary } from '#lib/api/overview.ts';
import { placeOf } from '#lib/api/waitPlaces.ts';

/** The steps from a film to its delivery, in their order, each with the name of its text. */
export type StepName = 'film' | 'cast' | 'dub' | 'plan' | 'renderStep' | 'reviewStep' | 'deliver';

/** A step, whether it is done, and where it is done. */
export interface Step {
  readonly name: StepName;
  readonly done: boolean;
  readonly href: string;
}

/** What of the rights is known: whether there is a basis to render anybody's face on. */
export interface RightsKnown {
  readonly anyBasis: boolean;
}

type Dub = TitleSummary['dubs'][number];

const lacks = ({ waits }: Dub, ...codes: readonly string[]): boolean =>
  waits.some(({ code }) => codes.includes(code));

/** Whether something has been rendered, or nothing need be. */
const rendered = ({ plan, shots }: Dub): boolean =>
  plan === 'ready' && shots.toRender + shots.rendering + shots.failed === 0;

const reviewed = (dub: Dub): boolean => rendered(dub) && dub.shots.toReview + dub.shots.sentBack === 0;

/** How far a title is on its way, by the dub that has come furthest. */
export function titleSteps(title: string, summary: TitleSummary, { anyBasis }: RightsKnown): Step[] {
  const { source, performers } = summary;
  const dubs = summary.dubs.filter(({ kind }) => kind === 'dub');
  const done = (has: (dub: Dub) => boolean): boolean => dubs.some(has);
  const place = placeOf(title, furthest(dubs)?.dub);
  const step = (name: StepName, isDone: boolean, href: string): Step => ({ name, done: isDone, href });
  const noDub = `${placeOf(title)}/dubs`;
  const inDub = (path: string): string => (dubs.length === 0 ? noDub : place + path);
  return [
    step('film', source?.state === 'ready', placeOf(title)),
    step('cast', performers > 0 && anyBasis, `${placeOf(title)}/cast`),
    step(
      'dub',
      done((dub) => !lacks(dub, 'upload-voice', 'upload-script')),
      inDub(''),
    ),
    step(
      'plan',
      done(({ plan }) => plan === 'ready'),
      inDub('/plan'),
    ),
    step('renderStep', done(rendered), inDub('/plan')),
    step('reviewStep', done(reviewed), inDub('/review')),
    step(
      'deliver',
      done((dub) => reviewed(dub) && !lacks(dub, 'deliver')),
      inDub('/deliver'),
    ),
  ];
}

const progressOf = (dub: Dub): number =>
  [(each: Dub) => each.plan === 'ready', rendered, reviewed].filter((has) => has(dub)).length;

function furthest(dubs: readonly Dub[]): Dub | undefined {
  return [...dubs].sort((a, b) => progressOf(b) - progressOf(a))[0];
}
