import { formatTimecode, frameAt } from '@mondwerk/film';
import type { FilmFacts } from './filmFacts.ts';

/**
 * Writes a settings file to begin with: everything as usual, each performer, shot and line of the film in a comment of its
 * own, ready to be uncommented.
 */
export function settingsTemplate({ name, film, shots, performers, lines, spoken }: FilmFacts): string {
  const timecode = (frame: number): string => formatTimecode(frame, film.rate);
  const says = (id: string): string => {
    const own = spoken.filter(({ performer }) => performer === id).map(({ line }) => line);
    const characters = new Set(
      lines.filter(({ index }) => own.includes(index)).flatMap(({ character }) => character ?? []),
    );
    return [...characters].join(', ');
  };
  return [
    `// What is wanted of the mouths of ${name}. Give it as: mondwerk dub --settings FILE. docs/picture-settings.md tells`,
    '// what each setting does. What is left out is as usual; lines go before shots, shots before performers, those before all.',
    '{',
    '  "version": 1,',
    '  "all": {',
    '    // "strength": 1, "region": 1, "feather": 1, "colour": 1, "grain": 1, "sharpness": 1,',
    '    // "smoothing": 1, "sources": "usual", "leave": false',
    '  },',
    '  "performers": {',
    ...performers.map(({ id }) => `    // ${text(id)}: { "strength": 1 },${comment(says(id))}`),
    '  },',
    '  "shots": [',
    '    // { "from": "00:00:01:00", "to": "00:00:02:00", "grain": 1 },',
    ...shots.map(
      ({ index, frames }) =>
        `    // { "shot": ${index}, "feather": 1 },${comment(`${timecode(frames.start)} to ${timecode(frames.end)}`)}`,
    ),
    '  ],',
    '  "lines": [',
    ...lines.map(
      (line) =>
        `    // { "line": ${line.index}, "text": ${text(line.text)}, "offset": 0, "strength": 1 },${comment(
          [line.character ?? '', line.span ? timecode(frameAt(film.clock, line.span.start)) : '']
            .filter((part) => part !== '')
            .join(', '),
        )}`,
    ),
    '  ],',
    '  "masks": [',
    '    // { "shot": 0, "shows": "frame", "unit": "picture", "feather": 0.005, "shapes": [',
    '    //   { "frame": 0, "corners": [[0.4, 0.5], [0.6, 0.5], [0.6, 0.7], [0.4, 0.7]] },',
    '    //   { "at": "00:00:01:00", "corners": [[0.5, 0.5], [0.7, 0.5], [0.7, 0.7], [0.5, 0.7]] }',
    '    // ] },',
    '  ]',
    '}',
    '',
  ].join('\n');
}

/** In quotes on one line, so that a name cannot end the comment it is in. */
const text = (value: string): string => JSON.stringify(value).replace(/[\u2028\u2029]/g, ' ');

const comment = (said: string): string =>
  said === '' ? '' : ` // ${said.replace(/[\r\n\u2028\u2029]+/g, ' ')}`;
