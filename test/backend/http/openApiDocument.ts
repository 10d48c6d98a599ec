import { Validator } from '@seriousme/openapi-schema-validator';

type Specification = Parameters<Validator['validate']>[0];

/** What is wrong with an OpenAPI document, by the schema that the OpenAPI Initiative publishes. */
export async function validate(document: object): Promise<unknown[]> {
  const { valid, errors } = await new Validator().validate(document as Specification);
  return valid ? [] : [errors].flat();
}
