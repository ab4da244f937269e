import { inSentence, listed } from '../../model/words.ts';
import { assetTypes, type AssetType } from '../../records/vocabulary.data.ts';
import type { FoundDevice } from './found-device.ts';

/** "Printer", "Wireless access point": the sort in the words of the choice's sentence. */
export function typeLabel(type: AssetType): string {
  return assetTypes[type].split(/[:,]| or /)[0] ?? type;
}

const longestTitle = 80;

/**
 * A title in plain words: what it is, then where, or its name, or its address. "Printer in the office (prn-01)", "Switch sw-01", "Printer
 * at 192.0.2.98", "Unknown device at 192.0.2.7 (Apple)".
 */
export function titleOf({ guess, addresses }: FoundDevice): string {
  const { type, name, place, make } = guess;
  const isKnown = type !== 'other';
  const what = isKnown ? typeLabel(type) : 'Unknown device';
  const maker = isKnown || make === '' ? '' : ` (${make})`;
  const where = isKnown && place !== '' ? ` ${inPlace(place)}` : '';
  if (where !== '') return fit(`${what}${where}`, name === '' ? '' : ` (${name})`);
  return fit(name === '' ? `${what} at ${addresses[0] ?? ''}` : `${what} ${name}`, maker);
}

function fit(title: string, end: string): string {
  return title.slice(0, longestTitle - end.length) + end;
}

/** "in the server cupboard", "in Room 7", "in Library, KS1 block": what has a number or a comma is a name by itself. */
function inPlace(place: string): string {
  if (/^the /i.test(place)) return `in ${inSentence(place)}`;
  return /\d$|,/.test(place) ? `in ${place}` : `in the ${inSentence(place)}`;
}

/** What the guess rests on, as a person would say it: "Answers as web page and printing; calls itself PRN-01; made by Brother". */
export function evidenceOf({ device, guess, addresses }: FoundDevice): string {
  const { ports, told, mac } = device;
  const services = ports.map(({ name }) => name);
  const isHidden = mac !== '' && (Number.parseInt(mac.slice(0, 2), 16) & 2) !== 0;
  const parts = [
    services.length > 0 ? `answers as ${listed(services)}` : 'answers, but offers nothing that was tried',
    guess.name === '' ? '' : `calls itself ${guess.name}`,
    guess.make === '' ? '' : `made by ${guess.make}`,
    told === undefined || guess.model === '' ? '' : `model ${guess.model}`,
    guess.make === '' && isHidden ? 'hides who made it, as phones and tablets do' : '',
    addresses.length > 1 ? `also at ${listed(addresses.slice(1, 4))}` : '',
  ].filter(part => part !== '');
  const line = parts.join('; ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
