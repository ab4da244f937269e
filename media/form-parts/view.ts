import type { FormField, FormFinding, RecordChoice, To } from '../../server/model/form.ts';
import type { Path } from '../../server/model/paths.ts';
import type { FieldResult, FormWords } from '../../server/protocol/form-page.ts';

/** What the parts of a form share. */
export interface Page {
  readonly words: () => FormWords;
  /** Asks for the change; settles when it is known what became of it. */
  readonly change: (path: Path, to: To) => Promise<FieldResult>;
  readonly fix: (finding: FormFinding, title: string) => void;
  readonly pool: (name: string) => readonly RecordChoice[];
}

/** One field on the page, with all below it. It stays the same element while its field changes. */
export interface View {
  readonly root: HTMLElement;
  readonly update: (field: FormField) => void;
  /** Puts the cursor into it; false where nothing of it can take the focus. */
  readonly focus: () => boolean;
}

export function nameOf(path: Path): string {
  return JSON.stringify(path);
}
