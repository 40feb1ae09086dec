import { z } from 'zod';

const italiano = z.locales.it().localeError;
const GENERICO = 'Il valore di «';

/** Sentences of the contract win; what it does not say is said here, naming the field. */
const errorMap: z.core.$ZodErrorMap = (issue) => {
  const said = italiano(issue);
  const detail = typeof said === 'string' ? said : (said?.message ?? '');
  return `${GENERICO}${(issue.path ?? []).join('.') || 'richiesta'}» non va bene (${detail}): correggerlo e riprovare.`;
};

/** Parses with Italian sentences. @returns the value, or the one sentence to show. */
export function parseInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
): { ok: true; valore: z.output<S> } | { ok: false; messaggio: string } {
  const parsed = schema.safeParse(input, { error: errorMap });
  if (parsed.success) return { ok: true, valore: parsed.data };
  const messages = flatten(parsed.error.issues).map((issue) => issue.message);
  const messaggio = messages.find((message) => !message.startsWith(GENERICO)) ?? messages[0] ?? '';
  return { ok: false, messaggio };
}

/** The issues inside the choices of a union too: there is the sentence about the field that is wrong. */
function flatten(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) =>
    issue.code === 'invalid_union' ? [...issue.errors.flatMap((choice) => flatten(choice)), issue] : [issue],
  );
}
