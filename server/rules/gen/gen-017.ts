import type { IgnoreComment } from '../../yaml/node.ts';
import type { Remark, Rule } from '../rule.ts';

/** Reported by the engine (check.ts), which alone knows what a comment has silenced. */
export const gen017: Rule = {
  code: 'GEN-017',
  title: 'A finding is only ignored with a reason, and while it is there',
  why: 'In a year nobody knows why it was silenced – and a comment that silences nothing any more would silence the next fault.',
  bad: '# fits-ignore CFG-005: new ones are ordered\nkind: location\nid: hall\ntitle: Hall\n',
  good: 'kind: location\nid: hall\ntitle: Hall\n',
  cases: { idle: 'warning', reason: 'warning' },
  check: () => [],
};

/** What there is to say about an ignore comment, given which of its codes have silenced something. */
export function* ignoreRemarks(comment: IgnoreComment, used: ReadonlySet<string>): Generator<Remark> {
  const { start, end } = comment;
  if (!comment.reason) {
    yield {
      start,
      end,
      case: 'reason',
      message: 'This comment silences a finding without saying why. Add the reason after a colon.',
    };
  }
  const idle = comment.codes.filter(code => !used.has(code));
  if (idle.length === 0) return;
  yield {
    start,
    end,
    case: 'idle',
    message: `There is nothing left here that ${idle.join(', ')} would say. Take the comment out, so that it does not silence the next one.`,
  };
}
