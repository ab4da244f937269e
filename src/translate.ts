/** `vscode.l10n.t`, or a stand-in where there is no editor: so that text can be made, and tested, without one. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** The stand-in: English, with `{0}` replaced. */
export function inEnglish(message: string, ...args: (string | number)[]): string {
  return message.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));
}

/** "1 error", "3 errors": both forms are whole sentences for whoever translates them. */
export function counted(t: Translate, n: number, one: string, many: string): string {
  return n === 1 ? t(one, n) : t(many, n);
}
