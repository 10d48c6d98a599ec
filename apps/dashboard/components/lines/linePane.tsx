'use client';

import { useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { TimeSpan } from '@mondwerk/film';
import { AudioLines } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PlayerCanvas, Transport } from '#components/player/index.ts';
import { Await, Empty, Loading, ProblemNote } from '#components/ui/index.ts';
import type { LineSettings } from '#lib/api/lines.ts';
import { planPeaksUrl, useLineMouth, type LineMouth } from '#lib/api/planLines.ts';
import { useMay } from '#lib/api/session.ts';
import type { Dub } from '#lib/api/titles.ts';
import { usePeaks, type FrameTimes } from '#lib/film/index.ts';
import { CurvesPanel } from './curvesPanel.tsx';
import { DraftControls } from './draftControls.tsx';
import { Inspector } from './inspector.tsx';
import { LineHead } from './lineHead.tsx';
import type { ListedLine } from './lineList.ts';
import { withSound } from './lineSettings.ts';
import { soundsOf, type Sound } from './sounds.ts';
import type { Checking } from './useChecking.ts';
import { useDrafts } from './useDrafts.ts';
import type { EditorData } from './useEditorData.ts';
import { useMouthKeys, usePlayKeys } from './useEditorKeys.ts';
import type { LineEditing } from './useLineChanges.ts';
import { usePlayedLine } from './usePlayedLine.ts';

interface LinePaneProps {
  readonly dub: Dub;
  readonly data: EditorData;
  readonly listed: ListedLine;
  readonly times: FrameTimes | undefined;
  readonly changes: LineEditing;
  readonly checking: Checking;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
}

/** The line that is worked on: its words, its picture over and over, and what its mouth does. */
export function LinePane(props: LinePaneProps): ReactElement {
  const { dub, data, listed, times, changes, checking, editing, onEditing } = props;
  const { line, start, end } = listed;
  const { plan, characters } = data;
  const disabled = !useMay()('lines:edit');
  const span = useMemo(() => (start === null || end === null ? null : { start, end }), [start, end]);
  const mouth = useLineMouth(listed.planned === null ? undefined : plan?.id, line.index);
  const peaks = usePeaks(plan?.hearing ? planPeaksUrl(plan.id) : undefined, times?.clock.end).data;
  const drafting = useDrafts(dub.id, line);
  const film = usePlayedLine({ source: dub.source, plan, span, draft: drafting.draft });
  const { player } = film;
  const [chosen, choose] = useState<number | null>(null);
  useEffect(() => choose(null), [line.id]);
  const { edits } = changes;
  const edited = edits.of(line);
  const { settings } = edited;
  const planned = usePlannedSettings(line.id, plan?.id, line.settings);
  const sounds = useMemo(
    () => (mouth.data === undefined ? NO_SOUNDS : soundsOf(mouth.data, settings)),
    [mouth.data, settings],
  );
  const stale = useMemo(
    () => (plan?.staleEdits ?? []).filter((each) => each.line === line.index),
    [plan, line.index],
  );
  const acts = {
    onChoose: choose,
    onEdit: (change: (now: LineSettings) => LineSettings, what: string) => {
      if (!disabled) edits.edit(line, change, what);
    },
    onUndo: () => edits.undo(line),
    onRedo: () => edits.redo(line),
    onSave: () => void edits.save(line),
  };
  useMouthKeys({
    ...{ sounds, chosen },
    ...acts,
    onDraft: () => void drafting.ask(settings),
    onLeave: () => acts.onEdit((now) => ({ ...now, leave: !now.leave }), 'leave'),
  });
  usePlayKeys(player);
  return (
    <div className="flex min-h-0 min-w-0 flex-col overflow-y-auto">
      <LineHead
        {...{ listed, characters, times, editing, onEditing }}
        onChange={(change) => void changes.change(line, change)}
      />
      <div className="grid min-h-64 flex-[3] grid-cols-[minmax(0,1fr)_minmax(19rem,24rem)]">
        <div className="flex min-h-0 min-w-0 flex-col">
          {player === undefined ? (
            <NoPicture {...film} />
          ) : (
            <>
              <PlayerCanvas player={player} zoomable className="flex-1" />
              <Transport player={player} />
            </>
          )}
        </div>
        <div className="min-h-0 overflow-y-auto border-l border-line bg-panel">
          <DraftControls
            {...{ drafting, settings, player }}
            title={dub.title}
            dub={dub.id}
            onCheck={() => void checking.start()}
          />
          <Inspector
            {...{ settings, disabled, sounds, chosen, stale }}
            {...acts}
            unsaved={edited.unsaved}
            canUndo={edited.canUndo}
            canRedo={edited.canRedo}
          />
        </div>
      </div>
      <Curves
        asked={listed.planned === null ? undefined : mouth}
        show={(data) =>
          player && (
            <CurvesPanel
              {...{ player, peaks, planned, settings, chosen }}
              mouth={data}
              line={line.text}
              span={span ?? NOWHERE}
              fixed={disabled}
              onChoose={choose}
              onShift={(sound: Sound, shift) =>
                acts.onEdit((now) => withSound(now, sound, { shift }), `shift ${sound.phone}`)
              }
            />
          )
        }
      />
    </div>
  );
}

const NO_SOUNDS: readonly Sound[] = [];
const NOWHERE: TimeSpan = { start: 0, end: 1 };

function NoPicture({
  error,
  refetch,
}: {
  readonly error: unknown;
  readonly refetch: () => unknown;
}): ReactElement {
  if (error === null) return <Loading />;
  return (
    <div className="p-3">
      <ProblemNote error={error} onRetry={() => void refetch()} />
    </div>
  );
}

interface CurvesProps {
  /** Without it there was no check of this line. */
  readonly asked: ReturnType<typeof useLineMouth> | undefined;
  readonly show: (mouth: LineMouth) => ReactNode;
}

function Curves({ asked, show }: CurvesProps): ReactElement {
  const t = useTranslations('lines');
  return (
    <div className="flex min-h-60 flex-[2] flex-col">
      {asked === undefined ? (
        <div className="flex-1 border-t border-line">
          <Empty icon={AudioLines} title={t('noCurves')}>
            <p className="max-w-xl">{t('noCurvesHint')}</p>
          </Empty>
        </div>
      ) : (
        <Await of={asked}>{show}</Await>
      )}
    </div>
  );
}

/** A line's settings as they most likely were when a plan was made: those it had when it was first looked at. */
function usePlannedSettings(line: string, plan: string | undefined, settings: LineSettings): LineSettings {
  const seen = useRef(new Map<string, LineSettings>());
  const key = `${plan} ${line}`;
  if (!seen.current.has(key)) seen.current.set(key, settings);
  return seen.current.get(key)!;
}
