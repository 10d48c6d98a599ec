import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { Package } from 'lucide-react';
import { Button, CheckField, classes, Panel, ProblemNote, TextField } from '#components/ui/index.ts';
import { useDeliver, type Delivery } from '#lib/api/deliveries.ts';
import type { Dub } from '#lib/api/titles.ts';
import { readTerritories } from './readiness.ts';

const PROFILES = ['prores', 'h264'] as const satisfies readonly Delivery['profile'][];

interface DeliveryFormProps {
  readonly dub: string;
  readonly kind: Dub['kind'];
  /** Whether some planned shots are not approved. */
  readonly incomplete: boolean;
}

/** Chooses what is made, and makes it. */
export function DeliveryForm({ dub, kind, incomplete }: DeliveryFormProps): ReactElement {
  const t = useTranslations('deliver');
  const deliver = useDeliver(dub);
  const [profile, setProfile] = useState<Delivery['profile']>('prores');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [wrong, setWrong] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const told = new FormData(event.currentTarget);
    const territories = readTerritories(String(told.get('territories')));
    setWrong(territories.wrong);
    if (territories.wrong !== undefined) return;
    setBusy(true);
    try {
      await deliver({
        profile,
        withoutUnapproved: told.has('withoutUnapproved'),
        withOlderVoice: told.has('withOlderVoice'),
        territories: territories.codes,
      });
      setProblem(null);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={t('profile')}>
      <form className="flex flex-col gap-3 p-3" onSubmit={(event) => void submit(event)}>
        <fieldset className="grid gap-2 sm:grid-cols-2">
          <legend className="sr-only">{t('profile')}</legend>
          {PROFILES.map((each) => (
            <label
              key={each}
              className={classes(
                'flex cursor-pointer items-start gap-2 rounded-md border p-2',
                profile === each ? 'border-accent' : 'border-line hover:border-edge',
              )}
            >
              <input
                type="radio"
                name="profile"
                value={each}
                checked={profile === each}
                onChange={() => setProfile(each)}
                className="mt-0.5 accent-accent"
              />
              <span>
                {t(each)}
                <span className="block text-xs text-faint">{t(`${each}Hint`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <TextField
          name="territories"
          label={t('territories')}
          hint={t('territoriesHint')}
          problem={wrong === undefined ? undefined : t('territoriesWrong', { code: wrong })}
        />
        {incomplete && <CheckField name="withoutUnapproved" label={t('withoutUnapproved')} />}
        {kind === 'dub' && <CheckField name="withOlderVoice" label={t('withOlderVoice')} />}
        {problem !== null && <ProblemNote error={problem} />}
        <div>
          <Button type="submit" kind="main" icon={Package} busy={busy}>
            {t('make')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
