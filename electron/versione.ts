import pkg from '../package.json' with { type: 'json' };

/** Version of the program, as package.json says it. */
export const VERSIONE: string = pkg.version;
