'use client';

import { useState, type ReactElement } from 'react';
import { FileSearch, Upload } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, Button, Empty, Loading, useToasts } from '#components/ui/index.ts';
import { useTitlesOverview, type TitlesWanted } from '#lib/api/overview.ts';
import { useMay } from '#lib/api/session.ts';
import { goOnWithFiles, useFileDrop } from '#lib/upload/index.ts';
import { emptyTitle, withFilms, type NewTitle } from './newTitles.ts';
import { NewTitlesDialog } from './newTitlesDialog.tsx';
import { TitleGuide } from './titleGuide.tsx';
import { TitleList } from './titleList.tsx';
import { TitlesBar } from './titlesBar.tsx';
import { useSettled } from './useSettled.ts';
import { Welcome } from './welcome.tsx';

/** The first page: all titles; films that are dropped on it become new ones. */
export function TitlesPage(): ReactElement {
  const [wanted, setWanted] = useState<TitlesWanted>({ name: '', archived: false });
  const settled = useSettled(wanted);
  const overview = useTitlesOverview(settled);
  const { beginning, setBeginning, held } = useBeginning();
  const begin = (): void => setBeginning([emptyTitle()]);
  return (
    <div className="flex min-h-full flex-col">
      <TitlesBar wanted={wanted} onWanted={setWanted} onBegin={begin} />
      <Await of={overview}>
        {(titles) =>
          titles.length > 0 ? (
            <>
              {settled.name === '' && <TitleGuide title={titles[0].id} name={titles[0].name} />}
              <TitleList
                titles={titles}
                more={overview.hasNextPage ? () => void overview.fetchNextPage() : null}
                busy={overview.isFetchingNextPage}
              />
            </>
          ) : overview.isPlaceholderData ? (
            <Loading />
          ) : settled.name === '' ? (
            <Welcome onBegin={begin} />
          ) : (
            <NoneFound wanted={settled} onWanted={setWanted} />
          )
        }
      </Await>
      <NewTitlesDialog titles={beginning} onChange={setBeginning} />
      {held && <LetGo />}
    </div>
  );
}

interface Beginning {
  /** The titles that somebody is about to begin; `null` when nobody does. */
  readonly beginning: readonly NewTitle[] | null;
  readonly setBeginning: (titles: readonly NewTitle[] | null) => void;
  /** Whether films are held over the page. */
  readonly held: boolean;
}

/** Dropped films go on where they were interrupted; the others become titles, for those who may. */
function useBeginning(): Beginning {
  const t = useTranslations('newTitle');
  const may = useMay()('titles:create');
  const { say, fail } = useToasts();
  const [beginning, setBeginning] = useState<readonly NewTitle[] | null>(null);
  const held = useFileDrop((dropped) => {
    dropped
      .then(goOnWithFiles)
      .then((films) => {
        if (films.length === 0) return;
        if (may) setBeginning((before) => withFilms(before ?? [], films));
        else say({ text: t('mayNotBegin'), bad: true });
      })
      .catch(fail);
  });
  return { beginning, setBeginning, held };
}

interface NoneFoundProps {
  readonly wanted: TitlesWanted;
  readonly onWanted: (wanted: TitlesWanted) => void;
}

function NoneFound({ wanted, onWanted }: NoneFoundProps): ReactElement {
  const t = useTranslations('titles');
  return (
    <Empty icon={FileSearch} title={t('noneFound', { name: wanted.name })}>
      {!wanted.archived && (
        <Button onClick={() => onWanted({ ...wanted, archived: true })}>{t('searchArchived')}</Button>
      )}
    </Empty>
  );
}

function LetGo(): ReactElement {
  const t = useTranslations('newTitle');
  return (
    <div className="pointer-events-none fixed inset-2 z-60 flex items-center justify-center rounded-md border-2 border-dashed border-accent bg-black/70">
      <p className="flex items-center gap-2 text-xl">
        <Upload size={24} aria-hidden />
        {t('letGo')}
      </p>
    </div>
  );
}
