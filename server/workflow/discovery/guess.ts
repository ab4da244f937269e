import type { SeenDevice, ToldIdentity } from '../../model/seen-device.ts';
import type { AssetType } from '../../records/vocabulary.data.ts';
import {
  leastPoints,
  makerPoints,
  namesOfNobody,
  nameSigns,
  placesOfNowhere,
  portSigns,
  serialsOfNothing,
  vendorSigns,
  wordSigns,
  type Sign,
} from './guess.data.ts';
import { makers, type Maker } from './makers.data.ts';

/** What a device seen probably is. Empty texts: not known. Every text comes from the network, but in a form that may be recorded. */
export interface Guess {
  readonly type: AssetType;
  readonly make: string;
  readonly model: string;
  readonly serial: string;
  /** Its own name without the domain, as it writes it. */
  readonly name: string;
  /** Where it says that it is. */
  readonly place: string;
}

export function guessDevice(seen: SeenDevice): Guess {
  const { told } = seen;
  const maker = told && makerOf(told);
  const name = nameIn(seen);
  const make = makeIn(seen, maker);
  const model = told ? modelIn(told) : '';
  const type = typeOf(seen, { name, model, maker });
  const known = { type, make, name };
  if (!told) return { ...known, model: '', serial: '', place: '' };
  // Of anything but a printer the first device listed is a processor, or a printer that Windows knows.
  const listed = type === 'printer' ? tidy(told.firstDevice) : '';
  return {
    ...known,
    model: withoutMake(model || listed, make) || modelInWords(told.sysDescr, make),
    serial: serialIn(told),
    place: placeIn(told),
  };
}

interface Known {
  readonly name: string;
  readonly model: string;
  readonly maker: MakerAndSort | undefined;
}

/** Points add up by type; of equal ones the first counts, so that the order of the tables decides and not chance. */
function typeOf(seen: SeenDevice, { name, model, maker }: Known): AssetType {
  const points = new Map<AssetType, number>();
  const give: Give = (type, more) => points.set(type, (points.get(type) ?? 0) + more);
  if (maker?.type) give(maker.type, makerPoints);
  if (seen.told) giveByWords(seen.told, model, give);
  take(nameSigns, name, give);
  take(vendorSigns, seen.vendor, give);
  const open = new Set(seen.ports.map(({ port }) => port));
  for (const [ports, type, more] of portSigns) if (ports.every(port => open.has(port))) give(type, more);
  const [best] = [...points].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= leastPoints ? best[0] : 'other';
}

type Give = (type: AssetType, points: number) => unknown;

function giveByWords(told: ToldIdentity, model: string, give: Give): void {
  take(wordSigns, `${told.sysDescr} ${model}`, give);
  if (told.printerSerial !== '') give('printer', makerPoints);
  if (told.upsMake !== '' || told.upsModel !== '') give('ups', makerPoints);
}

function take(signs: readonly Sign[], text: string, give: Give): void {
  if (text === '') return;
  for (const [pattern, type, points] of signs) if (pattern.test(text)) give(type, points);
}

interface MakerAndSort {
  readonly name: string;
  readonly type: AssetType | undefined;
}

/** By the enterprise number of sysObjectID, and what follows it. */
function makerOf({ sysObjectID }: ToldIdentity): MakerAndSort | undefined {
  const [, number = '', after = ''] = /^1\.3\.6\.1\.4\.1\.(\d+)\.?(.*)$/.exec(sysObjectID) ?? [];
  const maker: Maker | undefined = Object.hasOwn(makers, number) ? makers[number] : undefined;
  if (!maker) return undefined;
  const sort = maker.sorts?.find(([start]) => `${after}.`.startsWith(`${start}.`));
  return { name: maker.name, type: sort?.[1] ?? maker.type };
}

/** HP's printers put it into sysDescr: `…,SN:VNB3J,…,PID:HP Color LaserJet Pro M252dw`. */
const hpModel = /\bPID:([^,;]+)/;
const hpSerial = /,SN:([A-Za-z0-9]+)/;

function modelIn(told: ToldIdentity): string {
  const whole = told.parts.find(part => part.model.trim() !== '');
  return firstTidy([whole?.model, told.upsModel, told.ownModel, hpModel.exec(told.sysDescr)?.[1]]);
}

function withoutMake(text: string, make: string): string {
  const starts = make !== '' && text.toLowerCase().startsWith(`${make.toLowerCase()} `);
  return starts ? text.slice(make.length + 1) : text;
}

/** "CBS350-24P-4G 24-Port Gigabit Switch", "Example C450 colour printer": a first word that is a number of the maker's. */
function modelInWords(sysDescr: string, make: string): string {
  const [word = ''] = withoutMake(tidy(sysDescr), make).split(/[ ,;]/);
  return /^[A-Z][A-Za-z]{0,4}-?\d[A-Za-z0-9/+-]*$/.test(word) ? word : '';
}

function serialIn(told: ToldIdentity): string {
  const texts = [
    ...told.parts.map(part => part.serial),
    told.printerSerial,
    told.ownSerial,
    hpSerial.exec(told.sysDescr)?.[1] ?? '',
  ];
  return texts.map(text => text.trim()).find(isSerial) ?? '';
}

/** One word of letters and digits that is not the same sign again and again, and not what makers leave in. */
function isSerial(text: string): boolean {
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{3,39}$/.test(text) || serialsOfNothing.test(text)) return false;
  return new Set(text.replace(/[._/-]/g, '')).size > 1 && tidy(text) === text;
}

/** The maker by its number is spelt the same for all its devices; the hardware address may name who made the network card only. */
function makeIn(seen: SeenDevice, maker: MakerAndSort | undefined): string {
  const { told } = seen;
  const part = told?.parts.find(({ make }) => make.trim() !== '');
  const byPart = told && maker === undefined ? [part?.make, told.upsMake] : [];
  const own = told && ownMaker(told);
  return firstTidy([maker?.name, own, ...byPart, seen.vendor]);
}

/** Makers whose devices speak with the agent of Linux, and so under its number. */
function ownMaker(told: ToldIdentity): string | undefined {
  if (/^(rs|ds)\d{3,4}/i.test(told.ownModel)) return 'Synology';
  if (/^(uap|u6|u7)/i.test(told.ownModel) || /^(uap|u6|u7|edgeswitch)/i.test(told.sysDescr)) return 'Ubiquiti';
  return /^truenas|^freenas/i.test(told.sysDescr) ? 'iXsystems' : undefined;
}

function nameIn({ told, name }: SeenDevice): string {
  const names = [told?.sysName ?? '', name].map(one => one.trim().split('.')[0] ?? '');
  return names.find(isName) ?? '';
}

function isName(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]{1,39}$/.test(text) && !namesOfNobody.test(text);
}

function placeIn({ sysLocation }: ToldIdentity): string {
  const place = tidy(sysLocation);
  return place.length > 40 || placesOfNowhere.test(place.replace(/^[<(]|[>)]$/g, '')) ? '' : place;
}

function firstTidy(texts: readonly (string | undefined)[]): string {
  return texts.map(text => tidy(text ?? '')).find(text => text !== '') ?? '';
}

/** What may never stand in a record, wherever it comes from: secrets in addresses, people's numbers and addresses. */
const unfit = /:\/\/|@|-----|(?:\+44 ?7|07)\d{3}[ -]?\d{6}/;

/** A short line of ordinary signs; empty where it is more, or nothing. */
function tidy(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._/+()&',:-]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (unfit.test(text) || !/[\p{L}\p{N}]/u.test(plain) || /^(unknown|none)$/i.test(plain)) return '';
  return plain.slice(0, 60).trim();
}
