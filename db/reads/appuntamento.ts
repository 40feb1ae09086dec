import { INCONTRO_PROTETTO } from '../../domain/incontro.ts';

/** SQL: 1 for a meeting of `alias` that is protected, because it is said or because its kind is (`isProtetto`); 0 else. */
export function protettoIn(alias: string): string {
  return `(${alias}.protetto = 1 OR coalesce(${alias}.tipo_famiglia, '') = '${INCONTRO_PROTETTO}')`;
}

/** SQL: 1 for a visit of `alias` somebody accompanied, said or named; 0 said not; NULL nobody said. */
export function accompagnataIn(alias: string): string {
  return `coalesce(${alias}.accompagnamento, nullif(${alias}.accompagnatore IS NOT NULL, 0))`;
}
