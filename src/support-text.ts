import type { EstateChanged } from '../server/protocol/base.ts';

export interface SupportFacts {
  readonly extension: string;
  readonly server: string;
  readonly editor: string;
  readonly editorVersion: string;
  readonly platform: string;
  readonly remote: string;
  readonly trusted: boolean;
  readonly state: string;
  readonly folders: number;
  readonly estate: EstateChanged | undefined;
  /** Names of the settings that differ from their defaults. Never their values: they hold addresses. */
  readonly changedSettings: readonly string[];
}

/** For whoever helps: versions and counts. No record text, no names, no addresses, no credentials. English, so that they can read it. */
export function supportText(facts: SupportFacts): string {
  const { estate } = facts;
  const counts =
    estate === undefined
      ? 'not known'
      : `${estate.schools} schools, ${estate.records} records, ${estate.errors} errors, ${estate.warnings} warnings, ${estate.information} information, ${estate.openProblems} open problems`;
  return [
    `FITS Maintenance ${facts.extension}`,
    `Language server: ${facts.state}${facts.server === '' ? '' : `, version ${facts.server}`}`,
    `Editor: ${facts.editor} ${facts.editorVersion} on ${facts.platform}${facts.remote === '' ? '' : `, remote ${facts.remote}`}`,
    `Folders: ${facts.folders}, ${facts.trusted ? 'trusted' : 'not trusted'}`,
    `Records: ${counts}`,
    `Pretended date: ${estate?.pretendedToday ?? 'none'}`,
    `Changed settings: ${facts.changedSettings.length === 0 ? 'none' : facts.changedSettings.join(', ')}`,
    '',
  ].join('\n');
}
