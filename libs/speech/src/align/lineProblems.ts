/** Why a line does not fit its sound. */
export type LineProblem = 'not-heard' | 'other-words' | 'words-unknown' | 'too-fast';

/** The same as sentences for people, with the way out. */
export const lineProblems: Readonly<Record<LineProblem, string>> = {
  'not-heard': 'Nobody says this line in the voice: record it, or take it out of the script.',
  'other-words': 'The voice says other words than this line: put its text right, or its times.',
  'words-unknown': 'The words of this line are not known: its mouth follows the sounds that were heard.',
  'too-fast': 'Nobody can say this line in the time that it was found in: check its text and its times.',
};
