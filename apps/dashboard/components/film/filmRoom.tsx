'use client';

import type { ReactElement } from 'react';
import { Await } from '#components/ui/index.ts';
import { useSourceInUse } from '#lib/api/titles.ts';
import { BringFilm } from './bringFilm.tsx';
import { FilmDesk } from './filmDesk.tsx';
import { useFinds } from './useFinds.ts';

/** The film of a title over time; where there is none yet, a place to bring it to. */
export function FilmRoom({ title }: { readonly title: string }): ReactElement {
  const source = useSourceInUse(title);
  useFinds(title);
  return (
    <Await of={source}>
      {(film) =>
        film === null ? <BringFilm title={title} /> : <FilmDesk key={film.id} title={title} source={film} />
      }
    </Await>
  );
}
