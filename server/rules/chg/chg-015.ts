import type { Estate } from '../../estate/estate.ts';
import { isKind, nameOf, spanAt, statusOf, type RecordOf } from '../../estate/record.ts';
import { servicesOn } from '../../facts/changes.ts';
import { isOpen } from '../../facts/dependencies.ts';
import type { RecordFix } from '../../model/finding.ts';
import { listed } from '../../model/words.ts';
import { addItems } from '../fix.ts';
import { placeOf, type Remark, type Rule } from '../rule.ts';
import { change } from './example.ts';

const service =
  '---\nkind: asset\nid: SRV-01\ntitle: Server\ntype: server\nlocation: unknown\n---\nkind: service\nid: SVC-03\ntitle: Shared files\nusers: all staff\nuser_description: unknown\nhours: unknown\nowner: unknown\nsupport_contact: unknown\ndepends_on: [SRV-01]\ndata: unknown\nholds_data: unknown\nservice_levels: { incident_response_hours: unknown }\nlevel_basis: unknown\nreviewed: unknown\n';

export const chg015: Rule = {
  code: 'CHG-015',
  kind: 'rfc',
  title: 'A change names the services that rest on what it touches',
  why: 'Whoever approves it, and whoever is told, must see what may stop working meanwhile.',
  bad: `${change({ items: '[SRV-01]' })}${service}`,
  good: `${change({ items: '[SRV-01]', services_affected: '[SVC-03]' })}${service}`,
  cases: { direct: 'warning', further: 'information' },
  *check(record, estate) {
    if (!isKind(record, 'rfc') || statusOf(record) === 'draft' || !isOpen(record)) return;
    if (record.understood.answers.get('services_affected') === 'unknown') return;
    const { direct, further } = missingIn(record, estate);
    if (direct.length > 0) yield notNamed(record, direct);
    if (further.length > 0) yield notNamedThrough(record, further);
  },
};

type Services = readonly RecordOf<'service'>[];

function notNamed(record: RecordOf<'rfc'>, services: Services): Remark {
  const [rest, are, them] = services.length === 1 ? ['rests', 'is', 'it'] : ['rest', 'are', 'them'];
  return {
    ...spanAt(record, ['services_affected']),
    case: 'direct',
    message: `${listed(services.map(nameOf))} ${rest} on what is changed here, and ${are} not named among the services concerned. Add ${them}, so that the right people are asked.`,
    related: services.map(one => placeOf(one, spanAt(one, ['depends_on']), `${one.id}: what it depends on`)),
    fixes: () => nameThem(record, services),
  };
}

function notNamedThrough(record: RecordOf<'rfc'>, services: Services): Remark {
  const names = services.map(nameOf);
  const named = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return {
    ...spanAt(record, ['services_affected']),
    case: 'further',
    message: `Through others, ${listed(named)} ${names.length === 1 ? 'rests' : 'rest'} on what is changed here, too. Name them, if users will notice.`,
    fixes: () => nameThem(record, services),
  };
}

function nameThem(record: RecordOf<'rfc'>, services: Services): RecordFix[] {
  const names = services.map(nameOf);
  const title = names.length > 4 ? `Add all ${names.length} services` : `Add ${listed(names)}`;
  return addItems(
    record,
    ['services_affected'],
    services.map(one => one.id),
    title,
  );
}

function missingIn(record: RecordOf<'rfc'>, estate: Estate): ReturnType<typeof servicesOn> {
  const named = new Set((record.values.services_affected ?? []).map(id => id.toLowerCase()));
  const isMissing = (one: RecordOf<'service'>) => !named.has(one.id.toLowerCase());
  const { direct, further } = servicesOn(record, estate);
  return { direct: direct.filter(isMissing), further: further.filter(isMissing) };
}
