'use client';

import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { frameAt, middleOf, type TimeSpan } from '@mondwerk/film';
import { Scan, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import type { FilmPlayer } from '#components/player/index.ts';
import { IconButton } from '#components/ui/index.ts';
import type { LineSettings } from '#lib/api/lines.ts';
import type { LineMouth } from '#lib/api/planLines.ts';
import type { Peaks } from '#lib/film/index.ts';
import { hearWheel } from './hearWheel.ts';
import { MouthCanvas } from './mouthCanvas.ts';
import { usePassedWords } from './passedWords.ts';
import { Playhead, scrub } from './playhead.tsx';
import { SoundRow } from './soundRow.tsx';
import { soundsOf, type Sound } from './sounds.ts';
import { useEstimates } from './useEstimates.ts';
import { useLineView, useSize } from './useLineView.ts';
import { boundsOf, fitTo, moved, timeAt, withInView, zoomed } from './view.ts';

interface CurvesPanelProps {
  readonly player: FilmPlayer;
  readonly mouth: LineMouth;
  /** What the line says now. */
  readonly line: string;
  readonly span: TimeSpan;
  readonly peaks: Peaks | undefined;
  /** As they were when the curves were made. */
  readonly planned: LineSettings;
  readonly settings: LineSettings;
  readonly chosen: number | null;
  readonly fixed: boolean;
  readonly onChoose: (sound: number | null) => void;
  readonly onShift: (sound: Sound, shift: number) => void;
}

/** The voice of a line, its sounds, and the mouth's opening as it was seen and as the line wants it. */
export function CurvesPanel(props: CurvesPanelProps): ReactElement {
  const { player, mouth, line, span, peaks, planned, settings, chosen, fixed, onChoose, onShift } = props;
  const t = useTranslations('lines');
  const reasonOf = usePassedWords();
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawer = useRef<MouthCanvas>(null);
  const { width, height } = useSize(place);
  const { view, look } = useLineView(span, width);
  const sounds = useMemo(() => soundsOf(mouth, settings), [mouth, settings]);
  const estimates = useEstimates(mouth, planned, settings, sounds, player);
  useEffect(() => {
    drawer.current ??= new MouthCanvas(canvas.current!);
    drawer.current.draw(
      {
        view,
        times: player.times,
        line: span,
        peaks,
        sounds,
        mouths: mouth.mouths,
        estimates,
        chosen,
        reasonOf,
      },
      height,
    );
  }, [view, height, player, span, peaks, sounds, mouth, estimates, chosen, reasonOf]);
  const latest = useRef({ sounds, span });
  useEffect(() => {
    latest.current = { sounds, span };
  });
  useEffect(() => {
    // Choosing another sound moves the view; moving the sound does not.
    const sound = latest.current.sounds.find(({ phone }) => phone === chosen);
    if (sound !== undefined) look((now) => withInView(now, sound.made, boundsOf(latest.current.span)));
  }, [chosen, look]);
  useEffect(() => {
    const zoom = (factor: number, x: number): void =>
      look((now) => zoomed(now, factor, timeAt(now, x), boundsOf(span)));
    const pan = (pixels: number): void =>
      look((now) => moved(now, (pixels / Math.max(1, now.width)) * (now.end - now.start), boundsOf(span)));
    return hearWheel(place.current!, { zoom, pan });
  }, [look, span]);
  const zoom = (factor: number): void =>
    look((now) => {
      // What is worked on stays where it is: the chosen sound, else the playhead, else the middle.
      const made = sounds.find(({ phone }) => phone === chosen)?.made;
      const head =
        made === undefined ? middleOf(player.times.clock, player.state.frame) : (made.start + made.end) / 2;
      const around = head >= now.start && head <= now.end ? head : (now.start + now.end) / 2;
      return zoomed(now, factor, around, boundsOf(span));
    });
  const fit = (): void => look((now) => fitTo(span, now.width));
  useShortcuts('curves', t('curves'), [
    { keys: '=', does: t('zoomIn'), run: () => zoom(1.5) },
    { keys: '[Shift]++', does: t('zoomIn'), run: () => zoom(1.5) },
    { keys: '-', does: t('zoomOut'), run: () => zoom(1 / 1.5) },
    { keys: '0', does: t('zoomFit'), run: fit },
  ]);
  const estimated = estimates.some((each) => each !== null);
  return (
    <section aria-label={t('curves')} className="flex min-h-0 flex-1 flex-col border-t border-line">
      <div className="flex min-h-8 items-center gap-4 bg-panel px-3 text-xs text-dim">
        <Key colour="bg-text" name={t('seen')} />
        <Key colour="bg-accent" name={t('wanted')} />
        <span className="flex items-center gap-1.5">
          <span aria-hidden className="h-1 w-5 bg-accent" />
          {t('shown')}
        </span>
        {mouth.text !== line && (
          <span className="truncate text-warn">{t('textChanged', { text: mouth.text })}</span>
        )}
        {estimated && <Key colour="bg-warn" name={t('estimated')} dashed />}
        {mouth.mouths.length === 0 && <span className="text-faint">{t('noMouth')}</span>}
        <span className="flex-1" />
        <IconButton icon={ZoomOut} label={t('zoomOut')} onClick={() => zoom(1 / 1.5)} />
        <IconButton icon={ZoomIn} label={t('zoomIn')} onClick={() => zoom(1.5)} />
        <IconButton icon={Scan} label={t('zoomFit')} onClick={fit} />
      </div>
      <div ref={place} className="relative min-h-44 flex-1 overflow-hidden">
        <canvas
          ref={canvas}
          role="img"
          aria-label={describe(mouth, t)}
          className="absolute inset-0 size-full cursor-crosshair touch-none"
          onPointerDown={(event) =>
            scrub(event, (x) => player.seek(frameAt(player.times.clock, timeAt(view, x))))
          }
        />
        <SoundRow {...{ sounds, view, chosen, fixed, onChoose, onShift }} />
        <Playhead player={player} view={view} />
      </div>
    </section>
  );
}

interface KeyProps {
  readonly colour: string;
  readonly name: string;
  readonly dashed?: boolean;
}

const Key = ({ colour, name, dashed }: KeyProps): ReactElement => (
  <span className="flex items-center gap-1.5">
    <span aria-hidden className="flex w-5 gap-1">
      <span className={`h-0.5 flex-1 ${colour}`} />
      {dashed && <span className={`h-0.5 flex-1 ${colour}`} />}
    </span>
    {name}
  </span>
);

/** What the curves show, for those who do not see them. */
function describe({ mouths }: LineMouth, t: ReturnType<typeof useTranslations<'lines'>>): string {
  const most = (values: readonly (number | null)[]): number =>
    Math.round(100 * Math.max(0, ...values.map((value) => value ?? 0)));
  return t('curvesSaid', {
    seen: most(mouths.flatMap(({ seen }) => seen)),
    wanted: most(mouths.flatMap(({ wanted }) => wanted)),
  });
}
