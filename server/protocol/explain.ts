/** client → server, request: what a rule asks for and why. */
export const explainRule = 'fits/rule';
export interface ExplainParams {
  /** `CFG-004` */
  readonly code: string;
}
export interface ExplainAnswer {
  /** A page in Markdown; absent where there is no such rule. */
  readonly page?: string;
}

/** client → server, request: every rule, for a list to choose from. */
export const listRules = 'fits/rules';
export interface RuleRow {
  readonly code: string;
  readonly title: string;
}
