import { SILENCE, type MouthCue, type Phone } from '@mondwerk/film';
import {
  apertureOf,
  cueMouths,
  editCues,
  emphasise,
  enforceCues,
  loadPrior,
  predictMotion,
  shapeAt,
  staleEdits,
  widthOf,
  type CueEdit,
  type LineEdit,
  type MouthMotion,
} from '@mondwerk/lipsync';
import { describe, expect, it } from 'vitest';
import { drawnMouth } from './drawnMouth.ts';
import { middles, phonesFrom } from './phonesFrom.ts';

const rest = drawnMouth();
const prior = loadPrior();

/** `mapu`, in a silence of a second on either side. */
const phones: Phone[] = phonesFrom([
  [SILENCE, 1],
  ['m', 0.1],
  ['a', 0.2],
  ['p', 0.1],
  ['u', 0.2],
  [SILENCE, 1],
]).map((phone) => ({ ...phone, line: phone.ipa === SILENCE ? -1 : 0 }));

const edit = (changes: Partial<LineEdit>): LineEdit[] => [
  { line: 0, offset: 0, strength: 1, cues: [], ...changes },
];
const cueEdit = (phone: number, ipa: string, changes: Omit<CueEdit, 'cue'>): LineEdit[] =>
  edit({ cues: [{ cue: { phone, ipa }, ...changes }] });

const startsOf = (those: readonly Phone[]): number[] =>
  those.map(({ span }) => Number(span.start.toFixed(3)));
const shapesOf = (cues: readonly MouthCue[]): string[] =>
  cues.filter(({ shape }) => shape !== 'rest').map(({ ipa, shape }) => `${ipa} ${shape}`);

const times = middles(65, 25);
function motionWith(edits: readonly LineEdit[]): MouthMotion {
  const { phones: made, cues, gains } = editCues(phones, edits);
  const motion = emphasise(predictMotion(prior, made, times), gains, times);
  return enforceCues(motion, cues, times, 0.04, rest);
}
const apertureAt = (motion: MouthMotion, seconds: number): number =>
  apertureOf(shapeAt(motion, Math.floor(seconds * 25), rest));

describe('a line nobody has edited', () => {
  it('is as the voice says', () => {
    expect(editCues(phones, [])).toEqual({ phones, cues: cueMouths(phones), gains: [] });
    const { phones: same, cues } = editCues(phones, edit({}));
    expect(same).toEqual(phones);
    expect(cues).toEqual(cueMouths(phones));
  });
});

describe('an offset', () => {
  it.each([0.3, -0.3])('of %s seconds moves the whole line, and silence makes room', (offset) => {
    const { phones: moved, cues } = editCues(phones, edit({ offset }));
    const at = (seconds: number): number => Number((seconds + offset).toFixed(3));
    expect(startsOf(moved)).toEqual([0, at(1), at(1.1), at(1.3), at(1.4), at(1.6)]);
    expect(moved[5].span.end).toBeCloseTo(2.6);
    expect(cues.find(({ ipa }) => ipa === 'm')!.span.start).toBeCloseTo(0.94 + offset);
  });

  it('lets lines that would run into each other share the loss, and keeps the order of their sounds', () => {
    const two = [...phones.slice(0, 5), { ...phones[5], span: { start: 1.6, end: 1.7 } }].concat(
      phonesFrom([
        ['t', 0.1],
        ['o', 0.2],
        [SILENCE, 1],
      ]).map(({ span, ...phone }) => ({
        ...phone,
        line: phone.ipa === SILENCE ? -1 : 1,
        span: { start: span.start + 1.7, end: span.end + 1.7 },
      })),
    );
    const starts = startsOf(editCues(two, edit({ offset: 0.4 })).phones);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts[1]).toBeCloseTo(1.4);
    expect(starts[6]).toBeGreaterThan(1.7);
    expect(starts[8]).toBeCloseTo(2.01, 1);
  });
});

