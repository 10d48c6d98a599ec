/** How many shots of a dub stand where. */
export interface Standing {
  readonly planned: number;
  readonly rendering: number;
  readonly failed: number;
  readonly toReview: number;
  readonly approved: number;
  readonly sentBack: number;
}

/** Something that a whole delivery lacks, and how many shots lack it. */
export interface Lack {
  readonly what: 'toRender' | 'failed' | 'toReview' | 'sentBack';
  readonly count: number;
}

/** What is missing before every planned shot of a dub can be delivered, in the order in which one does something about it. */
export function lacksOf({ planned, rendering, failed, toReview, approved, sentBack }: Standing): Lack[] {
  const unrendered = planned - failed - toReview - approved - sentBack - rendering;
  const all: Lack[] = [
    { what: 'toRender', count: unrendered + rendering },
    { what: 'failed', count: failed },
    { what: 'sentBack', count: sentBack },
    { what: 'toReview', count: toReview },
  ];
  return all.filter(({ count }) => count > 0);
}

/** Country codes as somebody types them; the first that is none is named as `wrong`. */
export function readTerritories(text: string): { readonly codes: string[] | null; readonly wrong?: string } {
  const codes = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const wrong = codes.find((code) => !/^[A-Z]{2}$/.test(code));
  if (wrong !== undefined) return { codes: null, wrong };
  return { codes: codes.length > 0 ? [...new Set(codes)] : null };
}
