'use client';

import { useMemo, type ReactElement } from 'react';
import { FileInput } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Await, useToasts } from '#components/ui/index.ts';
import { useCharacters, usePerformers, type Character, type Performer } from '#lib/api/cast.ts';
import { useSource } from '#lib/api/dubs.ts';
import { useLines, type Line } from '#lib/api/lines.ts';
import { usePlannedLines, type PlannedLine } from '#lib/api/planLines.ts';
import { useOriginalScripts, useScripts } from '#lib/api/scripts.ts';
import { useMay } from '#lib/api/session.ts';
import { useStems, type Stem } from '#lib/api/stems.ts';
import { useDub, useTitle, type Dub } from '#lib/api/titles.ts';
import { useFileDrop } from '#lib/upload/index.ts';
import { BroughtTray } from './broughtTray.tsx';
import { CheckPanel } from './checkPanel.tsx';
import { isCheckOf } from './lineProblems.ts';
import { MatchingBoard } from './matchingBoard.tsx';
import { ScriptPanel } from './scriptPanel.tsx';
import { SettingsPanel } from './settingsPanel.tsx';
import { StemsPanel } from './stemsPanel.tsx';
import { useBrought } from './useBrought.ts';
import { useCheck } from './useCheck.ts';

/** The voice and the script of a dub: brought, matched with the film, and checked against each other. */
export function VoiceAndScript({ dub: id }: { readonly dub: string }): ReactElement {
  const dub = useDub(id);
  return <Await of={dub}>{(data) => <Desk dub={data} />}</Await>;
}

const NO_CHARACTERS: readonly Character[] = [];
const NO_PERFORMERS: readonly Performer[] = [];
const NO_STEMS: readonly Stem[] = [];
const NO_LINES: readonly Line[] = [];
const NOTHING_PLANNED: readonly PlannedLine[] = [];

function Desk({ dub }: { readonly dub: Dub }): ReactElement {
  const t = useTranslations('dub');
  const may = useMay();
  const house = may('stems:read');
  const original = useTitle(dub.title).data?.language ?? null;
  const facts = useSource(dub.source).data?.facts;
  const filmSeconds = facts?.seconds;
  const filmIsSilent = facts?.audio.length === 0;
  const characters = useCharacters(dub.title, may('characters:read')).data ?? NO_CHARACTERS;
  const performers = usePerformers(dub.title, may('performers:read')).data ?? NO_PERFORMERS;
  const stems = useStems(dub.id, house).data ?? NO_STEMS;
  const voiced = stems.some(({ kind }) => kind !== 'music-and-effects');
  const scripts = useScripts(dub.id);
  const originals = useOriginalScripts(dub.title);
  const script = scripts.data?.[0];
  const lines = useLines(script?.id).data ?? NO_LINES;
  const check = useCheck(dub.id);
  const found = usePlannedLines(check.ready?.id).data ?? NOTHING_PLANNED;
  const planned =
    check.ready && script !== undefined && isCheckOf(check.ready, script) ? found : NOTHING_PLANNED;
  const known = useMemo(() => ({ characters, original }), [characters, original]);
  const desk = useBrought(dub.title, dub.id, known);
  const { fail } = useToasts();
  const over = useFileDrop(
    (files) => void files.then((brought) => desk.bring(brought)).catch(fail),
    may('uploads:create'),
  );
  return (
    <div className="relative min-h-full">
      <div className="mx-auto flex w-full max-w-7xl flex-col gap-4 p-4">
        <BroughtTray {...{ dub, desk, characters, stems }} />
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            {house && <StemsPanel {...{ dub, desk, characters, filmSeconds }} />}
            <SettingsPanel dub={dub} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <ScriptPanel
              {...{ kind: 'script', scripts, desk }}
              hearable={{ title: dub.title, dub: dub.id }}
              unheard={voiced ? null : t('needsVoice')}
              timed={planned.length > 0}
            />
            <ScriptPanel
              {...{ kind: 'original-script', scripts: originals, desk }}
              hearable={{ title: dub.title, dub: null }}
              unheard={filmIsSilent ? t('filmSilent') : null}
            />
          </div>
        </div>
        {house && (
          <>
            <CheckPanel {...{ dub, check, script, lines, planned, characters, performers, stems }} />
            <MatchingBoard title={dub.title} {...{ characters, performers, stems, lines, planned }} />
          </>
        )}
      </div>
      {over && (
        <div className="pointer-events-none fixed inset-0 z-30 flex items-center justify-center bg-black/70">
          <p className="flex items-center gap-3 rounded-md border-2 border-dashed border-accent bg-panel px-8 py-6 text-base">
            <FileInput size={24} aria-hidden className="text-accent" />
            {t('dropHere')}
          </p>
        </div>
      )}
    </div>
  );
}