describe('a sound', () => {
  it('that is nudged moves with its shape and pushes its neighbours', () => {
    const { phones: moved, cues } = editCues(phones, cueEdit(2, 'p', { shift: 0.1 }));
    expect(startsOf(moved)).toEqual([0, 1, 1.1, 1.4, 1.5, 1.6]);
    expect(cues.find(({ ipa }) => ipa === 'p')!.span.start).toBeCloseTo(1.415, 3);
    const pushed = editCues(phones, cueEdit(2, 'p', { shift: -0.2 })).phones;
    expect(startsOf(pushed).slice(2)).toEqual([1.09, 1.1, 1.2, 1.6]);
  });

  it('that is muted makes no shape, and its time goes to its neighbours', () => {
    const edits = cueEdit(2, 'p', { muted: true });
    const { phones: made, cues } = editCues(phones, edits);
    expect(made.map(({ ipa }) => ipa)).toEqual([SILENCE, 'm', 'a', 'u', SILENCE]);
    expect(startsOf(made)[3]).toBe(1.35);
    expect(shapesOf(cues)).toEqual(['m closed', 'u rounded']);
    expect(apertureAt(motionWith(edits), 1.34)).toBeGreaterThan(apertureAt(motionWith([]), 1.34) + 0.01);
  });

  it('gets another shape under its own name', () => {
    const edits = cueEdit(1, 'a', { shape: 'closed' });
    expect(shapesOf(editCues(phones, edits).cues)).toEqual(['m closed', 'a closed', 'p closed', 'u rounded']);
    expect(apertureAt(motionWith(edits), 1.2)).toBeLessThan(0.01);
    const [round] = editCues(phones, cueEdit(1, 'a', { shape: 'rounded' })).cues.filter(
      ({ ipa }) => ipa === 'a',
    );
    expect(round).toMatchObject({ shape: 'rounded', amount: 1 });
    expect(
      editCues(phones, cueEdit(1, 'a', { shape: 'rest' })).cues.find(({ ipa }) => ipa === 'a'),
    ).toMatchObject({ shape: 'rest', span: phones[2].span });
  });

  it('is rounder or less round as is asked', () => {
    const width = (strength: number): number =>
      widthOf(shapeAt(motionWith(cueEdit(3, 'u', { strength })), 37, rest));
    expect(editCues(phones, cueEdit(3, 'u', { strength: 0 })).cues.map(({ ipa }) => ipa)).not.toContain('u');
    expect(width(0)).toBeGreaterThan(width(1));
  });
});

describe('strength', () => {
  it('opens a mouth further or less far, and closed lips stay closed', () => {
    const [soft, usual, strong] = [0.5, 1, 1.5].map((strength) => motionWith(edit({ strength })));
    expect(apertureAt(soft, 1.2)).toBeLessThan(apertureAt(usual, 1.2));
    expect(apertureAt(strong, 1.2)).toBeGreaterThan(apertureAt(usual, 1.2));
    for (const motion of [soft, usual, strong]) expect(apertureAt(motion, 1.34)).toBeLessThanOrEqual(0.01);
    expect(apertureAt(motionWith(cueEdit(2, 'p', { strength: 0 })), 1.34)).toBeLessThanOrEqual(0.01);
  });

  it('comes and goes without a jump, and leaves what it was given as it was', () => {
    const given = predictMotion(prior, phones, times);
    const before = Float32Array.from(given.displacement);
    const flat = { frames: times.length, displacement: new Float32Array(times.length).fill(1) };
    const gains = [{ span: { start: 1, end: 1.6 }, gain: 1.5 }];
    const { displacement } = emphasise(flat, gains, times);
    const steps = displacement.slice(1).map((value, at) => Math.abs(value - displacement[at]));
    expect(Math.max(...displacement)).toBeCloseTo(1.5);
    expect(displacement[0]).toBe(1);
    expect(Math.max(...steps)).toBeLessThan(0.35);
    emphasise(given, gains, times);
    expect(given.displacement).toEqual(before);
  });
});

describe('an edit', () => {
  it('whose sound is not there any more does nothing, and is told', () => {
    const edits = [
      ...cueEdit(2, 'b', { muted: true }),
      { line: 4, offset: 0, strength: 1, cues: [{ cue: { phone: 0, ipa: 'm' }, muted: true }] },
    ];
    expect(editCues(phones, edits).cues).toEqual(cueMouths(phones));
    expect(staleEdits(phones, edits)).toEqual([
      { line: 0, phone: 2, ipa: 'b' },
      { line: 4, phone: 0, ipa: 'm' },
    ]);
    expect(staleEdits(phones, cueEdit(2, 'p', { muted: true }))).toEqual([]);
  });

  it('counts the sounds of its own line only', () => {
    const second = phones.map((phone) => ({ ...phone, line: phone.line < 0 ? -1 : 7 }));
    expect(editCues(second, cueEdit(2, 'p', { muted: true })).phones).toEqual(second);
    expect(
      staleEdits([...phones, ...second], [{ ...edit({})[0], line: 7, cues: cueEdit(2, 'p', {})[0].cues }]),
    ).toEqual([]);
  });
});
