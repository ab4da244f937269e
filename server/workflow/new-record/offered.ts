import type { Estate } from '../../estate/estate.ts';
import type { OfferedGroup, OfferedKind } from '../../model/new-record.ts';
import { declarationOf, declarations, type KindName } from '../../records/index.ts';
import { assetTypeWords, kindGroups, type KindWords } from '../../records/kind-groups.data.ts';
import { assetTypes, type AssetType } from '../../records/vocabulary.data.ts';
import { folderOf } from '../../estate/schools.ts';

const typesTitle = 'Equipment, by what it is';
const restTitle = 'More';

/**
 * What a person may begin by hand, by what they do; the sorts of equipment last, each by its own name. `folder`: of the school that
 * it is for. What a command makes is not among them, and a school only where there is none.
 */
export function offeredKinds(folder: string, estate: Estate): readonly OfferedGroup[] {
  const isOffered = (kind: string) => {
    const declaration = declarationOf(kind);
    if (!declaration || declaration.byCommand !== undefined) return false;
    return kind !== 'school' || !estate.schoolFolders.includes(folder);
  };
  const known = new Set(kindGroups.flatMap(group => Object.keys(group.kinds)));
  const rest = Object.keys(declarations).filter(kind => !known.has(kind));
  const groups = [
    ...kindGroups.map(({ title, kinds }) => ({ title, kinds: Object.keys(kinds) })),
    { title: restTitle, kinds: rest },
  ];
  return [
    ...groups.map(({ title, kinds }) => ({ title, kinds: kinds.filter(isOffered).map(offer) })),
    { title: typesTitle, kinds: (Object.keys(assetTypes) as AssetType[]).map(offerType) },
  ].filter(group => group.kinds.length > 0);
}

function offer(kind: string): OfferedKind {
  const { label, about } = declarations[kind as KindName];
  return { kind, type: '', label, words: wordsOf(kind)?.words ?? '', about };
}

/** "Switch: joins wired devices" is a label and what more there is to say. */
function offerType(type: AssetType): OfferedKind {
  const sentence: string = assetTypes[type];
  const [label = sentence, about = ''] = sentence.split(/: (.*)/);
  return { kind: 'asset', type, label, words: assetTypeWords[type] ?? '', about };
}

/** How people find the kind, and a title such as they would give. */
export function wordsOf(kind: string): KindWords | undefined {
  const { kinds } = kindGroups.find(group => Object.hasOwn(group.kinds, kind)) ?? {};
  return kinds?.[kind];
}

/** The folder called `shared` above the school, where there is one: what stands in it is for all schools below. */
export function sharedFolderFor(folder: string, estate: Estate): string | undefined {
  const folders = new Set([...estate.files.keys()].map(folderOf));
  const above = [...folders].filter(one => {
    if (!/(^|\/)shared$/.test(one) || estate.schoolFolderOf(`${one}/x`) !== undefined) return false;
    const reach = one.slice(0, -'/shared'.length);
    return folder !== one && folder.startsWith(`${reach}/`);
  });
  // The nearest one.
  return above.sort((a, b) => b.length - a.length)[0];
}
