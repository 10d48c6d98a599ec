import { describe, expect, test } from 'vitest';
import { EMPTY_SCRIPT, parseScript, whatIsLost, writeScript, type ScriptDocument } from '@mondwerk/speech';
import { Dice, FORMATS, makeScript, RATES } from './chanceScripts.ts';

describe.each(FORMATS)('%s', (format) => {
  test('reads what it wrote as it was, in 300 scripts of all that it carries', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const document = makeScript(format, new Dice(seed));
      const reading = document.clock && format !== 'ttml' ? { rate: document.clock.rate } : {};
      const written = writeScript(document, format);
      const back = { ...parseScript(written, reading, 'x'), remarks: [] };
      expect(back, `seed ${seed}:\n${written}`).toEqual(document);
    }
  });

  test('says of nothing that it carries that it is lost', () => {
    const lost = new Set(
      Array.from({ length: 300 }, (_, seed) =>
        whatIsLost(makeScript(format, new Dice(seed + 1)), format),
      ).flat(),
    );
    expect([...lost]).toEqual([]);
  });
});

/** What a script says, whatever a format calls its characters, and without what a format has to make up. */
function whatItSays({ characters, lines, ...rest }: ScriptDocument, like: ScriptDocument): object {
  const names = new Map(characters.map(({ id, name }) => [id, name]));
  return {
    ...{ ...rest, kind: like.kind, remarks: [] },
    characters: characters.map((character) => ({ ...character, id: character.name })),
    lines: lines.map((line, at) => ({
      ...line,
      id: like.lines[at]?.id,
      track: like.lines[at]?.track === 0 ? 0 : line.track,
      character: line.character && names.get(line.character),
    })),
  };
}

test.each(FORMATS)('a script as %s turned into another format loses nothing without a word', (format) => {
  let carried = 0;
  for (const other of FORMATS) {
    for (let seed = 1; seed <= 100; seed++) {
      const document = makeScript(format, new Dice(seed));
      if (whatIsLost(document, other).length > 0) continue;
      carried++;
      const reading = document.clock ? { rate: document.clock.rate } : {};
      const back = parseScript(writeScript(document, other), reading, 'x');
      expect(whatItSays(back, document), `${other}, seed ${seed}`).toEqual(whatItSays(document, document));
    }
  }
  expect(carried).toBeGreaterThanOrEqual(100);
});

describe('frames stay exactly themselves', () => {
  test.each(RATES)('%o', (frames) => {
    for (const format of ['ttml', 'dapt', 'csv', 'detx'] as const) {
      for (let frame = 0; frame < 200_000; frame += 997) {
        const span = {
          start: (frame * frames.den) / frames.num,
          end: ((frame + 12) * frames.den) / frames.num,
        };
        const clock = { rate: frames, start: { frame: 0, drop: false } };
        const document = { ...EMPTY_SCRIPT, clock, lines: [{ span, text: ['tea'] }] };
        const back = parseScript(writeScript(document, format), { rate: frames, start: '0' }, 'x');
        expect(back.lines[0].span).toEqual(span);
      }
    }
  });
});
