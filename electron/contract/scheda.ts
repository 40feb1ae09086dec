import { z } from 'zod';
import type { Giorno } from '../../domain/giorno.ts';
import { giorno, id, nascita, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica, modificaDi } from './modifica.ts';
import { COMUNITA, NOMINATIVI } from './ruolo.ts';

/** Nothing written is null. */
const scritto = testo.transform((valore) => valore || null).nullable();
const data = giorno.nullable();
/** a value of one of the office's lists (LISTA_CAMPO) */
const voce = z.string().max(80).nullable();
const voci = z.array(z.string().max(80)).max(40);

/** What is written of one stay besides where and when: the scheda d'ingresso (formats.md, sheet ingressi) and who follows it. */
export const campiScheda = {
  tipoIngresso: voce,
  utenza: voce,
  servizioInviante: scritto,
  entePagante: scritto,
  caseManager: scritto,
  fasas: scritto,
  informativaIl: data,
  certificazione: scritto,
  certificazioneIl: data,
  finePrevista: data,
  dichiaratoIl: data,
  statoCivile: voce,
  figliMinori: voce,
  istruzione: voce,
  occupazione: voce,
  provenienza: voce,
  carcerazioni: voce,
  dipendenza: voce,
  sostanzePrimarie: voci,
  sostanzeSecondarie: voci,
  hiv: voce,
  hivIl: data,
  hcv: voce,
  hcvIl: data,
  invalidita: voce,
  invaliditaIl: data,
  titoloAccoglienza: voce,
  responsabilitaGenitoriale: scritto,
  tutore: scritto,
  scuola: scritto,
};

const scheda = z.object(campiScheda);
/** Some of the fields: those of who is being admitted, where they are known already. */
export const schedaParziale = scheda.partial();
export type CampoScheda = keyof typeof campiScheda;

/** Which list a field takes its values from; the others are days, or words as written. */
export const LISTA_CAMPO: Partial<Record<CampoScheda, string>> = {
  utenza: 'utenza',
  statoCivile: 'stato_civile',
  istruzione: 'istruzione',
  occupazione: 'occupazione',
  provenienza: 'provenienza',
  carcerazioni: 'carcerazioni',
  sostanzePrimarie: 'sostanza',
  sostanzeSecondarie: 'sostanza',
  titoloAccoglienza: 'titolo_minore',
};

/** The declarations that may have been made on a day of their own, and the field that says it. */
export const GIORNO_PROPRIO = { hiv: 'hivIl', hcv: 'hcvIl', invalidita: 'invaliditaIl' } as const;
export type CampoDichiarato = keyof typeof GIORNO_PROPRIO;
export type GiornoProprio = (typeof GIORNO_PROPRIO)[CampoDichiarato];

export function isDichiarato(campo: string): campo is CampoDichiarato {
  return Object.hasOwn(GIORNO_PROPRIO, campo);
}

/** The day a declaration refers to: its own, else that of the others, else the day of ingresso. */
export function riferitoAl(
  campo: CampoDichiarato,
  riga: Readonly<Record<GiornoProprio | 'dichiaratoIl', Giorno | null>> & { readonly dataIngresso: Giorno },
): Giorno {
  return riga[GIORNO_PROPRIO[campo]] ?? riga.dichiaratoIl ?? riga.dataIngresso;
}

/** The day a field refers to: its own, that of the declarations of the person, that of the certificate. */
export const DATA_DICHIARATA: Partial<Record<CampoScheda, GiornoProprio | 'dichiaratoIl' | 'certificazioneIl'>> = {
  ...GIORNO_PROPRIO,
  certificazione: 'certificazioneIl',
  statoCivile: 'dichiaratoIl',
  figliMinori: 'dichiaratoIl',
  istruzione: 'dichiaratoIl',
  occupazione: 'dichiaratoIl',
  carcerazioni: 'dichiaratoIl',
  dipendenza: 'dichiaratoIl',
  sostanzePrimarie: 'dichiaratoIl',
  sostanzeSecondarie: 'dichiaratoIl',
};

const SI_NO = ['si', 'no'] as const;

/** The fields with a few fixed values, those of the workbook (formats.md). */
export const VALORI_CAMPO: Partial<Record<CampoScheda, readonly string[]>> = {
  tipoIngresso: ['nuovo', 'rientro', 'trasferimento'],
  figliMinori: SI_NO,
  dipendenza: ['mono', 'poli'],
  hiv: SI_NO,
  hcv: SI_NO,
  invalidita: SI_NO,
};

/** Somebody of the family admitted together. */
const famigliare = z.object({
  ingressoId: id,
  ospiteId: id,
  cognome: z.string(),
  nome: z.string(),
  dataNascita: nascita,
  utenza: z.string().nullable(),
  dataDimissione: giorno.nullable(),
  /** the parent of the one the scheda is of, or their child */
  legame: z.enum(['genitore', 'figlio']).nullable(),
});

export const schede = {
  /** The scheda d'ingresso of one stay, without what this role may not read. */
  'ingressi.getScheda': query({
    ruoli: NOMINATIVI,
    legge: ['ingressi', 'ospiti', 'strutture'],
    registrata: true,
    ospiteDi: ({ ospiteId }) => ospiteId,
    input: z.object({ ingressoId: id }),
    output: z.object({
      ingressoId: id,
      ospiteId: id,
      struttura: z.object({ codice: z.string(), nome: z.string() }),
      dataIngresso: giorno,
      dataDimissione: giorno.nullable(),
      /** years completed on the day of ingresso */
      etaIngresso: z.number().int(),
      campi: scheda,
      /** what is still to be written, in words; never a refusal */
      manca: z.array(z.string()),
      /** last day of the programme (agreed, or the maximum of the modulo); `giorni` from today, negative when it is over */
      durata: z.object({ fine: giorno, giorni: z.number().int(), concordata: z.boolean() }).nullable(),
      nucleo: z.object({ id, nome: z.string(), membri: z.array(famigliare) }).nullable(),
    }),
  }),
  /** What the last scheda of a person says, without what this role may not read: proposed on a readmission, written by nobody. */
  'ingressi.getPrecedente': query({
    ruoli: COMUNITA,
    legge: ['ingressi', 'ospiti', 'strutture'],
    registrata: true,
    ospiteDi: (precedente) => precedente?.ospiteId ?? null,
    input: z.object({ ospiteId: id }),
    output: z
      .object({
        ospiteId: id,
        struttura: z.string(),
        dataIngresso: giorno,
        dataDimissione: giorno.nullable(),
        campi: schedaParziale,
      })
      .nullable(),
  }),
  /** Who follows, who pays and who sends in a struttura, and the moduli on a day: what a form of ingresso proposes. */
  'ingressi.getScelte': query({
    ruoli: NOMINATIVI,
    legge: ['ingressi', 'strutture', 'ospiti'],
    input: z.object({ struttura: z.string().max(40), giorno }),
    output: z.object({
      operatori: z.array(z.string()),
      enti: z.array(z.string()),
      invianti: z.array(z.string()),
      moduli: z.array(
        z.object({
          codice: z.string(),
          /** why there are fewer places than usual on that day: works, a closed wing */
          motivo: z.string().nullable(),
          /** the last day of who enters on that day, where the tipologia has a maximum duration */
          fineMassima: giorno.nullable(),
        }),
      ),
    }),
  }),
  /** Some fields of the scheda; who may not read a field may not write it either. */
  'ingressi.saveScheda': command({
    ruoli: COMUNITA,
    cambia: ['ingressi'],
    input: modificaDi(scheda),
    output: esitoModifica,
  }),
};
