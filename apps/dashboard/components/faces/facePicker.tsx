'use client';

import { useId, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { Popover } from 'radix-ui';
import { UserRoundX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes, Portrait } from '#components/ui/index.ts';
import type { Performer } from '#lib/api/cast.ts';
import { facePicture } from './facePicture.ts';

interface FacePickerProps {
  /** What the choice is about. */
  readonly label: string;
  readonly performers: readonly Performer[];
  readonly chosen?: string | null;
  readonly disabled?: boolean;
  /** Whether nobody can be chosen too. */
  readonly orNobody?: boolean;
  readonly onPick: (performer: Performer | null) => void;
  /** The button that opens it. */
  readonly children: ReactNode;
}

/** How many faces are listed; who is not among them is found by name. */
const MOST = 60;

/** Chooses one of the performers by their face or name. */
export function FacePicker(props: FacePickerProps): ReactElement {
  const { disabled, children } = props;
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={(wanted) => setOpen(wanted && disabled !== true)}>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={props.label}
          className="z-60 w-64 rounded-md border border-line bg-raised p-1 shadow-2xl"
        >
          <Choices {...props} onDone={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

type ChoicesProps = FacePickerProps & { readonly onDone: () => void };

function Choices({ label, performers, chosen, orNobody, onPick, onDone }: ChoicesProps): ReactElement {
  const t = useTranslations('common');
  const [text, setText] = useState('');
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const wanted = text.trim().toLocaleLowerCase();
  const found = performers.filter(({ name }) => name.toLocaleLowerCase().includes(wanted)).slice(0, MOST);
  const choices: readonly (Performer | null)[] =
    orNobody === true && wanted === '' ? [null, ...found] : found;
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      choices.findIndex((each) => (each?.id ?? null) === chosen),
    ),
  );
  const active = Math.min(at, choices.length - 1);
  const pick = (performer: Performer | null): void => {
    onDone();
    onPick(performer);
  };
  const go = (to: number): void => {
    setAt(to);
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') go(Math.min(choices.length - 1, active + 1));
    else if (event.key === 'ArrowUp') go(Math.max(0, active - 1));
    else if (event.key === 'Enter' && active >= 0) pick(choices[active]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
        aria-label={label}
        placeholder={t('search')}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        className="mb-1 h-7 w-full rounded-md border border-edge bg-ground px-2"
      />
      <ul ref={list} id={id} role="listbox" aria-label={label} className="max-h-72 overflow-auto">
        {choices.map((performer, place) => (
          <li
            key={performer?.id ?? 'nobody'}
            id={`${id}-${place}`}
            role="option"
            aria-selected={(performer?.id ?? null) === chosen}
            onClick={() => pick(performer)}
            onPointerMove={() => setAt(place)}
            className={classes(
              'flex cursor-pointer items-center gap-2 rounded-sm p-1',
              place === active && 'bg-hover',
              (performer?.id ?? null) === chosen && 'text-accent',
            )}
          >
            {performer === null ? (
              <span className="flex size-9 items-center justify-center text-faint">
                <UserRoundX size={18} aria-hidden />
              </span>
            ) : (
              <Portrait src={facePicture(performer)} name="" className="size-9 rounded-sm" />
            )}
            <span className="truncate">{performer?.name ?? t('nobody')}</span>
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className="p-2 text-dim">{t('nobodyOfThatName')}</p>}
    </>
  );
}
