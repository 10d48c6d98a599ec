/** One page of a list. */
interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** The most items that one page may have. */
export const MOST = 500;

/** Reads all pages of a list that is known to be of a person's size: performers, dubs, people. */
export async function allPages<Item>(read: (after?: string) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let next: string | null | undefined;
  do {
    const page: Page<Item> = await read(next ?? undefined);
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}
