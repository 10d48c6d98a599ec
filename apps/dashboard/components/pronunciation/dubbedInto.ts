/** The languages in which a title is heard: its dubs', the original's, and those of its entries; each once. */
export const heardLanguages = (
  original: string | null | undefined,
  dubs: readonly { readonly language: string }[],
  entries: readonly { readonly language: string | null }[],
): string[] => [
  ...new Set([
    ...dubs.map(({ language }) => language),
    ...(original ? [original] : []),
    ...entries.flatMap(({ language }) => language ?? []),
  ]),
];
