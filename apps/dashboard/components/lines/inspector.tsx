'use client';

import type { ReactElement } from 'react';
import { Redo2, RotateCcw, Save, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, Button, CheckField, IconButton } from '#components/ui/index.ts';
import type { LineSettings } from '#lib/api/lines.ts';
import { AS_SAID, isEdited, LIMITS, within, withoutStale, type SoundName } from './lineSettings.ts';
import { Slider } from './slider.tsx';
import { SoundControls } from './soundControls.tsx';
import type { Sound } from './sounds.ts';

/** Changes settings; `what` names what is changed: more of the same soon after is undone with it. */
export type EditSettings = (change: (settings: LineSettings) => LineSettings, what: string) => void;

interface InspectorProps {
  readonly settings: LineSettings;
  readonly unsaved: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly disabled: boolean;
  readonly sounds: readonly Sound[];
  /** The sound that is edited. */
  readonly chosen: number | null;
  /** Wishes for sounds that the voice does not have any more. */
  readonly stale: readonly SoundName[];
  readonly onEdit: EditSettings;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSave: () => void;
}

/** What can be set of a line's mouth: as a whole, and of one sound. */
export function Inspector(props: InspectorProps): ReactElement {
  const { settings, unsaved, disabled, sounds, chosen, onEdit } = props;
  const t = useTranslations('lines');
  const sound = sounds.find(({ phone }) => phone === chosen);
  return (
    <section aria-label={t('settings')} className="flex flex-col gap-1.5 px-3 py-2">
      <div className="flex items-center gap-1">
        <h3 className="mr-1">{t('wholeLine')}</h3>
        {unsaved && <Badge tone="warn">{t('unsaved')}</Badge>}
        <span className="flex-1" />
        <IconButton
          icon={Undo2}
          label={t('undo')}
          disabled={disabled || !props.canUndo}
          onClick={props.onUndo}
        />
        <IconButton
          icon={Redo2}
          label={t('redo')}
          disabled={disabled || !props.canRedo}
          onClick={props.onRedo}
        />
        <IconButton
          icon={RotateCcw}
          label={t('reset')}
          disabled={disabled || !isEdited(settings)}
          onClick={() => onEdit(() => AS_SAID, 'reset')}
        />
        <Button
          icon={Save}
          kind={unsaved ? 'main' : 'plain'}
          disabled={disabled || !unsaved}
          onClick={props.onSave}
        >
          {t('save')}
        </Button>
      </div>
      <Slider
        label={t('offset')}
        unit="ms"
        value={Math.round(settings.offset * 1000)}
        least={LIMITS.offset.least * 1000}
        most={LIMITS.offset.most * 1000}
        step={5}
        disabled={disabled || settings.leave}
        onChange={(ms) => onEdit((now) => ({ ...now, offset: within(LIMITS.offset, ms / 1000) }), 'offset')}
      />
      <Slider
        label={t('strength')}
        unit="%"
        value={Math.round(settings.strength * 100)}
        least={LIMITS.strength.least * 100}
        most={LIMITS.strength.most * 100}
        step={5}
        disabled={disabled || settings.leave}
        onChange={(percent) =>
          onEdit((now) => ({ ...now, strength: within(LIMITS.strength, percent / 100) }), 'strength')
        }
      />
      <CheckField
        label={t('leave')}
        checked={settings.leave}
        disabled={disabled}
        onChange={(event) => {
          const leave = event.currentTarget.checked;
          onEdit((now) => ({ ...now, leave }), 'leave');
        }}
      />
      <Stale {...props} />
      <SoundControls {...{ sound, onEdit }} disabled={disabled || settings.leave} count={sounds.length} />
    </section>
  );
}

/** Says that some edits do nothing, and takes them away. */
function Stale({ stale, disabled, onEdit }: InspectorProps): ReactElement | null {
  const t = useTranslations('lines');
  if (stale.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-md border border-warn/60 p-2">
      <p className="min-w-40 flex-1">{t('stale', { count: stale.length })}</p>
      <Button disabled={disabled} onClick={() => onEdit((now) => withoutStale(now, stale), 'stale')}>
        {t('dropStale')}
      </Button>
    </div>
  );
}
