import type { Dispatch, SetStateAction } from 'react';

/** A key, or several, that does something. */
export interface Shortcut {
  /** As tinykeys writes them: `j`, `Shift+ArrowLeft`, `$mod+k`, `g t`; what may be pressed too in brackets: `[Shift]++`. */
  readonly keys: string;
  /** What it does, in a few words. */
  readonly does: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Works also while somebody types into a field. */
  readonly typing?: boolean;
}

/** Shortcuts that belong together, of everywhere or of one page. */
export interface ShortcutGroup {
  readonly id: string;
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** All groups that are there right now. */
export type Groups = Dispatch<SetStateAction<readonly ShortcutGroup[]>>;

const FIELDS =
  'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=true]';

/** Whether somebody writes: then letters are letters. */
export const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.matches(FIELDS);

/** What controls do themselves with keys: the page's shortcuts leave them that. */
const OWN_KEYS: readonly (readonly [keys: RegExp, controls: string])[] = [
  [
    /^(Enter| )$/,
    'button, summary, [role=button], [role=tab], [role=option], [role=switch], [role=menuitem]',
  ],
  [/^Enter$/, 'a[href]'],
  [/^ $/, 'input[type=checkbox], input[type=radio], [role=checkbox], [role=radio]'],
  [/^(Arrow|Home|End|Page)/, 'input[type=range], input[type=radio], [role=slider], [role=radio], [role=tab]'],
];

/** Whether the control that has the focus acts on a key. */
export const isForControl = ({ key, target }: KeyboardEvent): boolean =>
  target instanceof Element &&
  OWN_KEYS.some(([keys, controls]) => keys.test(key) && target.matches(controls));

/** Whether a window is open over the page: then the page's keys wait. */
export const isCovered = (): boolean =>
  document.querySelector('[role=dialog][data-state=open], [role=menu]') !== null;

/** What may be pressed too, or not: it is how a sign is typed, and not part of its name. */
const MAY_BE = /^\[\w+\]\+/;

/** Whether a shortcut is a sign by itself, which somebody may type without meaning it. */
export const isSingle = (keys: string): boolean => keys.replace(MAY_BE, '').length === 1;

/** Whether holding a shortcut down does it over and over: what moves by a step does. */
export const isHeldDown = (keys: string): boolean => /Arrow(Left|Right|Up|Down)$/.test(keys);

const WORDS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  $mod: 'Ctrl',
  Shift: '⇧',
  ' ': '␣',
  Space: '␣',
  Escape: 'Esc',
};

/** The keys of a shortcut as they are written on a keyboard. */
export const keyNames = (keys: string): string[] =>
  keys.split(' ').map((press) =>
    press
      .replace(MAY_BE, '')
      .split(/(?<=\w)\+/)
      .map((key) => WORDS[key] ?? (key.length === 1 ? key.toUpperCase() : key))
      .join(' '),
  );
