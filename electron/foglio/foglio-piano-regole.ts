import { addGiorni } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { normalizeNome } from '../../domain/persona.ts';
import { conConduttori, conStato } from './foglio-piano-appuntamenti.ts';
import type { FoglioDiRighe } from './foglio-piano-base.ts';
import type { Campi, Rifiuto } from './foglio-piano-campi.ts';
import { completaContatto } from './foglio-piano-contatti.ts';
import { completaDiario, controllaDiario } from './foglio-piano-diario.ts';
import type { Candidata, Regole } from './foglio-piano-righe.ts';
import { isNomeFoglio } from './foglio-tabelle.ts';

/** What is particular to each sheet of rows; the rest is the same for all (foglio-piano-righe.ts). */
export const REGOLE: Readonly<Record<Exclude<FoglioDiRighe, 'visite' | 'allegati'>, Regole>> = {
  nuclei: { segni: [], controlla: nucleo },
  incontri: { segni: ['data', 'strutturaId'], nelMese: true, completa: conStato },
  gruppi: { segni: ['titolo', 'strutturaId'], completa: conConduttori },
  attivita: {
    segni: ['data', 'strutturaId'],
    nelMese: true,
    completa: (c) => conConduttori({ campi: conStato(c) }),
    controlla: (c) => stessa(c, 'gruppo', 'strutturaId'),
  },
  misure: { segni: ['ospiteId', 'dal'] },
  segnalazioni: { segni: ['data', 'servizioInviante'] },
  assenze: { segni: ['ingressoId', 'uscita'], controlla: assenza },
  contatti: { segni: ['ospiteId', 'nome'], completa: completaContatto },
  avvertenze: { segni: ['ospiteId', 'testo'] },
  udienze: { segni: ['ospiteId', 'data'], controlla: (c) => stessa(c, 'misura', 'ospiteId') },
  violazioni: { segni: ['ospiteId', 'data'], controlla: (c) => stessa(c, 'misura', 'ospiteId') },
  stanze: { segni: ['strutturaId', 'nome'], controlla: stanza },
  alloggi: { segni: ['ingressoId', 'dal'], controlla: alloggio },
  operatori: { segni: ['strutturaId', 'nome'] },
  regole_assenza: { segni: ['entePagante', 'dal'] },
  regole_scadenza: { segni: ['regola'] },
  promemoria: { segni: ['strutturaId', 'entro', 'testo'] },
  diario: { segni: ['strutturaId', 'data', 'testo'], completa: completaDiario, controlla: controllaDiario },
  progetti: { segni: ['ingressoId', 'data'] },
  obiettivi: { segni: ['progettoId', 'testo'] },
  azioni: { segni: ['obiettivoId', 'testo'] },
  verifiche_progetto: { segni: ['progettoId', 'data'] },
  evidenze: {
    segni: ['obiettivoId', 'rigaId'],
    completa: (c) => nominata(c, 'registrazione', ({ foglio }, rigaId) => ({ tabella: foglio, rigaId })),
  },
  relazioni: { segni: ['ingressoId', 'data'] },
  adempimenti: {
    segni: ['oggettoId', 'entro'],
    completa: (c) => nominata(c, 'oggetto', (_, oggettoId) => ({ oggettoId })),
  },
};

/** Two families with nothing of the name in common are two families, whatever the id. */
function nucleo({ riga, campi, nota }: Candidata): Rifiuto | undefined {
  const parole = (nome: unknown) => new Set(normalizeNome(String(nome)).split(' '));
  if (!nota) return undefined;
  const sue = parole(nota['nome']);
  if ([...parole(campi['nome'])].some((parola) => sue.has(parola))) return undefined;
  return {
    colonna: 'id',
    valore: riga['id'],
    messaggio: `L’id è già del nucleo ${String(nota['nome'])}: usare un id diverso per ogni nucleo.`,
  };
}

