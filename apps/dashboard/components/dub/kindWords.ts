import { FileAudio, FileText, Languages, Mic, Music, type LucideIcon } from 'lucide-react';
import type { BroughtKind } from './broughtKinds.ts';

/** What a sound file can be for a dub, in the order in which they are offered. */
export const SOUND_KINDS = ['dialogue', 'mix', 'music-and-effects'] as const;

/** What a text file can be for a dub. */
export const SCRIPT_KINDS = ['script', 'original-script'] as const;

/** A picture for each kind of file. */
export const KIND_ICONS: Readonly<Record<BroughtKind, LucideIcon>> = {
  dialogue: Mic,
  mix: FileAudio,
  'music-and-effects': Music,
  script: FileText,
  'original-script': Languages,
};
