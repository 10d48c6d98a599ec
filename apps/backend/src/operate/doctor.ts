export async function doctor(_e: NodeJS.ProcessEnv, _json: boolean): Promise<number> {
  return 0;
}