/** The row a column names belongs to the same guest, or the same struttura, as this one. */
function stessa({ piano, riga, dopo }: Candidata, colonna: 'misura' | 'gruppo', campo: 'ospiteId' | 'strutturaId') {
  const scritta = riga[colonna];
  if (typeof scritta !== 'string') return undefined;
  const nominata = piano.righeNote(colonna === 'misura' ? 'misure' : 'gruppi').resolve(scritta);
  if ('messaggio' in nominata || nominata.noto.campi[campo] === dopo[campo]) return undefined;
  const messaggio =
    colonna === 'misura'
      ? 'La misura è di un altro ospite: correggere l’una o l’altro.'
      : 'Il gruppo è di un’altra struttura: correggere l’uno o l’altra.';
  return { colonna, valore: scritta, messaggio };
}

function stanza({ piano, riga, dopo }: Candidata): Rifiuto | undefined {
  const scritto = riga['modulo'];
  if (typeof scritto !== 'string') return undefined;
  const modulo = piano.moduli.resolve(scritto);
  if ('messaggio' in modulo || modulo.noto.strutturaId === dopo['strutturaId']) return undefined;
  return {
    colonna: 'modulo',
    valore: scritto,
    messaggio: 'Il modulo non è della struttura di questa stanza: correggerlo.',
  };
}

function alloggio({ piano, riga, dopo }: Candidata): Rifiuto | undefined {
  const ingresso = piano.ingressi.resolve(String(riga['ingresso']));
  if ('messaggio' in ingresso) return undefined;
  const { stay, strutturaId } = ingresso.noto;
  const dal = String(dopo['dal']);
  if (dal < stay.dataIngresso || (stay.dataDimissione !== null && dal > stay.dataDimissione))
    return { colonna: 'dal', valore: dal, messaggio: FUORI };
  if (typeof riga['stanza'] !== 'string') return undefined;
  const stanza = piano.righeNote('stanze').resolve(riga['stanza']);
  if ('messaggio' in stanza || stanza.noto.campi['strutturaId'] === strutturaId) return undefined;
  return {
    colonna: 'stanza',
    valore: riga['stanza'],
    messaggio: 'La stanza non è della struttura di questo ingresso: correggerla.',
  };
}

const FUORI = 'Il giorno è fuori dalla permanenza: correggerlo, o correggere le date dell’ingresso.';

function assenza({ piano, riga, dopo }: Candidata): Rifiuto | undefined {
  const { uscita, rientro } = dopo;
  if (typeof uscita !== 'string') return undefined;
  if (typeof rientro === 'string' && rientro < uscita)
    return {
      colonna: 'rientro',
      valore: rientro,
      messaggio: `Il rientro viene prima dell’uscita (${formatGiornoBreve(uscita)}): correggere una delle due date.`,
    };
  const ingresso = piano.ingressi.resolve(String(riga['ingresso']));
  if ('messaggio' in ingresso) return undefined;
  const { dataIngresso, dataDimissione } = ingresso.noto.stay;
  // where the day of leaving is a day of presence, the first day away may be the first of the stay
  const primo = dopo['uscitaAssente'] === false ? addGiorni(dataIngresso, -1) : dataIngresso;
  if (uscita >= primo && (dataDimissione === null || uscita <= dataDimissione)) return undefined;
  return { colonna: 'uscita', valore: uscita, messaggio: FUORI };
}

/** The row a pair of columns names: `foglio`, and the id of one of its rows. */
function nominata(
  { piano, riga, campi }: Omit<Candidata, 'dopo'>,
  colonna: 'registrazione' | 'oggetto',
  toCampi: (riga: Campi, id: string) => Campi,
): Campi | Rifiuto {
  const foglio = String(riga['foglio']);
  const scritta = String(riga[colonna]);
  const risolta = isNomeFoglio(foglio) ? piano.notiDi(foglio)?.resolve(scritta) : undefined;
  if (!risolta || 'messaggio' in risolta)
    return { colonna, valore: scritta, messaggio: risolta?.messaggio ?? 'Il foglio nominato non c’è: correggerlo.' };
  const { foglio: _, [colonna]: __, ...altri } = campi;
  return { ...altri, ...toCampi(riga, risolta.noto.id) };
}
