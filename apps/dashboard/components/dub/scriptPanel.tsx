'use client';

import { useState, type ReactElement } from 'react';
import { FileText, Replace, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Await, Button, ConfirmDialog, Empty, IconButton, Panel } from '#components/ui/index.ts';
import { useLines } from '#lib/api/lines.ts';
import { useRemoveScript, type Script } from '#lib/api/scripts.ts';
import { useMay } from '#lib/api/session.ts';
import type { Hearable } from '#lib/api/transcriptions.ts';
import { pickFiles } from '#lib/upload/index.ts';
import { HeardNote, HearScript } from './hearScript.tsx';
import { SCRIPT_FILES, type BroughtKind } from './broughtKinds.ts';
import { ScriptDownloads } from './scriptDownloads.tsx';
import type { BroughtDesk } from './useBrought.ts';

interface ScriptPanelProps {
  /** Whether it is what the dub says or what the original says. */
  readonly kind: Extract<BroughtKind, 'script' | 'original-script'>;
  readonly scripts: {
    readonly data: readonly Script[] | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly desk: BroughtDesk;
  readonly hearable: Hearable;
  /** Why nothing can be heard yet; `null` where it can. */
  readonly unheard: string | null;
  /** Whether it is known where the voice says its lines. */
  readonly timed?: boolean;
}

/** The script of a dub, or of the original dialogue: the one that counts. */
export function ScriptPanel({
  kind,
  scripts,
  desk,
  hearable,
  unheard,
  timed = false,
}: ScriptPanelProps): ReactElement {
  const t = useTranslations('dub');
  const common = useTranslations('common');
  const may = useMay();
  const remove = useRemoveScript();
  const [removing, setRemoving] = useState<Script | null>(null);
  const before = scripts.data?.[1];
  const choose = async (): Promise<void> => {
    await desk.bring(await pickFiles({ endings: SCRIPT_FILES }), { kind, wanted: true });
  };
  const bringing = (there: boolean): ReactElement => (
    <Button
      icon={there ? Replace : FileText}
      disabled={!may('scripts:create')}
      title={may('scripts:create') ? undefined : common('notAllowed')}
      onClick={() => void choose()}
    >
      {t(there ? 'replace' : 'addScript')}
    </Button>
  );
  return (
    <Panel
      title={t(kind === 'script' ? 'script' : 'originalScript')}
      acts={bringing(scripts.data?.[0] !== undefined)}
    >
      <Await of={scripts}>
        {([script]) =>
          script === undefined ? (
            <Empty icon={FileText} title={t(kind === 'script' ? 'noScript' : 'noOriginalScript')}>
              <p className="max-w-md">{t(kind === 'script' ? 'noScriptHint' : 'originalHint')}</p>
            </Empty>
          ) : (
            <div className="flex flex-col gap-2 p-3">
              <div className="flex items-center gap-2">
                <FileText size={16} aria-hidden className="shrink-0 text-dim" />
                <span className="min-w-0 flex-1 truncate" title={script.name}>
                  {script.name}
                </span>
                <ScriptDownloads script={script} timed={timed} />
                <IconButton
                  icon={Trash2}
                  label={t('removeNamed', { name: script.name })}
                  disabled={!may('scripts:delete')}
                  onClick={() => setRemoving(script)}
                />
              </div>
              <HeardNote script={script} />
              <Counts script={script} />
              {script.remarks.map((remark) => (
                <p key={remark} lang="en" className="text-xs text-dim">
                  {remark}
                </p>
              ))}
              {kind === 'original-script' && <p className="text-xs text-faint">{t('originalHint')}</p>}
            </div>
          )
        }
      </Await>
      {scripts.data !== undefined && <HearScript of={hearable} script={scripts.data[0]} missing={unheard} />}
      <ConfirmDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('removeScript', { name: removing?.name ?? '' })}
        act={t('remove')}
        onConfirm={() => remove(removing!)}
      >
        {before === undefined ? t('removeScriptLast') : t('removeScriptBefore', { name: before.name })}
      </ConfirmDialog>
    </Panel>
  );
}

/** How many lines a script has, of how many characters, and how many have no times. */
function Counts({ script }: { readonly script: Script }): ReactElement {
  const t = useTranslations('dub');
  const format = useFormatter();
  const lines = useLines(script.id);
  return (
    <Await of={lines}>
      {(all) => {
        const untimed = all.filter(({ start }) => start === null).length;
        const characters = new Set(all.flatMap(({ character }) => character ?? [])).size;
        return (
          <p className="text-dim">
            {t('lineCount', { count: all.length })} · {t('characterCount', { count: characters })} ·{' '}
            {format.dateTime(new Date(script.madeAt), { dateStyle: 'medium', timeStyle: 'short' })}
            {untimed > 0 && (
              <span className="text-faint">
                {' '}
                · {untimed === all.length ? t('noTimes') : t('untimed', { count: untimed })}
              </span>
            )}
          </p>
        );
      }}
    </Await>
  );
}
