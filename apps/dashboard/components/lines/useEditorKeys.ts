import { useTranslations } from 'use-intl';
import { useShortcuts } from '#components/keyboard/index.ts';
import type { FilmPlayer } from '#components/player/index.ts';
import type { LineSettings } from '#lib/api/lines.ts';
import type { EditSettings } from './inspector.tsx';
import {
  cleared,
  LIMITS,
  muteSwitched,
  nudged,
  reshaped,
  strengthened,
  within,
  type SoundName,
} from './lineSettings.ts';
import { isCued, soundBeside, type Sound } from './sounds.ts';

/** What the keys of the list do. */
export interface ListKeys {
  readonly move: (way: 1 | -1, mark: boolean) => void;
  readonly mark: () => void;
  readonly unmark: () => void;
  readonly editText: () => void;
  readonly offScreen: () => void;
}

/** The keys by which one goes through the lines. */
export function useListKeys({ move, mark, unmark, editText, offScreen }: ListKeys): void {
  const t = useTranslations('lines');
  const focus = (place: string) => (): void => document.querySelector<HTMLElement>(place)?.focus();
  useShortcuts('lines', t('lines'), [
    { keys: 'ArrowDown', does: t('nextLine'), run: () => move(1, false) },
    { keys: 'ArrowUp', does: t('lineBefore'), run: () => move(-1, false) },
    { keys: 'Enter', does: t('editText'), run: editText },
    { keys: 'o', does: t('offScreenKey'), run: offScreen },
    { keys: 'w', does: t('whoKey'), run: focus('#line-character select') },
    { keys: 'x', does: t('markKey'), run: mark },
    { keys: 'Shift+ArrowDown', does: t('markOn'), run: () => move(1, true) },
    { keys: 'Shift+ArrowUp', does: t('markBack'), run: () => move(-1, true) },
    { keys: 'Escape', does: t('unmark'), run: unmark },
    { keys: '/', does: t('searchLines'), run: focus('#line-search') },
  ]);
}

type SoundChanger = (settings: LineSettings, sound: SoundName) => LineSettings;

/** What the keys of the mouth act on. */
export interface MouthKeys {
  readonly sounds: readonly Sound[];
  readonly chosen: number | null;
  readonly onChoose: (sound: number | null) => void;
  readonly onEdit: EditSettings;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSave: () => void;
  readonly onDraft: () => void;
  readonly onLeave: () => void;
}

/** Seconds by which a key moves a sound, or the whole line where none is chosen. */
const NUDGE = 0.01;
const FINE_NUDGE = 0.001;

/** How much further the mouth moves with a key. */
const STRONGER = 0.1;

/** The keys by which the mouth of a line is bent: all of it, or the chosen sound. */
export function useMouthKeys(keys: MouthKeys): void {
  const t = useTranslations('lines');
  const { sounds, chosen, onChoose, onEdit } = keys;
  const sound = sounds.find(({ phone }) => phone === chosen);
  const nudge = (seconds: number) => (): void =>
    sound === undefined
      ? onEdit((now) => ({ ...now, offset: within(LIMITS.offset, now.offset + seconds) }), 'offset')
      : onEdit((now) => nudged(now, sound, seconds), `shift ${sound.phone}`);
  const strengthen = (by: number) => (): void =>
    sound === undefined
      ? onEdit((now) => ({ ...now, strength: within(LIMITS.strength, now.strength + by) }), 'strength')
      : onEdit((now) => strengthened(now, sound, by), `strength ${sound.phone}`);
  const onSound = (what: string, change: SoundChanger) => (): void => {
    if (sound !== undefined) onEdit((now) => change(now, sound), `${what} ${sound.phone}`);
  };
  const step = (way: 1 | -1, counts?: (sound: Sound) => boolean) => (): void =>
    onChoose(soundBeside(sounds, chosen, way, counts));
  useShortcuts('mouth', t('mouth'), [
    { keys: '[', does: t('soundBefore'), run: step(-1) },
    { keys: ']', does: t('nextSound'), run: step(1) },
    { keys: ',', does: t('soundBefore'), run: step(-1) },
    { keys: '.', does: t('nextSound'), run: step(1) },
    { keys: 'Shift+{', does: t('cueBefore'), run: step(-1, isCued) },
    { keys: 'Shift+}', does: t('nextCue'), run: step(1, isCued) },
    { keys: 'Alt+ArrowLeft', does: t('earlier'), run: nudge(-NUDGE) },
    { keys: 'Alt+ArrowRight', does: t('later'), run: nudge(NUDGE) },
    { keys: 'Alt+Shift+ArrowLeft', does: t('littleEarlier'), run: nudge(-FINE_NUDGE) },
    { keys: 'Alt+Shift+ArrowRight', does: t('littleLater'), run: nudge(FINE_NUDGE) },
    { keys: 'Alt+ArrowUp', does: t('stronger'), run: strengthen(STRONGER) },
    { keys: 'Alt+ArrowDown', does: t('weaker'), run: strengthen(-STRONGER) },
    { keys: 'm', does: t('mute'), run: onSound('mute', muteSwitched) },
    { keys: 'c', does: t('nextShape'), run: onSound('shape', reshaped) },
    { keys: 'r', does: t('clearSound'), run: onSound('clear', cleared) },
    { keys: 'v', does: t('leave'), run: keys.onLeave },
    { keys: '$mod+z', does: t('undo'), run: keys.onUndo },
    { keys: '$mod+Shift+z', does: t('redo'), run: keys.onRedo },
    { keys: '$mod+s', does: t('save'), run: keys.onSave, typing: true },
    { keys: 'd', does: t('draft'), run: keys.onDraft },
  ]);
}

/** The keys by which the line is played; `O`, `I` and the like are other things here than in other players. */
export function usePlayKeys(player: FilmPlayer | undefined): void {
  const t = useTranslations('player');
  const words = useTranslations('lines');
  useShortcuts('playing', t('keys'), [
    { keys: 'Space', does: t('playPause'), run: () => player?.toggle() },
    { keys: 'j', does: t('shuttleBack'), run: () => player?.shuttle(false) },
    { keys: 'k', does: t('pause'), run: () => player?.pause() },
    { keys: 'l', does: t('shuttleOn'), run: () => player?.shuttle(true) },
    { keys: 'ArrowLeft', does: t('frameBack'), run: () => player?.step(-1) },
    { keys: 'ArrowRight', does: t('frameOn'), run: () => player?.step(1) },
    { keys: 'a', does: words('sides'), run: () => switchSides(player) },
    { keys: '1', does: t('hearOriginal'), run: () => player?.setSound('original') },
    { keys: '2', does: t('hearDub'), run: () => player?.state.sounds.dub && player.setSound('dub') },
  ]);
}

function switchSides(player: FilmPlayer | undefined): void {
  player?.setView({ mode: player.state.view.mode === 'dub' ? 'original' : 'dub' });
}
