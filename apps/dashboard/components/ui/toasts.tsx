'use client';

import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { Toast as Radix } from 'radix-ui';
import { useTranslations } from 'use-intl';
import { X } from 'lucide-react';
import { Button } from './button.tsx';
import { useProblemText } from './problemNote.tsx';

/** A short message that goes away by itself. */
export interface Message {
  readonly text: string;
  /** Takes back what was just done. */
  readonly undo?: () => unknown;
  readonly bad?: boolean;
}

interface Toasts {
  /** Tells what has happened, with a way back where there is one. */
  readonly say: (message: Message) => void;
  /** Tells what went wrong. */
  readonly fail: (error: unknown) => void;
}

const Context = createContext<Toasts>({ say: () => undefined, fail: () => undefined });

/** Lets a component tell what has happened. */
export const useToasts = (): Toasts => useContext(Context);

/** Who has something to undo or to read needs time. */
const SHOWN_MS = 8000;

/** Shows the messages of everything inside it. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [shown, setShown] = useState<readonly (Message & { readonly id: number })[]>([]);
  const problemText = useProblemText();
  const t = useTranslations('common');
  const say = useCallback(
    (message: Message) => setShown((before) => [...before.slice(-3), { ...message, id: performance.now() }]),
    [],
  );
  const toasts = useMemo<Toasts>(
    () => ({
      say,
      fail: (error) => {
        const { title, sentence } = problemText(error);
        say({ text: `${title}. ${sentence}`, bad: true });
      },
    }),
    [say, problemText],
  );
  const drop = (id: number): void => setShown((before) => before.filter((each) => each.id !== id));
  return (
    <Context.Provider value={toasts}>
      <Radix.Provider duration={SHOWN_MS}>
        {children}
        {shown.map(({ id, text, undo, bad }) => (
          <Radix.Root
            key={id}
            onOpenChange={(open) => !open && drop(id)}
            className={`flex items-center gap-3 rounded-md border bg-raised px-3 py-2 shadow-2xl ${bad ? 'border-bad' : 'border-line'}`}
          >
            <Radix.Description className="flex-1 wrap-anywhere">{text}</Radix.Description>
            {undo && (
              <Radix.Action altText={t('undo')} asChild>
                <Button onClick={() => void undo()}>{t('undo')}</Button>
              </Radix.Action>
            )}
            <Radix.Close
              aria-label={t('close')}
              className="rounded-md p-1 text-dim hover:bg-hover hover:text-text"
            >
              <X size={14} aria-hidden />
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport className="fixed right-4 bottom-[calc(1rem+var(--room-below,0px))] z-60 flex w-96 max-w-[92vw] flex-col gap-2" />
      </Radix.Provider>
    </Context.Provider>
  );
}
