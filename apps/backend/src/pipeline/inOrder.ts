/**
 * Runs `work` on up to `width` items at once and yields the results in the order of the items, so that no more than
 * `width` of them are ever held. A failure ends the reading too.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const result = work(item);
      // Whoever awaits it later hears of a failure; until then it must not count as unhandled.
      result.catch(() => {});
      running.push(result);
      if (running.length >= width) yield await running.shift()!;
    }
    while (running.length > 0) yield await running.shift()!;
  } finally {
    await Promise.allSettled(running);
  }
}
