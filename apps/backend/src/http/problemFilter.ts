import { HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { EntityNotFoundError } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import type { AdmittedRequest } from './controller.ts';
import { InvalidRequest } from './invalidRequest.ts';
import { problemOf } from './problems.ts';
import { TooManyRequests } from './tooManyRequests.ts';

/** Answers whatever was thrown as a problem (RFC 9457): refusals in their own words, bugs without their insides. */
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<AdmittedRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = asRefusal(error);
    if (refusal === null) this.#log.error({ err: error, request: request.id }, 'a bug');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const code = refusal?.code ?? 'internal';
    const { status, title } = refusal
      ? problemOf(code)
      : { status: 500, title: 'Something went wrong in Mondwerk itself' };
    if (refusal instanceof TooManyRequests) response.setHeader('Retry-After', refusal.seconds);
    response
      .status(status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `/problems/${code}`,
          title,
          status,
          detail:
            refusal?.message ?? `Nothing was changed. The logs have the details under request ${request.id}.`,
          instance: request.id,
          ...(refusal instanceof InvalidRequest ? { errors: refusal.errors } : {}),
        }),
      );
  }
}

/** Nest and express throw their own for unknown paths and unreadable bodies. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  // It was there when the request was checked.
  if (error instanceof EntityNotFoundError) return new Refusal('not-found', 'It was deleted meanwhile.');
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : error instanceof Error && 'status' in error
        ? Number(error.status)
        : 500;
  if (status === 404)
    return new Refusal('not-found', 'There is nothing at this address: /openapi.json tells what there is.');
  if (status === 413)
    return new Refusal('body-too-large', 'The request is too large: send files as uploads.');
  if (status >= 400 && status < 500)
    return new Refusal('request-invalid', 'The body is not the JSON that it says it is.');
  return null;
}
