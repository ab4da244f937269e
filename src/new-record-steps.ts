import * as vscode from 'vscode';
import type {
  AskOfRecordAnswer,
  NewRecordAnswers,
  NewRecordQuestion,
  OfferedGroup,
} from '../server/protocol/new-record.ts';
import type { SchoolRow } from '../server/protocol/base.ts';
import { assetTypes } from '../server/records/vocabulary.data.ts';
import { askChoice, askText, type Asking, type Choice, type Heading, type Step } from './steps.ts';

/** What is known of the new record so far. */
export interface Draft {
  /** Its id; empty where there is none yet. */
  readonly school?: string | undefined;
  readonly kind?: string | undefined;
  /** Empty for kinds that have none. */
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly plan?: AskOfRecordAnswer | undefined;
  readonly shared?: boolean | undefined;
  readonly answers: NewRecordAnswers;
  /** Questions that were left for later. */
  readonly later: readonly string[];
}

export async function askSchool(draft: Draft, schools: readonly SchoolRow[], step: number): Promise<Step<Draft>> {
  const choices = schools.map(({ id, title }): Choice<string> => ({
    label: title === '' ? id : title,
    description: id,
    value: id,
  }));
  const placeholder = vscode.l10n.t('In which school is it?');
  return put(await askChoice({ title: titleOf(), step, placeholder }, choices), school => ({ ...draft, school }));
}

/** The kinds by what a person does, each with its sentence; the sorts of equipment by their own names. */
export async function askKind(draft: Draft, groups: readonly OfferedGroup[], step: number): Promise<Step<Draft>> {
  const choices = groups.flatMap(({ title, kinds }): (Choice<Pick<Draft, 'kind' | 'type'>> | Heading)[] => [
    { label: title, kind: vscode.QuickPickItemKind.Separator },
    ...kinds.map(({ kind, type, label, words, about }) => ({
      label,
      description: words,
      detail: about,
      value: { kind, ...(type === '' ? {} : { type }) },
    })),
  ]);
  const placeholder = vscode.l10n.t('What do you want to record? Type a word: laptop, backup, fault.');
  const asking: Asking = { title: titleOf(), step, placeholder, findsDetail: true };
  return put(await askChoice(asking, choices), what => ({ ...draft, ...what }));
}

export async function askType(draft: Draft, step: number): Promise<Step<Draft>> {
  const choices = Object.entries(assetTypes).map(([type, sentence]): Choice<string> => {
    const [label = sentence, description = ''] = sentence.split(/: (.*)/);
    return { label, description, value: type };
  });
  const placeholder = vscode.l10n.t('What sort of thing is it?');
  return put(await askChoice({ title: titleOf(), step, placeholder }, choices), type => ({ ...draft, type }));
}

/** The plan says from here on how many questions there are. */
export async function askTitle(draft: Draft, plan: AskOfRecordAnswer, step: number): Promise<Step<Draft>> {
  const asking = {
    ...counted(draft, plan, step),
    placeholder: vscode.l10n.t('What do people call it? Such as: {0}.', plan.example),
    secret: false,
    check: (text: string) =>
      text.trim() === '' ? vscode.l10n.t('It needs a name, so that people find it.') : undefined,
  };
  return put(await askText(asking), title => ({ ...draft, plan, title: title.trim() }));
}

export async function askShared(draft: Draft, plan: AskOfRecordAnswer, step: number): Promise<Step<Draft>> {
  const { t } = vscode.l10n;
  const placeholder = t('Whom is it for?');
  const choices: Choice<boolean>[] = [
    { label: t('For this school'), value: false },
    {
      label: t('For all schools'),
      detail: t('It goes into the folder “shared”, where every school sees it.'),
      value: true,
    },
  ];
  return put(await askChoice({ ...counted(draft, plan, step), placeholder }, choices), shared => ({
    ...draft,
    shared,
  }));
}

/** What is wrong with a typed answer, as the server says. */
export type CheckAnswer = (key: string, text: string) => Promise<string | undefined>;

export async function askQuestion(
  draft: Draft,
  question: NewRecordQuestion,
  step: number,
  check: CheckAnswer,
): Promise<Step<Draft>> {
  const { key, ask } = question;
  const asking = { ...counted(draft, draft.plan, step), placeholder: sentenceOf(question), findsDetail: true } as const;
  const given = ask === 'text' ? await askWords(question, asking, check) : await askPick(question, asking);
  return put(given, answer =>
    answer === 'later'
      ? { ...draft, later: [...draft.later, key] }
      : { ...draft, answers: { ...draft.answers, [key]: answer } },
  );
}

type Answer = readonly string[] | 'unknown' | 'later';

/** One is picked, by its title; where several may be named, the form takes the others. */
function askPick({ ask, choices, otherwise }: NewRecordQuestion, asking: Asking): Promise<Step<Answer>> {
  const given = choices.map(({ text, label, about }): Choice<Answer> => ({
    label,
    description: about,
    value: [text],
  }));
  const prompt = vscode.l10n.t('One is enough here: the form takes more.');
  return askChoice({ ...asking, ...(ask === 'several' ? { prompt } : {}) }, [
    ...otherwise.map(otherwiseChoice),
    ...given,
  ]);
}

/** Enter alone is the first answer that is none. */
async function askWords(question: NewRecordQuestion, asking: Asking, check: CheckAnswer): Promise<Step<Answer>> {
  const [alone = 'later'] = question.otherwise;
  const { t } = vscode.l10n;
  const typed = await askText({
    ...asking,
    placeholder: `${asking.placeholder} ${alone === 'later' ? t('Leave it empty for later.') : t('Leave it empty if it is not known yet.')}`,
    ...(question.proposed === undefined ? {} : { value: question.proposed }),
    ...(question.example === undefined ? {} : { hint: t('Such as: {0}', question.example) }),
    secret: false,
    check: text => (text.trim() === '' ? undefined : check(question.key, text.trim())),
  });
  return put(typed, (text): Answer => (text.trim() === '' ? alone : [text.trim()]));
}

function otherwiseChoice(answer: 'unknown' | 'later'): Choice<Answer> {
  const { t } = vscode.l10n;
  return answer === 'unknown'
    ? {
        label: `$(question) ${t('Not known yet')}`,
        description: t('It goes on the list of things to find out.'),
        value: answer,
      }
    : { label: `$(clock) ${t('Later')}`, description: t('The form asks again.'), value: answer };
}

function sentenceOf({ label, about }: NewRecordQuestion): string {
  return `${label}: ${about.charAt(0).toLowerCase()}${about.slice(1)}`;
}

function titleOf(label?: string): string {
  return label === undefined ? vscode.l10n.t('New Record') : vscode.l10n.t('New Record: {0}', label);
}

/** The step, and how many there are in all: the questions of the plan follow the title. */
function counted(draft: Draft, plan: AskOfRecordAnswer | undefined, step: number): Omit<Asking, 'placeholder'> {
  const answered = Object.keys(draft.answers).length + draft.later.length + (draft.title === undefined ? 0 : 1);
  const before = step - answered - (draft.shared === undefined ? 0 : 1);
  const after = plan === undefined ? 0 : plan.questions.length + (plan.mayBeShared ? 1 : 0);
  return { title: titleOf(plan?.label), step, of: Math.max(step, before + after) };
}

function put<T, V>(step: Step<T>, next: (value: T) => V): Step<V> {
  return step.is === 'value' ? { is: 'value', value: next(step.value) } : step;
}
