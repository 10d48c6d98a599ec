'use client';

import { useMemo, useState, type ReactElement } from 'react';
import { useSearchParams } from 'next/navigation';
import { Await } from '#components/ui/index.ts';
import { useCharacters, useFaces, usePerformers, type Character, type Performer } from '#lib/api/cast.ts';
import { useSourceInUse } from '#lib/api/titles.ts';
import { Analysing } from './analysing.tsx';
import { CastBoard } from './castBoard.tsx';
import type { CastFacts } from './cardGrid.tsx';
import { FacesView } from './facesView.tsx';
import type { RightsOfCast } from './rightsOfCast.ts';
import { useTimecodes } from './useTimecodes.ts';
import { whereSeen } from './whereSeen.ts';

interface CastDeskProps {
  readonly title: string;
  /** `null` for those who may not see rights. */
  readonly rights: RightsOfCast | null;
}

const NOBODY: readonly never[] = [];

/** Who is in a title. */
export function CastDesk({ title, rights }: CastDeskProps): ReactElement {
  const performers = usePerformers(title);
  const characters = useCharacters(title);
  return (
    <Await of={performers}>
      {(everybody) => (
        <Await of={characters}>
          {(parts) => <Cast {...{ title, rights, everybody }} characters={parts} />}
        </Await>
      )}
    </Await>
  );
}

interface CastProps extends CastDeskProps {
  readonly everybody: readonly Performer[];
  readonly characters: readonly Character[];
}

function Cast({ title, rights, everybody, characters }: CastProps): ReactElement {
  const { data: source } = useSourceInUse(title);
  const { data: faces = NOBODY } = useFaces(source?.id);
  const timecodeOf = useTimecodes(source);
  const opened = useSearchParams().get('performer');
  const [last, setLast] = useState(opened);
  if (opened !== null && opened !== last) setLast(opened);
  const frames = source?.facts?.frames ?? 1;
  const facts = useMemo<CastFacts>(
    () => ({ seen: whereSeen(faces, frames), timecodeOf, partsOf: partsByPerformer(characters) }),
    [faces, frames, timecodeOf, characters],
  );
  // Those of an earlier film file are nobody's concern any more; while there is none, everybody counts.
  const performers = source ? everybody.filter((each) => each.source === source.id) : everybody;
  const performer = performers.find(({ id }) => id === opened);
  // Going to a performer is a page of its own for whoever goes back, but needs nothing from the server.
  const goTo = (id: string | null): void =>
    window.history.pushState(null, '', id === null ? '?' : `?performer=${id}`);
  if (performer !== undefined) {
    return (
      <FacesView
        key={performer.id}
        {...{ title, performer, performers, facts, rights }}
        onBack={() => goTo(null)}
      />
    );
  }
  return (
    <CastBoard
      {...{ title, performers, characters, facts, rights }}
      cameFrom={last}
      onOpen={goTo}
      notice={source && source.state !== 'ready' ? <Analysing {...{ title, source }} /> : null}
    />
  );
}

function partsByPerformer(characters: readonly Character[]): ReadonlyMap<string, readonly string[]> {
  const cast = characters.filter(({ performer }) => performer !== null);
  return new Map(
    [...Map.groupBy(cast, ({ performer }) => performer!)].map(
      ([performer, parts]) => [performer, parts.map(({ name }) => name)] as const,
    ),
  );
}
