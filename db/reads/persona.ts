import { type Identita, possibileStessaPersona } from '../../domain/persona.ts';
import type { Store } from '../store.ts';

export interface OspitePossibile extends Identita {
  readonly personaId: string;
  readonly cognome: string;
  readonly nome: string;
  readonly nascitaPresunta: number;
}

export interface Possibili {
  readonly a: OspitePossibile;
  readonly b: OspitePossibile;
  /** the one fact they share */
  readonly uguale: 'codice_fiscale' | 'nome';
}

/** Pairs of ospiti that share only the codice fiscale or only the full name: they stay two, a person looks at them. */
export function listPossibili(store: Store): Possibili[] {
  const ospiti = store.sqlite
    .prepare(
      `SELECT id, persona_id AS personaId, cognome, nome, chiave_nome AS chiaveNome, data_nascita AS dataNascita,
        nascita_presunta AS nascitaPresunta,
        codice_fiscale AS codiceFiscale FROM ospiti WHERE deleted_at_ms IS NULL ORDER BY chiave_nome, id`,
    )
    .all() as OspitePossibile[];
  const perNome = [...Map.groupBy(ospiti, (ospite) => ospite.chiaveNome).values()];
  const perCodice = [...Map.groupBy(ospiti, (ospite) => ospite.codiceFiscale ?? '')].filter(([cf]) => cf !== '');
  return [
    ...perNome.flatMap((gruppo) => coppie(gruppo, 'nome')),
    ...perCodice.flatMap(([, gruppo]) => coppie(gruppo, 'codice_fiscale')),
  ];
}

/** A presumed birth date makes nobody the same person. */
function accertata(chi: OspitePossibile): Identita {
  return chi.nascitaPresunta === 1 ? { ...chi, dataNascita: '' } : chi;
}

function coppie(gruppo: readonly OspitePossibile[], uguale: Possibili['uguale']): Possibili[] {
  return gruppo.flatMap((a, index) =>
    gruppo
      .slice(index + 1)
      .filter((b) => a.personaId !== b.personaId && possibileStessaPersona(accertata(a), accertata(b)))
      .map((b) => ({ a, b, uguale })),
  );
}
