interface Page<Item> {
  readonly data?: { readonly items: readonly Item[]; readonly next: string | null };
}

/** Everything of a list, page after page. */
export async function allOf<Item>(
  read: (query: { readonly after?: string; readonly limit: number }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  do {
    const page: Page<Item> = await read({ limit: 500, ...(after !== null && { after }) });
    items.push(...page.data!.items);
    after = page.data!.next;
  } while (after !== null);
  return items;
}
