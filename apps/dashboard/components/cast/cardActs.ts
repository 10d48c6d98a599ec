import type { MouseEvent } from 'react';
import type { BeginCarrying } from './useCarrying.tsx';

/** What is done from a card. */
export type CardActs = {
  readonly press: (id: string, event: MouseEvent) => void;
  readonly toggle: (id: string, range: boolean) => void;
  readonly open: (id: string) => void;
  readonly rename: (id: string | null) => void;
  readonly saveName: (id: string, name: string) => void;
  readonly ignore: (id: string) => void;
  readonly join: (id: string) => void;
  readonly record: (id: string) => void;
  readonly carry: BeginCarrying;
  readonly focus: (id: string) => void;
};
