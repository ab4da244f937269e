import * as vscode from 'vscode';
import { readTerms, type NewSchoolParams, type TermsAnswer, type TermSource } from '../server/protocol/school.ts';
import type { ChoiceField } from '../server/model/field.ts';
import { declarations } from '../server/records/index.ts';
import type { ServerLink } from './server-link.ts';
import { askChoice, askText, runSteps, type Asking, type Choice, type Step } from './steps.ts';

/** The answers to the five questions. */
export type NewSchoolDraft = Omit<NewSchoolParams, 'folder'>;
type Draft = Partial<NewSchoolDraft>;

/** What is the school called, which ages, who is the ICT owner, who maintains, and when are the terms? With a way back. */
export async function askNewSchool(link: ServerLink): Promise<NewSchoolDraft | undefined> {
  const asks: readonly ((draft: Draft, step: number) => Promise<Step<Draft>>)[] = [
    askName,
    askPhase,
    askOwner,
    askMaintenance,
    (draft, step) => askTerms(link, draft, step),
  ];
  const done = await runSteps<Draft>({}, (draft, step) => asks[step - 1]?.(draft, step));
  const { name, phase, ictOwner, maintenance, terms } = done ?? {};
  return name && phase && ictOwner && maintenance && terms ? { name, phase, ictOwner, maintenance, terms } : undefined;
}

function asking(step: number, placeholder: string): Asking {
  return { title: vscode.l10n.t('New School'), step, of: 5, placeholder };
}

async function askName(draft: Draft, step: number): Promise<Step<Draft>> {
  const answer = await askText({
    ...asking(step, vscode.l10n.t('What is the school called?')),
    secret: false,
    check: text => (text.trim() === '' ? vscode.l10n.t('The school needs a name.') : undefined),
  });
  return put(answer, name => ({ ...draft, name: name.trim() }));
}

async function askPhase(draft: Draft, step: number): Promise<Step<Draft>> {
  const { choices } = declarations.school.fields['phase'] as ChoiceField;
  const items = Object.entries(choices).map(([value, label]) => ({ label, value }));
  const order = ['primary', 'secondary', 'nursery', 'all_through', 'special'];
  items.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return put(await askChoice(asking(step, vscode.l10n.t('Which ages does it teach?')), items), phase => ({
    ...draft,
    phase,
  }));
}

async function askOwner(draft: Draft, step: number): Promise<Step<Draft>> {
  const { t } = vscode.l10n;
  const posts = [t('Deputy head'), t('Head teacher'), t('School business manager'), t('Computing lead')];
  const answer = await askPost(
    asking(step, t('Who is the ICT owner: which post answers for ICT and says yes to changes?')),
    posts.map(label => ({ label, value: label })),
  );
  return put(answer, ictOwner => ({ ...draft, ictOwner }));
}

async function askMaintenance(draft: Draft, step: number): Promise<Step<Draft>> {
  const { t } = vscode.l10n;
  const own = t('ICT technician');
  const chosen = await askChoice<'own' | 'provider'>(asking(step, t('Who looks after the equipment?')), [
    { label: t('Our own technician'), description: t('employed by the school'), value: 'own' },
    { label: t('A service provider…'), description: t('a firm or the council; you type its name'), value: 'provider' },
  ]);
  if (chosen.is !== 'value') return chosen;
  if (chosen.value === 'own') return { is: 'value', value: { ...draft, maintenance: { by: 'own', title: own } } };
  const answer = await askText({
    ...asking(step, t('What is the service provider called?')),
    secret: false,
    check: text => (text.trim() === '' ? t('The provider needs a name.') : undefined),
  });
  return put(answer, title => ({ ...draft, maintenance: { by: 'provider', title: title.trim() } }));
}

