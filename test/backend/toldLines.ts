import { createHash } from 'node:crypto';
import type { LineMouth } from '../../apps/backend/src/pipeline/lines/lineMouth.ts';
import type { OutcomeOf } from '../../apps/backend/src/pipeline/outcomes.ts';

const sumOf = (content: string): string => createHash('sha256').update(content).digest('hex');

/** Where the stages of a plan are told to have stored things, and what lies there once a test has put it there. */
export const PLANNED_FILES = {
  voice: { key: 'titles/x/work/makeVoice-1/voice.m4a', content: 'the voice' },
  peaks: { key: 'titles/x/work/makeVoice-1/peaks.bin', content: 'peaks' },
  mouths: { key: 'titles/x/work/describeLines-1/mouths.jsonl', content: '' },
};

const stored = ({ key, content }: { readonly key: string; readonly content: string }) => ({
  ...{ key, sha256: sumOf(content), bytes: Buffer.byteLength(content) },
});

/** What the making of a voice for browsers tells. */
export const toldVoice = (): OutcomeOf['makeVoice'] => ({
  voice: stored(PLANNED_FILES.voice),
  peaks: { ...stored(PLANNED_FILES.peaks), perSecond: 100, pairs: 1000 },
});

/** What the mouths do in two lines: the first is said in two frames, the second by nobody who is seen. */
const mouthsOf = (performer: string): LineMouth[] => [
  {
    ...{ index: 0, text: 'Mmm.', character: null },
    phones: [{ ipa: 'm', start: 0.5, end: 1.5, confidence: 0.9, word: 'Mmm' }],
    cues: [{ shape: 'closed', ipa: 'm', start: 0.6, end: 1.2 }],
    mouths: [
      {
        ...{ shot: 0, performer, track: 'a0', start: 12, end: 14 },
        ...{ seen: [0.2, null], wanted: [0.01, 0.02], strength: [1, 0] },
        passed: [{ reason: 'hidden', start: 13, end: 14 }],
      },
    ],
  },
  { index: 1, text: 'Äh.', character: null, phones: [], cues: [], mouths: [] },
];

/** The file of mouths that a plan tells of. */
export const mouthsFile = (performer: string): string =>
  mouthsOf(performer)
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

/** What a plan tells of two lines, of which the first performer says the first. */
export function toldLines([performer]: readonly string[]): Pick<OutcomeOf['planLines'], 'lines' | 'mouths'> {
  const [first] = mouthsOf(performer).map((line) => Buffer.byteLength(`${JSON.stringify(line)}\n`));
  const content = mouthsFile(performer);
  return {
    mouths: stored({ ...PLANNED_FILES.mouths, content }),
    lines: [
      {
        ...{ line: 0, span: { start: 0.5, end: 1.5 }, confidence: 0.9, fits: true },
        ...{ problem: null, lateBy: 0.1 },
        spoken: [
          {
            ...{ shot: 0, frames: { start: 12, end: 14 }, performer, doubt: null, rendered: 1 },
            passed: [{ reason: 'hidden', frames: 1 }],
          },
        ],
        ...{ rendered: 1, mismatch: 0.5, mismatchReason: 'lips-open', leftOut: null },
        bytes: { start: 0, end: first },
      },
      {
        ...{ line: 1, span: { start: 3, end: 4 }, confidence: 0, fits: false, spoken: [], rendered: 0 },
        ...{ problem: 'not-heard', lateBy: null },
        ...{ mismatch: null, mismatchReason: null, leftOut: 'not-heard' },
        bytes: { start: first, end: Buffer.byteLength(content) },
      },
    ],
  };
}
