import type { Estate } from '../../estate/estate.ts';
import type { KindName } from '../../records/index.ts';
import type { AssetType } from '../../records/vocabulary.data.ts';

/** Files that new records go into: where their like stand, else one of the usual name in the school's folder. */
export interface Homes {
  readonly asset: (type: AssetType) => string;
  readonly location: () => string;
  readonly supplier: () => string;
}

export function createHomes(estate: Estate, home: string): Homes {
  const folder = estate.schoolFolderOf(home) ?? home.slice(0, Math.max(0, home.lastIndexOf('/')));
  const isOwn = (file: string) => estate.schoolFolderOf(file) === estate.schoolFolderOf(home) && isWritable(file);
  const isWritable = (file: string) => !file.startsWith('untitled:') && estate.files.get(file)?.conflict === undefined;
  const usual = (name: string): string => {
    for (let n = 1; ; n++) {
      const file = `${folder}${folder === '' ? '' : '/'}${name}${n === 1 ? '' : `-${n}`}.fits.yaml`;
      if (isWritable(file)) return file;
    }
  };
  const most = (kind: KindName, isLike: (type: unknown) => boolean): string | undefined => {
    const counts = new Map<string, number>();
    for (const record of estate.ofKind(kind, home)) {
      const { type } = record.values as { readonly type?: unknown };
      if (isOwn(record.file) && isLike(type)) counts.set(record.file, (counts.get(record.file) ?? 0) + 1);
    }
    let best: string | undefined;
    for (const [file, n] of counts) if (best === undefined || n > (counts.get(best) ?? 0)) best = file;
    return best;
  };
  const known = new Map<string, string>();
  const once = (key: string, find: () => string): string => {
    const file = known.get(key) ?? find();
    known.set(key, file);
    return file;
  };
  const any = () => true;
  return {
    asset: type => once(`asset ${type}`, () => most('asset', other => other === type) ?? usual('assets')),
    location: () => once('location', () => most('location', any) ?? usual('places')),
    supplier: () => once('supplier', () => most('supplier', any) ?? usual('suppliers')),
  };
}
