import { AudioLines, Users, type LucideIcon } from 'lucide-react';
import type { Job, Run } from '#lib/api/runs.ts';
import type { Dub } from '#lib/api/titles.ts';
import type { Messages } from '#messages/catalogue.ts';

/** What a version of a title is. */
export type Kind = Dub['kind'];

type Word = keyof Messages['plan'];

interface Planned {
  /** The steps of planning, in the order in which they are taken. */
  readonly stages: readonly Job['stage'][];
  /** What renders it. */
  readonly act: Run['act'];
  readonly notPlanned: Word;
  readonly notPlannedHint: Word;
  readonly outdated: Word;
  /** Where that is on which a plan depends, and its sign. */
  readonly toBasics: Word;
  readonly icon: LucideIcon;
  /** Whether lines are planned: what they say can match, and be looked at one by one. */
  readonly lines: boolean;
}

/** What planning a dub and planning a replacement are like. */
export const KINDS: Readonly<Record<Kind, Planned>> = {
  dub: {
    stages: ['alignSpeech', 'makeVoice', 'castPerformers', 'buildAtlas', 'cueMouths', 'planLines'],
    ...{ act: 'render', lines: true, toBasics: 'toVoice', icon: AudioLines },
    ...{ notPlanned: 'notPlanned', notPlannedHint: 'notPlannedHint', outdated: 'outdated' },
  },
  replacement: {
    stages: ['trackDonors', 'learnFaces', 'planFaces'],
    ...{ act: 'replace', lines: false, toBasics: 'toFaces', icon: Users },
    ...{ notPlanned: 'facesNotPlanned', notPlannedHint: 'facesNotPlannedHint', outdated: 'facesOutdated' },
  },
};
