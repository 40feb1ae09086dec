import type { Scrittura } from '../../db/scrittura.ts';
import { linkPersone } from '../../db/writes/persona.ts';
import { normalizeCodiceFiscale } from '../../domain/codice-fiscale.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { rigaNascita } from '../../domain/nascita.ts';
import { chiaveNome, nomeScritto } from '../../domain/persona.ts';
import type { Parsed } from '../contract/index.ts';
import { insertAnonimo } from './identita.ts';
import { avvisiIdentita } from './ospite-identita.ts';

type Chi = Parsed<'ingressi.register'>['ospite'];

interface Trovato {
  readonly ospiteId: string;
  /** what is odd of who they are */
  readonly avvisi: string[];
}

/** Who is admitted: known by id, or written in the register now. @throws ErroreApprodo `ospite.sconosciuto` */
export function ospiteAmmesso(tx: Scrittura, chi: Chi, oggi: Giorno): Trovato {
  return 'id' in chi ? knownOspite(tx, chi.id) : newOspite(tx, chi, oggi);
}

function knownOspite(tx: Scrittura, id: string): Trovato {
  const ospite = tx.find('ospiti', id);
  if (!ospite || ospite.deletedAtMs !== null)
    throw new ErroreApprodo('ospite.sconosciuto', 'Questo ospite non è più nel registro: cercarlo di nuovo.');
  return { ospiteId: id, avvisi: [] };
}

function newOspite(tx: Scrittura, { anonimo, ...dati }: Exclude<Chi, { id: string }>, oggi: Giorno): Trovato {
  if (anonimo) return { ospiteId: insertAnonimo(tx, dati), avvisi: [] };
  const codiceFiscale = dati.codiceFiscale ? normalizeCodiceFiscale(dati.codiceFiscale) : null;
  const { cognome, nome } = dati;
  const ospiteId = tx.insert('ospiti', {
    ...dati,
    ...rigaNascita(dati.dataNascita),
    codiceFiscale,
    personaId: '',
    chiaveNome: chiaveNome(cognome, nome),
  });
  linkPersone(tx, [ospiteId]);
  const riga = tx.find('ospiti', ospiteId);
  const avvisi = riga ? avvisiIdentita(riga, oggi) : [];
  if (riga?.personaId !== ospiteId)
    avvisi.push(`${nomeScritto({ cognome, nome })} era già nel registro: è contato come una persona sola.`);
  return { ospiteId, avvisi };
}
