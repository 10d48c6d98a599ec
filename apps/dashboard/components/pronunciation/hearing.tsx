'use client';

import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Volume2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton, useToasts } from '#components/ui/index.ts';
import { soundOf, type Question } from '#lib/api/pronunciations.ts';

/** Says words aloud, one at a time. */
export interface Hearing {
  readonly hear: (asked: Question) => void;
  /** Which is heard right now, by `nameOf`. */
  readonly heard: string | null;
}

/** A question as text. */
export const nameOf = ({ word, said, language }: Question): string => JSON.stringify([word, said, language]);

/** Plays words of a title; what cannot be said is told in a message. */
export function useHearing(title: string): Hearing {
  const toasts = useToasts();
  const playing = useRef<HTMLAudioElement | null>(null);
  const [heard, setHeard] = useState<string | null>(null);
  useEffect(() => () => playing.current?.pause(), []);
  const play = async (asked: Question): Promise<void> => {
    playing.current?.pause();
    setHeard(nameOf(asked));
    const url = URL.createObjectURL(await soundOf(title, asked));
    const audio = new Audio(url);
    playing.current = audio;
    audio.onended = () => {
      URL.revokeObjectURL(url);
      setHeard(null);
    };
    await audio.play();
  };
  return {
    heard,
    hear: (asked) => {
      play(asked).catch((error: unknown) => {
        setHeard(null);
        // Another word was wanted meanwhile.
        if (!(error instanceof DOMException && error.name === 'AbortError')) toasts.fail(error);
      });
    },
  };
}

interface HearButtonProps {
  readonly asked: Question;
  readonly hearing: Hearing;
}

/** Lets a word be heard. */
export function HearButton({ asked, hearing: { hear, heard } }: HearButtonProps): ReactElement {
  const t = useTranslations('pronunciation');
  return (
    <IconButton
      icon={Volume2}
      label={t('hear', { word: asked.word })}
      pressed={heard === nameOf(asked)}
      onClick={() => hear(asked)}
    />
  );
}
