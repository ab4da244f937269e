/** fping: pings many addresses at once, where it is installed. Addresses come by its standard input, so none can be read as an option. */

/**
 * Alive ones only; one second try; half a second for each; 1 ms between packets, which is the least that it allows an ordinary user.
 */
export const fpingArguments: readonly string[] = ['-a', '-r1', '-t500', '-i1'];

/** The addresses of its answer, one a line; whatever else it says (errors of the network) is left out. */
export function readFping(output: string): ReadonlySet<string> {
  return new Set(output.split(/\r?\n/).filter(line => /^\d{1,3}(\.\d{1,3}){3}$/.test(line)));
}
