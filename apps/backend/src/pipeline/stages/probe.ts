import { probe } from '@mondwerk/media';
import type { CheckedFilm } from '../checkedFilm.ts';
import { makeOnce, type Run } from '../run.ts';

/** Looks at a film, once for all that work with it. @throws Refusal for everything that is not a whole film. */
export async function probeOnce(
  run: Run,
  path: string,
  { filmName, filmHash }: Omit<CheckedFilm, 'film'>,
): Promise<CheckedFilm> {
  const { value } = await makeOnce(
    run,
    { stage: 'probe', inputs: { film: filmHash }, rooms: ['film', 'media'] },
    { unit: 'films', total: 1 },
    () => probe(path),
  );
  // On another machine the same film lies elsewhere.
  return { film: { ...value, path }, filmName, filmHash };
}
