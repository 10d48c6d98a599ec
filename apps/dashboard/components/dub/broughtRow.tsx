'use client';

import { useState, type ReactElement, type ReactNode } from 'react';
import { Check, Scaling, X } from 'lucide-react';
import { Refusal } from '@mondwerk/film';
import { useTranslations } from 'use-intl';
import {
  Badge,
  Button,
  IconButton,
  ProblemNote,
  Progress,
  SelectField,
  useToasts,
} from '#components/ui/index.ts';
import type { Character } from '#lib/api/cast.ts';
import { useChange } from '#lib/api/change.ts';
import { changeDub } from '#lib/api/dubs.ts';
import { useMay } from '#lib/api/session.ts';
import type { Dub } from '#lib/api/titles.ts';
import { useMeasures, type UploadProgress } from '#lib/upload/index.ts';
import type { Brought } from './brought.ts';
import type { BroughtKind } from './broughtKinds.ts';
import { CharacterSelect } from './characterSelect.tsx';
import { KIND_ICONS, SCRIPT_KINDS, SOUND_KINDS } from './kindWords.ts';
import type { BroughtDesk } from './useBrought.ts';

interface BroughtRowProps {
  readonly dub: Dub;
  readonly desk: BroughtDesk;
  readonly file: Brought;
  readonly characters: readonly Character[];
  readonly note: ReactNode;
}

/** A file that was brought: what it seems to be, to be corrected, and how far it is. */
export function BroughtRow({ dub, desk, file, characters, note }: BroughtRowProps): ReactElement {
  const t = useTranslations('dub');
  const { key, name, purpose, kind, character, wanted, busy, arrived, progress, problem } = file;
  const Icon = KIND_ICONS[kind];
  const kinds = purpose === 'stem' ? SOUND_KINDS : SCRIPT_KINDS;
  return (
    <li className="flex flex-col gap-1 border-b border-line/60 px-3 py-2 last:border-0">
      <div className="flex flex-wrap items-center gap-3">
        <Icon size={16} aria-hidden className="shrink-0 text-dim" />
        <span className="min-w-40 flex-1 truncate" title={name}>
          {name}
        </span>
        <div className="w-48">
          <SelectField
            bare
            label={t('kindOf', { name })}
            value={kind}
            disabled={busy}
            onChange={(event) => desk.decide(key, { kind: event.currentTarget.value as BroughtKind })}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(`kind-${each}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="w-48">
          {kind === 'dialogue' && (
            <CharacterSelect
              label={t('voiceOf', { name })}
              nobody={t('everybody')}
              characters={characters}
              value={character}
              disabled={busy}
              onChange={(chosen) => desk.decide(key, { character: chosen })}
            />
          )}
        </div>
        <Standing {...{ progress, arrived, wanted, busy }} name={name} />
        <div className="flex w-36 justify-end gap-1">
          {!wanted && (
            <Button
              icon={Check}
              busy={busy}
              onClick={() => desk.use([file])}
              aria-label={`${t('use')}: ${name}`}
            >
              {t('use')}
            </Button>
          )}
          <IconButton
            icon={X}
            label={t('throwAway', { name })}
            disabled={busy}
            onClick={() => void desk.remove(file)}
          />
        </div>
      </div>
      {note}
      {problem !== null && <Problem {...{ dub, desk, file }} />}
    </li>
  );
}

interface StandingProps extends Pick<Brought, 'arrived' | 'wanted' | 'busy'> {
  readonly progress: UploadProgress | null;
  readonly name: string;
}

function Standing({ progress, arrived, wanted, busy, name }: StandingProps): ReactElement {
  const t = useTranslations('dub');
  const { percent } = useMeasures();
  if (arrived) {
    return (
      <div className="w-44">
        <Badge tone={busy || wanted ? 'accent' : 'good'}>{t(busy || wanted ? 'beingUsed' : 'arrived')}</Badge>
      </div>
    );
  }
  const { state = 'queued', sent = 0, bytes = 0 } = progress ?? {};
  const share = bytes === 0 ? 0 : sent / bytes;
  return (
    <div className="flex w-44 items-center gap-2">
      <Progress label={name} share={state === 'checking' ? null : share} className="flex-1" />
      <span className="text-dim tabular-nums">{state === 'checking' ? t('checking') : percent(share)}</span>
      {wanted && <Badge tone="accent">{t('then')}</Badge>}
    </div>
  );
}

/** Why a file could not be used; a voice of another length can be fitted with one click. */
function Problem({ dub, desk, file }: Pick<BroughtRowProps, 'dub' | 'desk' | 'file'>): ReactElement {
  const t = useTranslations('dub');
  const { fail } = useToasts();
  const change = useChange('dubs', 'plans');
  const may = useMay()('dubs:edit');
  const [busy, setBusy] = useState(false);
  const fit = async (): Promise<void> => {
    setBusy(true);
    try {
      await change(changeDub(dub, { fitVoice: true }));
      desk.use([file]);
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  const isLength = file.problem instanceof Refusal && file.problem.code === 'voice-length';
  return (
    <div className="flex flex-col gap-2">
      <ProblemNote error={file.problem} />
      {isLength && may && (
        <div>
          <Button icon={Scaling} busy={busy} onClick={() => void fit()}>
            {t('fitIt')}
          </Button>
        </div>
      )}
    </div>
  );
}
