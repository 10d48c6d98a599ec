import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts the jobs of runs and sums up what they cost from an index alone, however many shots there are. */
export class RunTallies1795392000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX jobs_run_state_worker_seconds_idx ON jobs (run, "state", worker_seconds)',
    );
    await runner.query('DROP INDEX jobs_run_state_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX jobs_run_state_idx ON jobs (run, "state")');
    await runner.query('DROP INDEX jobs_run_state_worker_seconds_idx');
  }
}
