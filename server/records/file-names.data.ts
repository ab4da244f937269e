/** The file that a first record of a kind belongs into, where it is not the kind's plural. */
const usualFiles: Readonly<Record<string, string>> = {
  school: 'school',
  calendar: 'school',
  role: 'school',
  location: 'locations',
  subnet: 'network',
  link: 'network',
};

export function usualFile(kind: string): string {
  const own = Object.hasOwn(usualFiles, kind) ? usualFiles[kind] : undefined;
  return `${own ?? `${kind.replaceAll('_', '-')}s`}.fits.yaml`;
}
