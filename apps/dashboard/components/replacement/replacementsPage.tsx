'use client';

import { useState, type ReactElement } from 'react';
import { useRouter } from 'next/navigation';
import { Film, Plus, Replace } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import { Await, Button, Empty, LinkButton, Page, Panel } from '#components/ui/index.ts';
import { usePerformers, type Performer } from '#lib/api/cast.ts';
import { useTitleSummary } from '#lib/api/overview.ts';
import { useReplacements, type Replacement } from '#lib/api/replacements.ts';
import { useMay } from '#lib/api/session.ts';
import { useSourceTimeline, type SourceTimeline } from '#lib/api/timeline.ts';
import { useSourceInUse } from '#lib/api/titles.ts';
import { placeOf } from '#lib/api/waitPlaces.ts';
import { NewReplacementDialog } from './newReplacementDialog.tsx';
import { isSeen } from './replacementDraft.ts';
import { ReplacementRow } from './replacementRow.tsx';
import type { RightsOfFaces } from './rightsOfFaces.ts';
import { useFilmFacts } from './useFilmFacts.ts';

interface ReplacementsPageProps {
  readonly title: string;
  /** `null` for those who may not see rights. */
  readonly rights: RightsOfFaces | null;
}

const NOBODY: readonly Performer[] = [];

/** The replacements of a title, and the way to a new one. */
export function ReplacementsPage({ title, rights }: ReplacementsPageProps): ReactElement {
  const t = useTranslations();
  const router = useRouter();
  const may = useMay();
  const replacements = useReplacements(title);
  const source = useSourceInUse(title).data ?? undefined;
  const timeline = useSourceTimeline(source?.id).data;
  const { data: performers = NOBODY } = usePerformers(title, may('performers:read'));
  const [making, setMaking] = useState(false);
  const seen = performers.filter((each) => isSeen(each) && each.source === source?.id);
  const ready = seen.length > 0 && timeline !== undefined;
  const allowed = may('dubs:create');
  const begin = { keys: 'n', does: t('replacement.add'), run: () => setMaking(true) };
  useShortcuts('replacements', t('shell.here'), ready && allowed ? [begin] : []);
  return (
    <Page
      title={t('replacement.title')}
      acts={
        <Button
          kind="main"
          icon={Plus}
          disabled={!ready || !allowed}
          title={allowed ? undefined : t('common.notAllowed')}
          onClick={() => setMaking(true)}
        >
          {t('replacement.add')}
        </Button>
      }
    >
      <Await of={replacements}>
        {(all) => (
          <Panel>
            {all.length > 0 ? (
              <Rows {...{ title, performers, timeline }} replacements={all} />
            ) : ready || source === undefined ? (
              <None title={title} hasFilm={ready} />
            ) : (
              <None title={title} hasFilm={false} />
            )}
          </Panel>
        )}
      </Await>
      {making && ready && (
        <Making
          {...{ title, performers, timeline, rights }}
          source={source!.id}
          onClose={() => setMaking(false)}
          onMade={(id) => router.push(placeOf(title, id))}
        />
      )}
    </Page>
  );
}

interface RowsProps {
  readonly title: string;
  readonly replacements: readonly Replacement[];
  readonly performers: readonly Performer[];
  readonly timeline: SourceTimeline | undefined;
}

function Rows({ title, replacements, performers }: RowsProps): ReactElement {
  const t = useTranslations('replacement');
  const { data: summary } = useTitleSummary(title);
  const people = new Map(performers.map((each) => [each.id, each]));
  const standings = new Map(summary?.dubs.map((each) => [each.dub, each]));
  return (
    <ul aria-label={t('title')}>
      {replacements.map((replacement) => (
        <ReplacementRow
          key={replacement.id}
          {...{ title, replacement, people }}
          standing={standings.get(replacement.id)}
        />
      ))}
    </ul>
  );
}

function None({ title, hasFilm }: { readonly title: string; readonly hasFilm: boolean }): ReactElement {
  const t = useTranslations('replacement');
  if (hasFilm) {
    return (
      <Empty icon={Replace} title={t('none')}>
        <p className="max-w-xl">{t('noneHint')}</p>
      </Empty>
    );
  }
  return (
    <Empty icon={Film} title={t('filmFirst')}>
      <p className="max-w-xl">{t('filmFirstHint')}</p>
      <LinkButton href={placeOf(title)}>{t('toFilm')}</LinkButton>
    </Empty>
  );
}

type MakingProps = Omit<Parameters<typeof NewReplacementDialog>[0], 'film'> & { readonly source: string };

/** The dialog, with the pictures of the film, which nobody else on this page needs. */
function Making({ source, ...rest }: MakingProps): ReactElement {
  return <NewReplacementDialog {...rest} film={useFilmFacts(source)} />;
}
