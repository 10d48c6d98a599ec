'use client';

import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type PointerEvent,
  type ReactElement,
  type RefObject,
} from 'react';
import { frameAt, middleOf, type TimeSpan } from '@mondwerk/film';
import { ZoomIn, ZoomOut, Scan } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import type { FilmPlayer } from '#components/player/index.ts';
import { IconButton } from '#components/ui/index.ts';
import type { LineSettings } from '#lib/api/lines.ts';
import type { LineMouth } from '#lib/api/planLines.ts';
import type { Peaks } from '#lib/film/index.ts';
import { estimateWanted } from './estimate.ts';
import { hearWheel } from './hearWheel.ts';
import { sameSettings } from './lineSettings.ts';
import { MouthCanvas } from './mouthCanvas.ts';
import { usePassedWords } from './passedWords.ts';
import { SoundRow } from './soundRow.tsx';
import { soundsOf, type Sound } from './sounds.ts';
import { boundsOf, fitTo, moved, timeAt, withInView, xOf, zoomed, type View } from './view.ts';

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
  const { view, look } = useView(span, width);
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
    { keys: '+', does: t('zoomIn'), run: () => zoom(1.5) },
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

function useSize(place: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const watched = place.current!;
    const observer = new ResizeObserver(() =>
      setSize({ width: watched.clientWidth, height: watched.clientHeight }),
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [place]);
  return size;
}

/** What of the line's time is on the screen: all of it at first, and whenever there is another line. */
function useView(
  span: TimeSpan,
  width: number,
): { readonly view: View; readonly look: (change: (view: View) => View) => void } {
  const { start, end } = span;
  const [shown, setShown] = useState<View>(() => fitTo(span, width));
  useEffect(() => setShown((now) => fitTo({ start, end }, now.width)), [start, end]);
  const view = useMemo(() => ({ ...shown, width }), [shown, width]);
  const look = useMemo(
    () => (change: (view: View) => View) => setShown((now) => change({ ...now, width })),
    [width],
  );
  return { view, look };
}

function useEstimates(
  mouth: LineMouth,
  planned: LineSettings,
  settings: LineSettings,
  sounds: readonly Sound[],
  { times: { clock } }: FilmPlayer,
): readonly (readonly number[] | null)[] {
  return useMemo(() => {
    if (sameSettings(planned, settings)) return mouth.mouths.map(() => null);
    const before = { sounds: soundsOf(mouth, planned), strength: planned.strength };
    const after = { sounds, strength: settings.strength };
    return mouth.mouths.map(({ wanted, start }) => estimateWanted(wanted, start, clock, { before, after }));
  }, [mouth, planned, settings, sounds, clock]);
}

/** The line under which the player is, moved without drawing anything again. */
function Playhead({ player, view }: { readonly player: FilmPlayer; readonly view: View }): ReactElement {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = (): void => {
      const x = xOf(view, middleOf(player.times.clock, player.state.frame));
      line.current!.style.transform = `translateX(${x}px)`;
      line.current!.style.visibility = x >= 0 && x <= view.width ? 'visible' : 'hidden';
    };
    move();
    return player.subscribe(move);
  }, [player, view]);
  return (
    <div
      ref={line}
      aria-hidden
      className="pointer-events-none absolute inset-y-0 left-0 z-20 w-px bg-white"
    />
  );
}

/** Follows a pointer over an element; tells where it is, in pixels from the left. */
function scrub(event: PointerEvent<HTMLElement>, to: (x: number) => void): void {
  if (event.button !== 0) return;
  const element = event.currentTarget;
  element.setPointerCapture(event.pointerId);
  const tell = ({ clientX }: { readonly clientX: number }): void =>
    to(clientX - element.getBoundingClientRect().left);
  tell(event);
  const stop = (): void => {
    element.removeEventListener('pointermove', tell);
    element.removeEventListener('lostpointercapture', stop);
  };
  element.addEventListener('pointermove', tell);
  element.addEventListener('lostpointercapture', stop);
}
