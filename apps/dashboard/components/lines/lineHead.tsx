'use client';

import { useEffect, useState, type ReactElement } from 'react';
import { EyeOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes, IconButton, SelectField, TextArea } from '#components/ui/index.ts';
import type { Character } from '#lib/api/cast.ts';
import type { LineChanges } from '#lib/api/lines.ts';
import { useMay } from '#lib/api/session.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import type { ListedLine } from './lineList.ts';
import { LINE_LIST } from './lineListBox.tsx';
import { timecode } from './lineRow.tsx';

interface LineHeadProps {
  readonly listed: ListedLine;
  readonly characters: readonly Character[];
  readonly times: FrameTimes | undefined;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
  readonly onChange: (changes: LineChanges) => void;
}

/** What the chosen line says, when, and who says it. */
export function LineHead(props: LineHeadProps): ReactElement {
  const { listed, characters, times, onChange } = props;
  const t = useTranslations('lines');
  const may = useMay()('lines:edit');
  const { line, start, end } = listed;
  const [from, to] = [timecode(times, start), timecode(times, end)];
  return (
    <div className="flex items-start gap-3 border-b border-line bg-panel px-3 py-2">
      <div className="w-28 shrink-0">
        <h2>{t('lineNumber', { number: line.index + 1 })}</h2>
        <p className="font-mono text-xs text-dim tabular-nums">{from ?? t('noTime')}</p>
        {to !== undefined && <p className="font-mono text-xs text-faint tabular-nums">{to}</p>}
      </div>
      <div id="line-character" className="w-44 shrink-0">
        <SelectField
          bare
          label={t('whoSays')}
          value={line.character ?? ''}
          disabled={!may}
          onChange={(event) => onChange({ character: event.currentTarget.value || null })}
        >
          <option value="">{t('nobody')}</option>
          {characters.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <IconButton
        icon={EyeOff}
        pressed={line.offScreen}
        label={t('flag-off-screen')}
        disabled={!may}
        onClick={() => onChange({ offScreen: !line.offScreen })}
      />
      <div className="min-w-0 flex-1">
        <Text {...props} may={may} />
      </div>
    </div>
  );
}

/** The words; a click or Enter edits them, Enter saves, Escape leaves them as they were. */
function Text({
  listed: { line },
  editing,
  onEditing,
  onChange,
  may,
}: LineHeadProps & { readonly may: boolean }): ReactElement {
  const t = useTranslations('lines');
  const [text, setText] = useState(line.text);
  useEffect(() => setText(line.text), [line.text, editing]);
  if (!editing) {
    return (
      <button
        type="button"
        disabled={!may}
        title={may ? t('editText') : undefined}
        onClick={() => onEditing(true)}
        className={classes(
          'max-h-16 min-h-7 w-full overflow-auto rounded-sm px-1.5 text-left text-lg whitespace-pre-line',
          may && 'hover:bg-hover',
        )}
      >
        {line.text}
      </button>
    );
  }
  const leave = (): void => {
    const words = text.trim();
    if (words !== '' && words !== line.text) onChange({ text: words });
    onEditing(false);
  };
  // Whoever came with the keyboard goes on in the list.
  const toList = (): void => document.getElementById(LINE_LIST)?.focus({ preventScroll: true });
  return (
    <TextArea
      bare
      autoFocus
      label={t('editText')}
      rows={2}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.currentTarget.value = line.text;
          setText(line.text);
          onEditing(false);
          toList();
        }
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        leave();
        toList();
      }}
      className="text-lg"
    />
  );
}
