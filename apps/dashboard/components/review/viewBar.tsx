'use client';

import { useContext, type ReactElement } from 'react';
import {
  Columns2,
  Contrast,
  Expand,
  Film,
  Languages,
  PanelLeft,
  PanelRight,
  Pencil,
  Replace,
  ScanFace,
  Shrink,
  SquareSplitHorizontal,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { usePlayerState, VIEW_MODES, type FilmPlayer, type ViewMode } from '#components/player/index.ts';
import { classes, IconButton } from '#components/ui/index.ts';
import { keepFocus } from './keepFocus.ts';
import { ReviewedKind, useKindWords } from './kindWords.ts';
import type { Layout } from './useLayout.ts';

const ICONS: Readonly<Record<ViewMode, LucideIcon>> = {
  original: Film,
  dub: Languages,
  wipe: SquareSplitHorizontal,
  side: Columns2,
  difference: Contrast,
};

const KEYS: Readonly<Record<ViewMode, string>> = {
  original: 'A',
  dub: 'A',
  wipe: 'W',
  side: 'S',
  difference: 'D',
};

interface ViewBarProps {
  readonly player: FilmPlayer;
  readonly layout: Layout;
  readonly onMouth: () => void;
}

/** The bar over the picture: what is shown, how large, and what is beside it. */
export function ViewBar({ player, layout, onMouth }: ViewBarProps): ReactElement {
  const t = useTranslations('review');
  const wordOf = useKindWords();
  const mode = usePlayerState(player, ({ view }) => view.mode);
  const zoomed = usePlayerState(player, ({ zoom }) => zoom !== null);
  const { shotsShown, detailsShown, drawingsShown, full } = layout;
  return (
    <div
      role="toolbar"
      aria-label={t('view')}
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-1 border-b border-line bg-panel px-2"
    >
      <IconButton
        icon={PanelLeft}
        label={t('showShots')}
        pressed={shotsShown}
        onMouseDown={keepFocus}
        onClick={layout.toggleShots}
      />
      <div role="group" aria-label={t('view')} className="flex items-center gap-0.5">
        {VIEW_MODES.map((each) => (
          <ViewButton key={each} player={player} mode={each} pressed={mode === each} />
        ))}
      </div>
      <div className="flex-1" />
      <IconButton
        icon={ScanFace}
        label={wordOf('mouth')}
        pressed={zoomed}
        onMouseDown={keepFocus}
        onClick={onMouth}
      />
      <IconButton
        icon={Pencil}
        label={t('showDrawings')}
        pressed={drawingsShown}
        onMouseDown={keepFocus}
        onClick={layout.toggleDrawings}
      />
      <IconButton
        icon={full ? Shrink : Expand}
        label={t('fullScreen')}
        pressed={full}
        onMouseDown={keepFocus}
        onClick={layout.toggleFull}
      />
      <IconButton
        icon={PanelRight}
        label={t('showDetails')}
        pressed={detailsShown}
        onMouseDown={keepFocus}
        onClick={layout.toggleDetails}
      />
    </div>
  );
}

interface ViewButtonProps {
  readonly player: FilmPlayer;
  readonly mode: ViewMode;
  readonly pressed: boolean;
}

function ViewButton({ player, mode, pressed }: ViewButtonProps): ReactElement {
  const t = useTranslations('review');
  const wordOf = useKindWords();
  const replaces = useContext(ReviewedKind) === 'replacement';
  const Icon = mode === 'dub' && replaces ? Replace : ICONS[mode];
  const name = mode === 'dub' ? wordOf('view-dub') : t(`view-${mode}`);
  return (
    <button
      type="button"
      aria-pressed={pressed}
      title={`${name} (${KEYS[mode]})`}
      onMouseDown={keepFocus}
      onClick={() => player.setView({ mode })}
      className={classes(
        'flex h-7 items-center gap-1 rounded-md px-2 text-sm',
        pressed ? 'bg-hover text-accent' : 'text-dim hover:bg-hover hover:text-text',
      )}
    >
      <Icon size={14} aria-hidden />
      <span className="max-lg:sr-only">{name}</span>
    </button>
  );
}
