import { boolean, reference, text } from '../../model/field.ts';
import { declareKind } from '../../model/declaration.ts';

/** A place: a room, a cupboard, a building, somewhere off site. */
export const location = declareKind({
  kind: 'location',
  prefix: 'LOC',
  wordsInId: true,
  label: 'Place',
  plural: 'Places',
  about: 'A place where equipment or a copy of the records is: a room, a cupboard, a building, somewhere off site.',
  fields: {
    building: text('Building', 'Which building.'),
    floor: text('Floor', 'Which floor.'),
    room: text('Room', 'Room number or name.'),
    parent: reference('Part of', 'The larger place that it is in.', ['location']),
    use: text('Used as', 'Class room, office, store …'),
    secure: boolean('Locked', 'Whether it is kept locked.'),
    off_site: boolean('Off site', 'Whether it is away from the school.'),
    fire_safe: boolean('Fire safe', 'Whether what is in it survives a fire.'),
  },
  acyclic: ['parent'],
  everyday: ['kind', 'id', 'title'],
});
