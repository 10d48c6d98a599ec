import { inject } from 'vitest';

/** Waits until the dashboard is built. */
export async function dashboardBuilt(): Promise<void> {
  const answer = await fetch(inject('dashboardDoor'));
  if (!answer.ok) throw new Error(await answer.text());
}
