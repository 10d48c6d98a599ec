'use client';

import { useMemo, useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import { CheckCheck, Users } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, Empty, LinkButton, Panel, Portrait } from '#components/ui/index.ts';
import { portraitUrl, type Character, type Performer } from '#lib/api/cast.ts';
import type { Line } from '#lib/api/lines.ts';
import type { PlannedLine } from '#lib/api/planLines.ts';
import { useMay } from '#lib/api/session.ts';
import type { Stem } from '#lib/api/stems.ts';
import { MatchRow } from './matchRow.tsx';
import { acceptable, matchesOf } from './matches.ts';
import { useMatching } from './useMatching.ts';

interface MatchingBoardProps {
  readonly title: string;
  readonly characters: readonly Character[];
  readonly performers: readonly Performer[];
  readonly stems: readonly Stem[];
  readonly lines: readonly Line[];
  readonly planned: readonly PlannedLine[];
}

/** What faces are carried as while they are dragged. */
export const FACE = 'application/x-mondwerk-performer';

/** As many characters are shown until somebody asks for more. */
const FIRST = 20;

/** Characters with who plays them and whose voice they have: suggested by what was found, corrected by hand. */
export function MatchingBoard(props: MatchingBoardProps): ReactElement {
  const { title, characters, performers, stems, lines, planned } = props;
  const t = useTranslations('dub');
  const common = useTranslations('common');
  const may = useMay();
  const matching = useMatching();
  const [shown, setShown] = useState(FIRST);
  const matches = useMemo(
    () => matchesOf(characters, lines, planned, stems),
    [characters, lines, planned, stems],
  );
  const { cast, stems: voices } = acceptable(matches);
  const count = cast.length + voices.length;
  return (
    <Panel
      title={t('whoIsWho')}
      acts={
        <>
          {count > 0 && (
            <Button
              kind="main"
              icon={CheckCheck}
              busy={matching.busy}
              disabled={!may('characters:edit')}
              title={may('characters:edit') ? undefined : common('notAllowed')}
              onClick={() => void matching.accept(matches)}
            >
              {t('acceptAll', { count })}
            </Button>
          )}
          <LinkButton href={`/titles/${title}/cast`} kind="quiet">
            {t('toCast')}
          </LinkButton>
        </>
      }
    >
      {matches.length === 0 ? (
        <Empty icon={Users} title={t('noCharacters')}>
          <p className="max-w-xl">{t('noCharactersHint')}</p>
        </Empty>
      ) : (
        <>
          <Palette performers={performers} />
          <div className="overflow-x-auto" role="region" tabIndex={0} aria-label={t('whoIsWho')}>
            <table className="w-full min-w-3xl text-left">
              <thead>
                <tr className="border-b border-line text-dim">
                  <th scope="col" className="w-1/4 px-3 py-1.5 font-medium">
                    {t('characterColumn')}
                  </th>
                  <th scope="col" className="px-3 py-1.5 font-medium">
                    {t('performerColumn')}
                  </th>
                  <th scope="col" className="w-1/3 px-3 py-1.5 font-medium">
                    {t('stemColumn')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {matches.slice(0, shown).map((match) => (
                  <MatchRow key={match.character.id} {...{ match, performers, stems, matching }} />
                ))}
              </tbody>
            </table>
          </div>
          {matches.length > shown && (
            <div className="p-2 text-center">
              <Button kind="quiet" onClick={() => setShown(shown + 100)}>
                {common('more')} ({matches.length - shown})
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}

/** As many faces can be dragged; the others are found by name. */
const MOST_FACES = 40;

/** The faces of the film, to be put on a part. */
function Palette({ performers }: { readonly performers: readonly Performer[] }): ReactNode {
  const t = useTranslations('dub');
  const may = useMay()('characters:edit');
  const faces = performers.filter(({ ignored }) => !ignored).slice(0, MOST_FACES);
  if (!may || faces.length < 2) return null;
  const carry = (event: DragEvent, { id }: Performer): void => {
    event.dataTransfer.setData(FACE, id);
    event.dataTransfer.effectAllowed = 'link';
  };
  return (
    <div className="flex items-center gap-2 border-b border-line px-3 py-2">
      <span className="text-dim">{t('dragFaces')}</span>
      <ul className="flex flex-wrap gap-1">
        {faces.map((performer) => (
          <li
            key={performer.id}
            draggable
            title={performer.name}
            onDragStart={(event) => carry(event, performer)}
            className="cursor-grab"
          >
            <Portrait
              src={performer.hasPortrait ? portraitUrl(performer.id) : null}
              name={performer.name}
              className="size-9 rounded-sm"
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
