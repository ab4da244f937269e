import type { Credential } from '../server/model/outcome.ts';

/** A stored value, if it has the form of one. What an older version left behind counts as missing, and is asked for again. */
export function readCredential(text: string): Credential | undefined {
  const value = parsed(text);
  if (value.v === '1' || value.v === '2c')
    return typeof value.community === 'string' ? { v: value.v, community: value.community } : undefined;
  return value.v === '3' && typeof value.user === 'string' && isLevel(value.level) ? (value as Credential) : undefined;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function isLevel(level: unknown): boolean {
  return level === 'noAuthNoPriv' || level === 'authNoPriv' || level === 'authPriv';
}
