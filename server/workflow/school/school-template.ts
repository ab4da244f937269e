import { Estate } from '../../estate/estate.ts';
import { isKind, type RecordEntry, type RecordOf } from '../../estate/record.ts';
import type { Day } from '../../model/day.ts';

/** A school whose records other schools start with. */
export interface SchoolTemplate {
  readonly estate: Estate;
  readonly school: RecordOf<'school'>;
  /** The posts (or the firm) that its record names. */
  readonly owner: RecordEntry | undefined;
  readonly maintenance: RecordEntry | undefined;
  readonly roles: readonly RecordOf<'role'>[];
}

export interface TemplateFile {
  /** Path inside the template's folder, with `/`. */
  readonly name: string;
  readonly text: string;
}

const top = 'template';

export function readTemplate(files: readonly TemplateFile[], today: Day | undefined): SchoolTemplate | string {
  const estate = new Estate({ pretended: today, now: () => Date.now() });
  for (const { name, text } of files) estate.setFile(`${top}/${name}`, text);
  const schools = [...estate.all()].filter(record => isKind(record, 'school'));
  const [school, ...others] = schools;
  if (!school)
    return 'There is no school record in the template folder. Choose the folder of a school whose records are in order.';
  if (others.length > 0) return 'There are several schools in the template folder. Choose the folder of one of them.';
  const broken = [...estate.all()].find(record => record.text.slips.some(slip => slip.severity === 'error'));
  if (broken || [...estate.files.values()].some(file => file.conflict))
    return `The template’s file ${nameIn(broken?.file ?? '')} has a slip that must be mended first.`;
  const { file, values } = school;
  return {
    estate,
    school,
    owner: estate.named(values.ict_owner, file),
    maintenance: estate.named(values.maintenance, file),
    roles: estate.ofKind('role', file),
  };
}

/** Path of a file of the template inside its folder. */
export function nameIn(file: string): string {
  return file.slice(top.length + 1);
}
