import { isMese } from '../../domain/giorno.ts';
import { formatGiornoBreve, formatMese } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import type { Etichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';

const t = testi.registro;

export type Voce = Output<'registro.list'>['voci'][number];

/** Notes that are what the program was asked, not what a person wrote. */
const NOTE_TECNICHE = /^(\{|\[)/;

/** What the line says happened, to be read after the name of who did it. */
export function racconta({ azione, nota }: Voce): string {
  if (azione === 'stampe.register') {
    const [cosa = '', come] = (nota ?? '').split(' ');
    const detta = t.stampe[cosa] ?? cosa;
    return come === 'csv' ? t.haSalvato(detta) : t.haStampato(detta);
  }
  return t.azioni[azione] ?? azione;
}

/** The note worth reading: what a person wrote, or the program about itself. */
export function notaDi({ azione, nota }: Voce): string {
  return nota === null || azione === 'stampe.register' || NOTE_TECNICHE.test(nota) ? '' : nota;
}

/** `CASA00, marzo 2025` */
export function doveDi({ struttura, mese }: Voce): string {
  return [struttura, isMese(mese ?? '') ? formatMese(mese ?? '') : mese].filter(Boolean).join(', ');
}

/** Which list the values of a field come from. */
const LISTE: Readonly<Record<string, string>> = {
  utenza: 'utenza',
  statoCivile: 'stato_civile',
  istruzione: 'istruzione',
  occupazione: 'occupazione',
  provenienza: 'provenienza',
  carcerazioni: 'carcerazioni',
  sostanzePrimarie: 'sostanza',
  sostanzeSecondarie: 'sostanza',
  abitazioneUscita: 'provenienza',
  occupazioneUscita: 'occupazione',
  titoloAccoglienza: 'titolo_minore',
  tipoIngresso: '',
  esito: 'esito',
  destinazione: 'destinazione',
  misura: 'misura',
  servizio: 'servizio',
  modalita: 'modalita',
  tipologia: 'tipologia_modulo',
  tipoFamiglia: 'attivita_famiglie',
  area: 'area_attivita',
  protetto: '',
  hiv: '',
  hcv: '',
  figliMinori: '',
  invalidita: '',
  dipendenza: '',
  accompagnamento: '',
  attivo: '',
};
/** Where a field of that name is of another list. */
const LISTE_DI: Readonly<Record<string, string>> = { 'visite.tipo': 'visita', 'obiettivi.area': 'area_obiettivo' };
const GIORNO = /^\d{4}-\d{2}-\d{2}$/;

/** The name of a field, or the days of the month that changed. */
export function nomeCampo(campo: string): string {
  const [dal = '', al = dal] = campo.split('..');
  if (GIORNO.test(dal)) return t.giorni(formatGiornoBreve(dal), formatGiornoBreve(al));
  return t.campi[campo] ?? (testi.scheda.campi as Readonly<Record<string, string>>)[campo] ?? campo;
}

/** A value in words. */
export function valoreCampo(cosa: string, campo: string, valore: string | null, etichetta: Etichette): string {
  if (valore === null || valore === '') return t.niente;
  if (GIORNO.test(valore)) return formatGiornoBreve(valore);
  if (campo === 'sezione') return (testi.ospite.sezioni as Readonly<Record<string, string>>)[valore] ?? valore;
  if (cosa === 'presenze') return etichetta('presenza', valore);
  const lista = LISTE_DI[`${cosa}.${campo}`] ?? LISTE[campo];
  if (lista === undefined) return valore;
  return valore
    .split('|')
    .map((voce) => etichetta(lista, voce))
    .join(', ');
}
