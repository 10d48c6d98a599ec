/** One server-sent event. */
export interface Told {
  readonly id: string | null;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Somebody who reads a stream of events. */
export interface EventReader {
  readonly told: readonly Told[];
  /** Resolves with the first event that was or will be told for which this is so. */
  until(wanted: (told: Told) => boolean): Promise<Told>;
  /** Resolves when the stream has ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Opens a stream of events; it is listening when this resolves. */
export async function readEvents(
  url: string,
  token: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventReader> {
  const controller = new AbortController();
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: controller.signal,
  });
  if (!answer.ok || answer.body === null) throw new Error(`${answer.status}: ${await answer.text()}`);
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  const ended = (async () => {
    let text = '';
    try {
      for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
        const blocks = (text + part).split('\n\n');
        text = blocks.pop()!;
        told.push(...blocks.flatMap(readBlock));
        for (const look of waiting) look();
      }
    } catch {
      // It was stopped, or the server went away.
    }
  })();
  const until = (wanted: (told: Told) => boolean): Promise<Told> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = told.find(wanted);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error('the stream ended')));
    });
  const stop = async (): Promise<void> => {
    controller.abort();
    await ended;
  };
  return { told, until, ended, stop };
}

function readBlock(block: string): Told[] {
  const fields = new Map(block.split('\n').map((line) => [line.split(': ')[0], line.replace(/^\w*: /, '')]));
  const [event, data] = [fields.get('event'), fields.get('data')];
  if (event === undefined || data === undefined) return [];
  return [{ id: fields.get('id') ?? null, event, data: JSON.parse(data) as Told['data'] }];
}
