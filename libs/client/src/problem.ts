import { Refusal } from '@mondwerk/film';

/** What the server refused, in its own words (RFC 9457). */
export class ApiProblem extends Refusal {
  readonly status: number;
  /** Names the request in the server's logs. */
  readonly request: string | null;

  constructor(code: string, sentence: string, { status, request }: Pick<ApiProblem, 'status' | 'request'>) {
    super(code, sentence);
    this.status = status;
    this.request = request;
  }
}

interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly instance?: string;
}

/** Reads what an answer that is not a success says; also that of a proxy, which does not speak as we do. */
export async function readProblem(answer: Response): Promise<ApiProblem> {
  const problem = (await answer.json().catch(() => ({}))) as Problem;
  const { type, title, detail, instance } = problem;
  const { status, statusText } = answer;
  const code = type?.replace(/^.*\//, '') ?? 'http';
  const sentence = detail ?? title ?? `The server answered ${status} ${statusText}`.trim();
  return new ApiProblem(code, sentence, { status, request: instance ?? null });
}
