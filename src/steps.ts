import * as vscode from 'vscode';

/** What a step answers: a value, one step back, or nothing more (Escape). */
export type Step<T> = { readonly is: 'value'; readonly value: T } | { readonly is: 'back' } | { readonly is: 'end' };

export interface Asking {
  readonly title: string;
  /** Counted from 1. */
  readonly step: number;
  /** How many there are in all, where that is known. */
  readonly of?: number;
  readonly placeholder: string;
  /** Sentences above the choices: what is to be known before one is taken. */
  readonly prompt?: string;
  /** Choices are also found by their sentences. */
  readonly findsDetail?: true;
}

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** A heading between choices. */
export interface Heading extends vscode.QuickPickItem {
  readonly kind: vscode.QuickPickItemKind.Separator;
}

export function askChoice<T>(asking: Asking, choices: readonly (Choice<T> | Heading)[]): Promise<Step<T>> {
  const pick = vscode.window.createQuickPick<Choice<T> | Heading>();
  prepare(pick, asking);
  pick.placeholder = asking.placeholder;
  pick.prompt = asking.prompt;
  pick.items = choices;
  pick.matchOnDescription = true;
  pick.matchOnDetail = asking.findsDetail === true;
  return settle(pick, accept =>
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen !== undefined && 'value' in chosen) accept(chosen.value);
    }),
  );
}

/** Several may be ticked; those with `picked` are so at first. Where none is, Enter takes the one that it stands on. */
export function askChoices<T>(asking: Asking, choices: readonly Choice<T>[]): Promise<Step<readonly T[]>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  prepare(pick, asking);
  pick.canSelectMany = true;
  pick.placeholder = asking.placeholder;
  pick.prompt = asking.prompt;
  pick.items = choices;
  pick.selectedItems = choices.filter(choice => choice.picked === true);
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  return settle(pick, accept =>
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems.length > 0 ? pick.selectedItems : pick.activeItems;
      if (chosen.length > 0) accept(chosen.map(choice => choice.value));
    }),
  );
}

interface TextAsking extends Asking {
  readonly secret: boolean;
  /** The sentence that says what is wrong, or nothing. */
  readonly check: (text: string) => string | undefined | Promise<string | undefined>;
  /** Stands there from the start, to be taken or typed over. */
  readonly value?: string;
  /** Grey in the empty line. */
  readonly hint?: string;
}

export function askText(asking: TextAsking): Promise<Step<string>> {
  const input = vscode.window.createInputBox();
  prepare(input, asking);
  input.prompt = asking.placeholder;
  input.password = asking.secret;
  input.value = asking.value ?? '';
  input.placeholder = asking.hint;
  return settle(input, accept =>
    vscode.Disposable.from(
      input.onDidChangeValue(() => (input.validationMessage = undefined)),
      input.onDidAccept(() => void judge(input, asking, accept)),
    ),
  );
}

/** Takes the text, or says what is wrong with it; a text that was changed while it was looked at is not taken. */
async function judge(input: vscode.InputBox, { check }: TextAsking, accept: (text: string) => void): Promise<void> {
  const text = input.value;
  const wrong = await check(text);
  if (input.value !== text) return;
  if (wrong === undefined) accept(text);
  else input.validationMessage = wrong;
}

function prepare(input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox, asking: Asking): void {
  input.title = asking.title;
  // A number alone says nothing: it is shown where it is known how many steps there are.
  input.step = asking.of === undefined ? undefined : asking.step;
  input.totalSteps = asking.of;
  input.ignoreFocusOut = true;
  input.buttons = asking.step > 1 ? [vscode.QuickInputButtons.Back] : [];
}

type Input = (vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox) & vscode.QuickInput;

function settle<V>(input: Input, listen: (accept: (value: V) => void) => vscode.Disposable): Promise<Step<V>> {
  return new Promise(resolve => {
    const heard: vscode.Disposable[] = [];
    const finish = (step: Step<V>) => {
      resolve(step);
      vscode.Disposable.from(...heard, input).dispose();
    };
    heard.push(
      listen(value => finish({ is: 'value', value })),
      input.onDidTriggerButton(() => finish({ is: 'back' })),
      input.onDidHide(() => finish({ is: 'end' })),
    );
    input.show();
  });
}

/** Asks one question after another; what is known so far decides the next one. Back goes to the one before. */
export async function runSteps<State>(
  start: State,
  next: (state: State, step: number) => Promise<Step<State>> | undefined,
): Promise<State | undefined> {
  const states: State[] = [start];
  for (;;) {
    const state = states[states.length - 1];
    if (state === undefined) return undefined;
    const asked = next(state, states.length);
    if (asked === undefined) return state;
    const answer = await asked;
    if (answer.is === 'end') return undefined;
    if (answer.is === 'back') states.pop();
    else states.push(answer.value);
  }
}
