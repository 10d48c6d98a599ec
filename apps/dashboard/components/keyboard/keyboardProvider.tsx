'use client';

import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { tinykeys } from 'tinykeys';
import { useTranslations } from 'use-intl';
import { Dialog, Keys } from '#components/ui/index.ts';
import {
  isCovered,
  isForControl,
  isHeldDown,
  isSingle,
  isTyping,
  keyNames,
  type Groups,
  type Shortcut,
  type ShortcutGroup,
} from './shortcuts.ts';
import { endsSequence, knowSequences, watchKeys } from './sequences.ts';

const Context = createContext<Groups>(() => undefined);

/** Where it is kept that somebody wants no shortcuts of a single letter (WCAG 2.1.4). */
export const SINGLE_KEYS_OFF = 'mondwerk.singleKeysOff';

/**
 * Gives a page its keys while it is there; `?` shows them. `shortcuts` may be made anew with every render; whether a
 * shortcut is there at all is decided by their keys.
 */
export function useShortcuts(id: string, title: string, shortcuts: readonly Shortcut[]): void {
  const setGroups = useContext(Context);
  const latest = useRef(shortcuts);
  // Before anybody can press a key: what the page shows is what a key acts on.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  const shape = JSON.stringify(shortcuts.map(({ keys, does, typing }) => [keys, does, typing]));
  useEffect(() => {
    const group: ShortcutGroup = { id, title, shortcuts: latest.current };
    setGroups((groups) => [...groups.filter((each) => each.id !== id), group]);
    const run = ({ keys, typing }: Shortcut, event: KeyboardEvent): void => {
      if (event.defaultPrevented || isCovered() || isForControl(event)) return;
      if (event.repeat && !isHeldDown(keys)) return;
      if (!keys.includes(' ') && endsSequence(event)) return;
      if (isTyping(event) && typing !== true) return;
      if (isSingle(keys) && localStorage.getItem(SINGLE_KEYS_OFF) === 'true') return;
      const now = latest.current.find((each) => each.keys === keys);
      if (now === undefined) return;
      event.preventDefault();
      now.run(event);
    };
    const stop = tinykeys(
      window,
      Object.fromEntries(
        latest.current.map((each) => [each.keys, (event: KeyboardEvent) => run(each, event)]),
      ),
      // Who types or holds a key down is told apart above.
      { ignore: ({ isComposing }) => isComposing },
    );
    const forget = knowSequences(latest.current);
    return () => {
      stop();
      forget();
      setGroups((groups) => groups.filter((each) => each.id !== id));
    };
  }, [id, title, shape, setGroups]);
}

/** Knows the keys of everything inside it and shows them when asked. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [groups, setGroups] = useState<readonly ShortcutGroup[]>([]);
  useEffect(watchKeys, []);
  return (
    <Context.Provider value={setGroups}>
      {children}
      <KeyboardMap groups={groups} />
    </Context.Provider>
  );
}

function KeyboardMap({ groups }: { readonly groups: readonly ShortcutGroup[] }): ReactElement {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  const own = useMemo<readonly Shortcut[]>(
    () => [{ keys: '?', does: t('showKeys'), run: () => setOpen(true) }],
    [t],
  );
  useEffect(() => {
    const show = (event: KeyboardEvent): void => {
      if (event.key !== '?' || isTyping(event) || isCovered()) return;
      event.preventDefault();
      setOpen(true);
    };
    const asked = (): void => setOpen(true);
    window.addEventListener('keydown', show);
    window.addEventListener('mondwerk:keyboard', asked);
    return () => {
      window.removeEventListener('keydown', show);
      window.removeEventListener('mondwerk:keyboard', asked);
    };
  }, []);
  const shown = [...groups, { id: 'own', title: t('everywhere'), shortcuts: own }];
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title={t('keyboard')} wide>
      <div className="columns-1 gap-8 sm:columns-2">
        {[...Map.groupBy(shown, ({ title }) => title)].map(([title, each]) => (
          <section key={title} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-dim">{title}</h3>
            <dl>
              {each
                .flatMap(({ shortcuts }) => shortcuts)
                .map(({ keys, does }) => (
                  <div
                    key={keys}
                    className="flex items-baseline justify-between gap-4 border-b border-line/60 py-1"
                  >
                    <dt>{does}</dt>
                    <dd className="flex gap-1">
                      {keyNames(keys).map((name, at) => (
                        <Keys key={at}>{name}</Keys>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** Shows the keyboard map, as `?` does. */
export const showKeyboardMap = (): boolean => window.dispatchEvent(new Event('mondwerk:keyboard'));
