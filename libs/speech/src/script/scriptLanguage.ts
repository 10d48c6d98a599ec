/** Whether two BCP 47 tags name the same language, whatever they add to it. */
export const saysLanguage = (a: string, b: string): boolean => primary(a) === primary(b);

const primary = (tag: string): string => tag.toLowerCase().split('-')[0];

/** The tag that fits a wanted one best: itself, the one that it begins with or that begins with it, its language. */
export function chooseLanguage(wanted: string, there: readonly string[]): string | undefined {
  const want = wanted.toLowerCase();
  const ways: readonly ((tag: string) => boolean)[] = [
    (tag) => tag === want,
    (tag) => want.startsWith(`${tag}-`) || tag.startsWith(`${want}-`),
    (tag) => saysLanguage(tag, want),
  ];
  return ways.flatMap((fits) => there.find((tag) => fits(tag.toLowerCase())) ?? [])[0];
}
