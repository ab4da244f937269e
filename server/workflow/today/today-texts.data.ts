/** What Today says of several findings of one rule, and where in the order they stand. One row a rule. */

/**
 * The order of Today: what is down, what is wrong, what a new school begins with, what is due, what waits for whom, what ends soon, what
 * is not known yet, and the habits that keep the records safe.
 */
export const todayGroups = ['down', 'wrong', 'first', 'due', 'waits', 'expires', 'unknown', 'habit'] as const;
export type TodayGroup = (typeof todayGroups)[number];

interface TodayText {
  readonly group: TodayGroup;
  /** Behind "4 assets": `name something that is not recorded`. */
  readonly many: string;
}

const wrong = (many: string): TodayText => ({ group: 'wrong', many });

export const todayTexts: Readonly<Record<string, TodayText>> = {
  'GEN-001': wrong('have no number or name yet'),
  'GEN-002': wrong('have a number that another has already'),
  'GEN-003': wrong('name something that is not recorded'),
  'GEN-004': wrong('name something of another sort than belongs there'),
  'GEN-005': wrong('have dates that cannot be'),
  'GEN-006': wrong('seem to hold a password, which belongs into the safe store'),
  'GEN-007': { group: 'due', many: 'seem to name a person' },
  'GEN-008': wrong('have taken a step that is not allowed, or left one out'),
  'GEN-009': { group: 'due', many: 'say that something was done in the future' },
  'GEN-010': { group: 'due', many: 'have a field that is not known' },
  'GEN-011': { group: 'due', many: 'still name something that is gone' },
  'GEN-012': wrong('cannot be read in full'),
  'GEN-013': wrong('are not records'),
  'GEN-014': wrong('have a value that does not fit its field'),
  'GEN-015': wrong('lack something that their present step needs'),
  'GEN-016': wrong('lead back to themselves'),
  'GEN-017': { group: 'due', many: 'silence a finding without need or reason' },
  'GEN-018': { group: 'due', many: 'could not be looked at in full' },
  'GEN-019': wrong('have the same field twice'),
  'GEN-020': { group: 'due', many: 'belong to no school' },
  'GEN-021': { group: 'due', many: 'have no term dates for today' },
  'GEN-022': wrong('hold two versions side by side after a merge'),
  'GEN-023': { group: 'unknown', many: 'have things not known yet' },
  'GEN-025': { group: 'habit', many: 'have no copy of this week' },
  'CFG-001': wrong('lack their type, place or supplier'),
  'CFG-002': wrong('have a serial number, name or address that another has, too'),
  'CFG-003': wrong('have an address that fits none of the recorded networks'),
  'CFG-005': { group: 'expires', many: 'get no more security updates, or will soon get none' },
  'CFG-009': { group: 'due', many: 'are used more often than bought' },
  'CFG-010': { group: 'expires', many: 'have ended or end soon' },
  'CFG-020': wrong('have another number of devices than they say'),
  'PRB-001': { group: 'waits', many: 'are closed without their cause' },
  'PRB-002': { group: 'waits', many: 'are closed without saying what mended them' },
  'PRB-003': { group: 'waits', many: 'have no way round written down' },
  'PRB-004': { group: 'waits', many: 'have no cause written down' },
  'PRB-006': { group: 'waits', many: 'have nobody in charge' },
  'SLM-001': wrong('do not say what they rest on'),
  'SLM-002': wrong('rest on themselves'),
};
