import { describe, expect, it, vi } from 'vitest';
import { VerdictQueue, type PendingVerdict } from '../../../apps/dashboard/components/review/verdictQueue.ts';

const take = (index: number) => ({ id: `take-${index}`, version: 1, index, number: 1 });
const approved = { verdict: 'approved' } as const;

interface Sent {
  readonly queue: VerdictQueue;
  readonly sent: string[];
  readonly parted: string[];
  readonly failures: string[];
}

function open(send: (verdict: PendingVerdict) => Promise<void> = async () => undefined): Sent {
  const [sent, parted, failures]: string[][] = [[], [], []];
  const queue = new VerdictQueue({
    grace: 1000,
    send: (verdict) => {
      sent.push(verdict.take.id);
      return send(verdict);
    },
    failed: (error) => failures.push(String(error)),
    sendInParting: (verdict) => parted.push(verdict.take.id),
  });
  return { queue, sent, parted, failures };
}

describe('verdicts that wait a moment', () => {
  it('are sent when the moment is over, and pending until that has ended', async () => {
    vi.useFakeTimers();
    let arrived = (): void => undefined;
    const { queue, sent } = open(() => new Promise((resolve) => (arrived = resolve)));
    queue.add(take(0), approved);
    await vi.advanceTimersByTimeAsync(999);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['take-0']);
    expect(queue.pending.map(({ sending }) => sending)).toEqual([true]);
    arrived();
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.pending).toEqual([]);
    vi.useRealTimers();
  });

  it('can be taken back, the newest first, but not once they are on their way', async () => {
    vi.useFakeTimers();
    const { queue, sent } = open(() => new Promise(() => undefined));
    queue.add(take(0), approved);
    await vi.advanceTimersByTimeAsync(1000);
    queue.add(take(1), approved);
    queue.add(take(2), approved);
    expect(queue.undo()?.take.index).toBe(2);
    expect(queue.undo()?.take.index).toBe(1);
    expect(queue.undo()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual(['take-0']);
    vi.useRealTimers();
  });

  it('give way to another verdict on the same shot', async () => {
    const { queue, sent } = open();
    queue.add(take(0), approved);
    queue.add(take(0), { verdict: 'sent-back', reason: 'no', settings: {}, render: false });
    expect(queue.pending.map(({ decision }) => decision.verdict)).toEqual(['sent-back']);
    queue.flush();
    expect(sent).toEqual(['take-0']);
  });

  it('are told when they are refused, and not pending any more', async () => {
    const { queue, failures } = open(() => Promise.reject(new Error('refused')));
    queue.add(take(0), approved);
    const ended = new Promise<void>((resolve) => {
      queue.subscribe(() => queue.pending.length === 0 && resolve());
    });
    queue.flush();
    await ended;
    expect(failures).toEqual(['Error: refused']);
  });

  it('are sent on their own when the page is closed, once', () => {
    const { queue, sent, parted } = open();
    queue.add(take(0), approved);
    queue.part();
    queue.flush();
    expect([sent, parted]).toEqual([[], ['take-0']]);
  });
});