/** Posts to pick from, or another one typed. */
async function askPost(how: Asking, posts: readonly Choice<string>[]): Promise<Step<string>> {
  const { t } = vscode.l10n;
  const other = { label: t('Another post…'), value: '', alwaysShow: true };
  const chosen = await askChoice(how, [...posts, other]);
  if (chosen.is !== 'value' || chosen.value !== '') return chosen;
  return askText({ ...how, placeholder: t('Which post? Not the person’s name.'), secret: false, check: checkPost });
}

function checkPost(text: string): string | undefined {
  const { t } = vscode.l10n;
  if (text.trim() === '') return t('The post needs a name, such as deputy head.');
  return /^(mr|mrs|ms|miss|mx|dr|sir)\b/i.test(text.trim())
    ? t('Write the post, such as deputy head. People change, and their names do not belong into records.')
    : undefined;
}

type Source = 'usual' | 'clipboard' | 'typed' | 'file';

async function askTerms(link: ServerLink, draft: Draft, step: number): Promise<Step<Draft>> {
  const { t } = vscode.l10n;
  const usual = await link.ask<TermsAnswer>(readTerms, { from: 'usual' } satisfies TermSource);
  const chosen = await askChoice<Source>(asking(step, t('When are the terms?')), [
    {
      label: t('The usual terms in England'),
      detail: usual?.ok === true ? usual.lines.slice(0, 3).join(' · ') : '',
      value: 'usual',
    },
    {
      label: t('A list that I have copied'),
      detail: t('Copy it from a letter or a web page first.'),
      value: 'clipboard',
    },
    {
      label: t('A list that I type…'),
      detail: t('Such as: Autumn 2 Sep to 18 Dec; half term 26 to 30 Oct; Spring …'),
      value: 'typed',
    },
    {
      label: t('A calendar file…'),
      detail: t('A file that ends in .ics; the council’s page often has one.'),
      value: 'file',
    },
  ]);
  if (chosen.is !== 'value') return chosen;
  const source = await sourceOf(chosen.value, step);
  if (source === undefined) return askTerms(link, draft, step);
  if (source.from === 'usual') return { is: 'value', value: { ...draft, terms: source } };
  return confirmTerms(link, draft, step, source);
}

async function sourceOf(source: Source, step: number): Promise<TermSource | undefined> {
  const { t } = vscode.l10n;
  if (source === 'usual') return { from: 'usual' };
  if (source === 'clipboard') return { from: 'list', text: await vscode.env.clipboard.readText() };
  if (source === 'file') return readCalendarFile();
  const typed = await askText({
    ...asking(step, t('The terms, with a semicolon between them')),
    secret: false,
    check: text => (text.trim() === '' ? t('Write at least one term.') : undefined),
  });
  return typed.is === 'value' ? { from: 'list', text: typed.value } : undefined;
}

async function readCalendarFile(): Promise<TermSource | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('The calendar file'),
    filters: { [vscode.l10n.t('Calendar files')]: ['ics'] },
  });
  const [file] = picked ?? [];
  if (file === undefined) return undefined;
  return { from: 'calendar', text: new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) };
}

/** What was understood is shown before it is taken. */
async function confirmTerms(link: ServerLink, draft: Draft, step: number, source: TermSource): Promise<Step<Draft>> {
  const { t } = vscode.l10n;
  const read = await link.ask<TermsAnswer>(readTerms, source);
  const again = { label: t('No, choose again'), detail: '', value: false };
  const choices =
    read?.ok === true
      ? [{ label: t('Yes, these are the terms'), detail: read.lines.join(' · '), value: true }, again]
      : [{ ...again, label: t('Choose again'), detail: read?.sentence ?? t('The terms could not be read.') }];
  const answer = await askChoice<boolean>(asking(step, t('Is this right?')), choices);
  if (answer.is !== 'value') return answer;
  return answer.value ? { is: 'value', value: { ...draft, terms: source } } : askTerms(link, draft, step);
}

function put<T>(answer: Step<T>, change: (value: T) => Draft): Step<Draft> {
  return answer.is === 'value' ? { is: 'value', value: change(answer.value) } : answer;
}
