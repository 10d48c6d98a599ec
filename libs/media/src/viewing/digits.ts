/** The signs of a timecode, five dots wide and seven high, so that no font is needed anywhere. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  '0': ['.###.', '#...#', '#..##', '#.#.#', '##..#', '#...#', '.###.'],
  '1': ['..#..', '.##..', '..#..', '..#..', '..#..', '..#..', '.###.'],
  '2': ['.###.', '#...#', '....#', '...#.', '..#..', '.#...', '#####'],
  '3': ['#####', '...#.', '..#..', '...#.', '....#', '#...#', '.###.'],
  '4': ['...#.', '..##.', '.#.#.', '#..#.', '#####', '...#.', '...#.'],
  '5': ['#####', '#....', '####.', '....#', '....#', '#...#', '.###.'],
  '6': ['..##.', '.#...', '#....', '####.', '#...#', '#...#', '.###.'],
  '7': ['#####', '....#', '...#.', '..#..', '.#...', '.#...', '.#...'],
  '8': ['.###.', '#...#', '#...#', '.###.', '#...#', '#...#', '.###.'],
  '9': ['.###.', '#...#', '#...#', '.####', '....#', '...#.', '.##..'],
  ':': ['.....', '..#..', '..#..', '.....', '..#..', '..#..', '.....'],
  ';': ['.....', '..#..', '..#..', '.....', '..#..', '..#..', '.#...'],
};

const CELL = { width: 6, height: 9 } as const;
const [BLACK, WHITE] = [16, 235];

/** How many samples a text takes with dots of `dot` × `dot`, a frame of one dot round it, both sides even. */
export function sizeOfText(length: number, dot: number): { width: number; height: number } {
  const even = (side: number): number => side + (side % 2);
  return { width: even((length * CELL.width + 1) * dot), height: even(CELL.height * dot) };
}

/** Draws a timecode in white on black into a luma plane of `sizeOfText`. */
export function drawText(text: string, dot: number, luma: Uint8Array): void {
  luma.fill(BLACK);
  const { width } = sizeOfText(text.length, dot);
  [...text].forEach((sign, place) => {
    shapes[sign].forEach((row, y) => {
      [...row].forEach((mark, x) => {
        if (mark === '#') fillDot(luma, width, (place * CELL.width + x + 1) * dot, (y + 1) * dot, dot);
      });
    });
  });
}

function fillDot(luma: Uint8Array, width: number, left: number, top: number, dot: number): void {
  for (let y = top; y < top + dot; y++) luma.fill(WHITE, y * width + left, y * width + left + dot);
}
