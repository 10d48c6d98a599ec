'use client';

import { useContext, useState, type FormEvent, type ReactElement } from 'react';
import { X } from 'lucide-react';
import { perSecond, type FrameSpan } from '@mondwerk/film';
import { useTranslations } from 'use-intl';
import { Button, CheckField, Dialog, IconButton, TextArea, TextField } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import type { Decision, Take } from '#lib/api/takes.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import { ReviewedKind, useKindWords } from './kindWords.ts';
import { changesFrom, formOf, mostDelay, OPENINGS, withSpan, type SettingsForm } from './takeSettings.ts';

interface SendBackDialogProps {
  readonly take: Take;
  readonly times: FrameTimes;
  /** The frames that are looked at: the loop, or the one under the playhead. */
  readonly here: FrameSpan;
  /** Those who are in the take, by name; nobody where one may not see them. */
  readonly performers: readonly Performer[];
  /** Whether whoever sends it back may have it rendered. */
  readonly mayRender: boolean;
  readonly onClose: () => void;
  readonly onDecide: (decision: Decision) => void;
}

/** Sends a take back: why, and how the next one shall be. */
export function SendBackDialog(props: SendBackDialogProps): ReactElement {
  const { take, times, mayRender, onClose, onDecide } = props;
  const t = useTranslations('review');
  const tc = useTranslations('common');
  const rate = perSecond(times.rate);
  const before = useState(() => formOf(take, rate))[0];
  const [form, setForm] = useState<SettingsForm>(before);
  const [reason, setReason] = useState('');
  const [render, setRender] = useState(mayRender);
  const send = (event?: FormEvent): void => {
    event?.preventDefault();
    if (reason.trim() === '') return;
    const settings = changesFrom(before, form, rate);
    onDecide({ verdict: 'sent-back', reason: reason.trim(), settings, render: render && mayRender });
  };
  return (
    <Dialog open onClose={onClose} title={t('sendBackTake', { number: take.number, shot: take.index + 1 })}>
      <form
        className="flex flex-col gap-4"
        onSubmit={send}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      >
        <TextArea
          label={t('reason')}
          required
          autoFocus
          maxLength={4000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <NextTake
          {...props}
          form={form}
          onChange={(changes) => setForm({ ...form, ...changes })}
          rate={rate}
        />
        {mayRender ? (
          <CheckField
            label={t('renderAgain')}
            hint={t('renderAgainHint')}
            checked={render}
            onChange={(event) => setRender(event.currentTarget.checked)}
          />
        ) : (
          <p className="text-dim">{t('renderedByStudio')}</p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button kind="main" type="submit" disabled={reason.trim() === ''} title="Ctrl+Enter">
            {t('sendBack')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface NextTakeProps extends Pick<SendBackDialogProps, 'times' | 'here' | 'performers'> {
  readonly form: SettingsForm;
  readonly rate: number;
  readonly onChange: (changes: Partial<SettingsForm>) => void;
}

function NextTake({ form, rate, times, here, performers, onChange }: NextTakeProps): ReactElement {
  const t = useTranslations('review');
  const most = mostDelay(rate);
  const { delay, opening, leaveAlone } = form;
  const ofMouths = useContext(ReviewedKind) === 'dub';
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border border-line p-3">
      <legend className="px-1 text-dim">{t('nextTake')}</legend>
      {ofMouths && (
        <div className="grid grid-cols-2 gap-3">
          <TextField
            type="number"
            label={t('delay')}
            hint={t('delayHint')}
            min={-most}
            max={most}
            step={1}
            value={delay}
            onChange={({ currentTarget: { valueAsNumber } }) =>
              onChange({ delay: Number.isFinite(valueAsNumber) ? Math.round(valueAsNumber) : 0 })
            }
          />
          <label className="flex flex-col gap-1">
            <span className="text-dim">{t('opening', { percent: opening })}</span>
            <input
              type="range"
              min={OPENINGS.least}
              max={OPENINGS.most}
              step={OPENINGS.step}
              value={opening}
              onChange={(event) => onChange({ opening: event.currentTarget.valueAsNumber })}
              className="h-7 accent-accent"
            />
            <span className="text-xs text-faint">{t('openingHint')}</span>
          </label>
        </div>
      )}
      <Untouched {...{ form, times, here, onChange }} />
      {performers.length > 0 && (
        <div role="group" aria-label={t('leaveAlone')} className="flex flex-col gap-1">
          <span className="text-dim">{t('leaveAlone')}</span>
          {performers.map(({ id, name }) => (
            <CheckField
              key={id}
              label={name}
              checked={leaveAlone.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                onChange({
                  leaveAlone: checked ? [...leaveAlone, id] : leaveAlone.filter((each) => each !== id),
                })
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

type UntouchedProps = Pick<NextTakeProps, 'form' | 'times' | 'here' | 'onChange'>;

function Untouched({ form: { untouched }, times, here, onChange }: UntouchedProps): ReactElement {
  const t = useTranslations('review');
  const wordOf = useKindWords();
  const said = ({ start, end }: FrameSpan): string =>
    `${times.timecodeOf(start)} – ${times.timecodeOf(end - 1)}`;
  return (
    <div role="group" aria-label={wordOf('untouched')} className="flex flex-col gap-1">
      <span className="text-dim">{wordOf('untouched')}</span>
      {untouched.map((span) => (
        <div key={span.start} className="flex items-center gap-1 font-mono text-xs">
          {said(span)}
          <IconButton
            icon={X}
            label={t('removeSpan', { span: said(span) })}
            onClick={() => onChange({ untouched: untouched.filter((each) => each !== span) })}
          />
        </div>
      ))}
      <Button className="self-start" onClick={() => onChange({ untouched: withSpan(untouched, here) })}>
        {t('addSpan', { span: said(here) })}
      </Button>
    </div>
  );
}
