import { Session, type Profiler } from 'node:inspector/promises';

/** Milliseconds that a piece of work spent in each step. */
export type StepTimes = ReadonlyMap<string, number>;

/**
 * Samples a piece of work while it runs. A step is the function that the functions of `file` called, with all that it
 * called in turn; what they did themselves is their own step. The times add up to the processor's, whoever else was busy.
 */
export async function stepProfile(file: string, work: () => void): Promise<StepTimes> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const times = timesOf(profile, file);
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return new Map([...times].map(([step, time]) => [step, (time / all) * ((user + system) / 1000)]));
}

function timesOf(profile: Profiler.Profile, file: string): StepTimes {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])),
  );
  const stepOf = (id: number): string => {
    let below: string | undefined;
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { url, functionName } = nodes.get(at)!.callFrame;
      if (url.endsWith(file)) return below ?? (functionName || '(own loops)');
      if (functionName !== '(root)' && !functionName.startsWith('js-to-wasm'))
        below = functionName || '(nameless)';
    }
    return below?.startsWith('(') ? below : '(outside)';
  };
  const times = new Map<string, number>();
  const { samples = [], timeDeltas = [] } = profile;
  samples.forEach((id, i) => {
    const step = stepOf(id);
    times.set(step, (times.get(step) ?? 0) + (timeDeltas[i + 1] ?? 0) / 1000);
  });
  return times;
}
