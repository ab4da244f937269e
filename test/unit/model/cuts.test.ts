import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findCuts, type Cut, type Wire } from '../../../server/facts/cuts.ts';

const name = ({ is, at }: Cut): string => `${is} ${at}`;

/** The slow way: takes each place and each wire away and looks what can still be reached. */
function slowly(places: number, wires: readonly Wire[], roots: readonly number[]) {
  const reach = (withoutPlace: number, withoutWire: number): Set<number> => {
    const found = new Set(roots.filter(root => root !== withoutPlace));
    const queue = [...found];
    for (let at = queue.pop(); at !== undefined; at = queue.pop())
      wires.forEach(([a, b], w) => {
        const other = a === at ? b : b === at ? a : -1;
        if (w === withoutWire || other < 0 || other === withoutPlace || found.has(other)) return;
        found.add(other);
        queue.push(other);
      });
    return found;
  };
  const all = reach(-1, -1);
  return {
    reached: (place: number) => all.has(place),
    above: (place: number): string[] =>
      all.has(place)
        ? [
            ...Array.from({ length: places }, (_, at): Cut => ({ is: 'point', at })).filter(
              ({ at }) => at !== place && !reach(at, -1).has(place),
            ),
            ...wires.map((_, at): Cut => ({ is: 'wire', at })).filter(({ at }) => !reach(-1, at).has(place)),
          ].map(name)
        : [],
  };
}

test('what cuts a place off is what the slow way finds', () => {
  const graph = fc.integer({ min: 1, max: 9 }).chain(places =>
    fc.record({
      places: fc.constant(places),
      wires: fc.array(fc.tuple(fc.nat(places - 1), fc.nat(places - 1)), { maxLength: 14 }),
      roots: fc.uniqueArray(fc.nat(places - 1), { minLength: 1, maxLength: 2 }),
    }),
  );
  fc.assert(
    fc.property(graph, ({ places, wires, roots }) => {
      const [fast, slow] = [findCuts(places, wires, roots), slowly(places, wires, roots)];
      for (let place = 0; place < places; place++) {
        assert.equal(fast.reached(place), slow.reached(place));
        assert.deepEqual(fast.above(place).map(name).sort(), slow.above(place).sort());
      }
    }),
    { numRuns: 2000 },
  );
});

test('a chain of 50,000 places is walked without a recursion that ends in an overflow', () => {
  const places = 50_000;
  const wires = Array.from({ length: places - 1 }, (_, i): Wire => [i, i + 1]);
  const cuts = findCuts(places, wires, [0]);
  assert.ok(cuts.reached(places - 1));
  assert.equal(cuts.above(places - 1).length, 2 * (places - 1));
});
