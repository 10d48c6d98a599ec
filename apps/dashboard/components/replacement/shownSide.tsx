import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { classes, useToasts } from '#components/ui/index.ts';
import { namePerformer, type Performer } from '#lib/api/cast.ts';
import { useChange } from '#lib/api/change.ts';
import { ChosenFace } from './chosenFace.tsx';
import { FaceField } from './faceField.tsx';
import { NameIt } from './nameIt.tsx';
import { namesake, type Flaw, type ReplacementDraft } from './replacementDraft.ts';
import type { RightsOfFaces } from './rightsOfFaces.ts';
import { Side } from './side.tsx';

interface ShownSideProps {
  readonly title: string;
  readonly draft: ReplacementDraft;
  readonly performers: readonly Performer[];
  readonly rights: RightsOfFaces | null;
  readonly flaws: ReadonlySet<Flaw>;
  readonly onChange: (changes: Partial<ReplacementDraft>) => void;
}

/** Chooses who is shown: somebody of the title by their face, or somebody new by name. */
export function ShownSide(props: ShownSideProps): ReactElement {
  const { draft, performers, rights, flaws, onChange } = props;
  const t = useTranslations('replacement');
  const { from, replaced } = draft;
  const shown = performers.find(({ id }) => id === draft.shown) ?? null;
  return (
    <Side legend={t('whoShown')} hint={t('whoShownHint')}>
      <div role="group" aria-label={t('whoShown')} className="flex">
        {(['cast', 'new'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={from === each}
            onClick={() => onChange({ from: each })}
            className={classes(
              'h-7 border px-2.5 first:rounded-l-md last:-ml-px last:rounded-r-md',
              from === each ? 'z-10 border-accent text-accent' : 'border-line text-dim hover:text-text',
            )}
          >
            {t(each === 'cast' ? 'ofCast' : 'somebodyNew')}
          </button>
        ))}
      </div>
      {from === 'cast' ? (
        <FaceField
          label={t('whoShown')}
          performers={performers.filter(({ id }) => id !== replaced)}
          chosen={shown}
          problem={flaws.has('shown') ? t('flaw-shown') : undefined}
          onPick={({ id }) => onChange({ shown: id })}
        >
          {shown && (
            <ChosenFace
              key={shown.id}
              {...{ rights }}
              performer={shown}
              problem={flaws.has('shown-unnamed') ? t('flaw-shown-unnamed') : undefined}
            />
          )}
        </FaceField>
      ) : (
        <SomebodyNew {...props} />
      )}
    </Side>
  );
}

function SomebodyNew({ title, draft, performers, flaws, onChange }: ShownSideProps): ReactElement {
  const t = useTranslations('replacement');
  const { fail } = useToasts();
  const change = useChange('performers', 'rights');
  const known = namesake(performers, draft.name);
  const add = async (): Promise<void> => {
    if (known !== undefined) return;
    try {
      const { id } = await change(namePerformer(title, draft.name.trim()));
      onChange({ from: 'cast', shown: id, name: '' });
    } catch (error) {
      fail(error);
    }
  };
  const problem =
    known === undefined
      ? flaws.has('name')
        ? t('flaw-name')
        : undefined
      : t('alreadyInCast', { name: known.name });
  return (
    <NameIt
      label={t('newName')}
      hint={t('newNameHint')}
      act={t('addName')}
      value={draft.name}
      problem={problem}
      onChange={(name) => onChange({ name })}
      onName={add}
    />
  );
}
