import { isEsito } from '../../domain/esito.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { nascitaDi, quandoNacque } from '../../domain/nascita.ts';
import { durataGiorni } from '../../domain/permanenza.ts';
import { nomeScritto } from '../../domain/persona.ts';
import type { FonteSezione } from '../../domain/relazione.ts';
import type { QuadroRelazione } from './relazione-quadro.ts';

const giorno = formatGiornoBreve;

/** Lines that say something, one under the other. */
function righe(...frasi: (string | null | undefined | false)[]): string {
  return frasi.filter((frase) => typeof frase === 'string' && frase !== '').join('\n');
}

function conta(n: number, uno: string, molti: string): string {
  return `${n} ${n === 1 ? uno : molti}`;
}

/** What the code of a day means, where only the grid said it. */
function codiceDetto(codici: QuadroRelazione['codici'], codice: string): string {
  return codici.find(({ voce }) => voce === codice)?.etichetta ?? 'Assenza';
}

const NATO: Readonly<Record<string, string>> = { M: 'Nato', F: 'Nata' };

/**
 * What the register says under each heading. Health is only counted: neither the kind of a visit (an infectious diseases clinic
 * says what must not be said) nor HIV and HCV are ever written here (L. 135/1990, art. 5).
 */
const SCRIVE: Readonly<Record<FonteSezione, (q: QuadroRelazione) => string>> = {
  persona: ({ ospite, ingresso, struttura, modulo, dal, al }) =>
    righe(
      nomeScritto(ospite),
      `${NATO[ospite.sesso] ?? 'Nato/a'}${ospite.luogoNascita ? ` a ${ospite.luogoNascita}` : ''} ${quandoNacque(nascitaDi(ospite))}`,
      ospite.codiceFiscale && `Codice fiscale ${ospite.codiceFiscale}`,
      `Nella struttura ${struttura}${modulo ? `, modulo ${modulo},` : ''} dal ${giorno(ingresso.dataIngresso)}${
        ingresso.dataDimissione === null ? '' : ` al ${giorno(ingresso.dataDimissione)}`
      }`,
      ingresso.servizioInviante && `Servizio inviante: ${ingresso.servizioInviante}`,
      `Periodo della relazione: dal ${giorno(dal)} al ${giorno(al)}`,
    ),
  giuridica: ({ misure, udienze, etichetta }) =>
    righe(
      misure.length === 0 && 'Nessuna misura registrata nel periodo.',
      ...misure.map(
        (m) =>
          `- ${etichetta('misura', m.misura)}, dal ${giorno(m.dal)}${m.al === null ? '' : ` al ${giorno(m.al)}`}${
            m.autorita ? `, ${m.autorita}` : ''
          }${m.provvedimento ? `, provvedimento ${m.provvedimento}` : ''}${
            m.finePena === null ? '' : `, fine pena ${giorno(m.finePena)}`
          }`,
      ),
      ...udienze
        .toReversed()
        .map(
          (u) =>
            `- Udienza del ${giorno(u.data)}${u.autorita ? `, ${u.autorita}` : ''}${u.esito ? `: ${u.esito}` : ''}`,
        ),
    ),
  programma: ({ ingresso, modulo }) =>
    righe(
      modulo && `Programma: ${modulo}.`,
      `Inizio del programma: ${giorno(ingresso.dataIngresso)}.`,
      ingresso.finePrevista !== null && `Conclusione prevista: ${giorno(ingresso.finePrevista)}.`,
      ingresso.dataDimissione !== null && `Conclusione: ${giorno(ingresso.dataDimissione)}.`,
    ),
  adesione: ({ conto, codici, assenze, etichetta }) =>
    righe(
      `Nel periodo ${conta(conto.giorni, 'giorno', 'giorni')} di permanenza, ${conto.presenza} di presenza.`,
      ...codici
        .filter(({ voce, presente }) => !presente && (conto.perCodice[voce] ?? 0) > 0)
        .map(({ voce, etichetta: nome }) => `- ${nome}: ${conta(conto.perCodice[voce] ?? 0, 'giorno', 'giorni')}`),
      conto.mancanti > 0 && `- Giorni senza registrazione: ${conto.mancanti}`,
      assenze.length > 0 && `Uscite e assenze nel periodo: ${assenze.length}.`,
      ...assenze.map(
        (a) =>
          `- ${a.tipo === null ? codiceDetto(codici, a.codice) : etichetta('assenza', a.tipo)} dal ${giorno(a.uscita)}${
            a.rientro === null ? ', ancora in corso' : ` al ${giorno(a.rientro)}`
          }`,
      ),
    ),
  salute: ({ fatti }) =>
    `Nel periodo ${conta(fatti.visite, 'visita sanitaria', 'visite sanitarie')}, di cui ${fatti.visiteAccompagnate} con accompagnamento.`,
  prescrizioni: ({ misure, violazioni, etichetta }) =>
    righe(
      ...misure.flatMap((m) => (m.prescrizioni ? [`${etichetta('misura', m.misura)}: ${m.prescrizioni}`] : [])),
      violazioni.length === 0
        ? 'Nessuna violazione registrata nel periodo.'
        : `Violazioni registrate nel periodo: ${violazioni.length}.`,
      ...violazioni
        .toReversed()
        .map(
          (v) =>
            `- ${giorno(v.data)}: ${v.fatto}${v.comunicataIl === null ? '' : ` (comunicata il ${giorno(v.comunicataIl)})`}`,
        ),
    ),
  rapporti: ({ fatti, etichetta }) =>
    righe(
      `Incontri con servizi e famiglia nel periodo: ${fatti.incontri.reduce((somma, { n }) => somma + n, 0)}.`,
      ...fatti.incontri.map(({ servizio, n }) => `- ${etichetta('servizio', servizio)}: ${n}`),
      `Attività a cui ha partecipato: ${fatti.attivita.reduce((somma, { n }) => somma + n, 0)}.`,
      ...fatti.attivita.map(
        ({ area, n, ore }) =>
          `- ${etichetta('area_attivita', area)}: ${n}${ore > 0 ? ` (${ore.toLocaleString('it-IT')} ore)` : ''}`,
      ),
    ),
  dipendenza: ({ ingresso, etichetta }) =>
    righe(
      (ingresso.sostanzePrimarie ?? []).length > 0 &&
        `All’ingresso, sostanze primarie: ${(ingresso.sostanzePrimarie ?? []).map((s) => etichetta('sostanza', s)).join(', ')}.`,
      (ingresso.sostanzeSecondarie ?? []).length > 0 &&
        `All’ingresso, sostanze secondarie: ${(ingresso.sostanzeSecondarie ?? []).map((s) => etichetta('sostanza', s)).join(', ')}.`,
      ingresso.certificazione && `Certificazione: ${ingresso.certificazione}.`,
    ),
  obiettivi: ({ progetto, obiettivi, azioni, verifiche }) =>
    righe(
      progetto === null
        ? 'Nessun progetto individuale registrato.'
        : `Progetto individuale del ${giorno(progetto.data)}${progetto.sintesi ? `: ${progetto.sintesi}` : '.'}`,
      obiettivi.length > 0 &&
        `Obiettivi del progetto: ${obiettivi.length}, raggiunti ${obiettivi.filter(({ stato }) => stato === 'raggiunto').length}.`,
      ...obiettivi.map(
        ({ testo, stato, indicatore }) =>
          `- ${testo} (${STATI[stato] ?? stato})${indicatore ? `. Indicatore: ${indicatore}` : ''}`,
      ),
      azioni.length > 0 &&
        `Azioni previste: ${azioni.length}, fatte ${azioni.filter(({ fattaIl }) => fattaIl !== null).length}.`,
      ...verifiche.toReversed().map(({ data, esito }) => `- Verifica del ${giorno(data)}${esito ? `: ${esito}` : ''}`),
    ),
  esito: ({ ingresso, etichetta }) => {
    const { dataIngresso, dataDimissione, esito } = ingresso;
    if (dataDimissione === null) return 'La dimissione non è ancora registrata.';
    const giorni = durataGiorni({
      dataIngresso,
      dataDimissione,
      esito: esito !== null && isEsito(esito) ? esito : null,
    });
    return righe(
      `Dimissione il ${giorno(dataDimissione)}, dopo ${conta(giorni ?? 0, 'giorno', 'giorni')}.`,
      esito !== null && `Esito: ${etichetta('esito', esito)}.`,
      ingresso.destinazione && `Destinazione: ${etichetta('destinazione', ingresso.destinazione)}.`,
      ingresso.noteDimissione,
    );
  },
  protetti: ({ protetti }) =>
    righe(
      `Incontri protetti nel periodo: ${protetti.length}.`,
      ...protetti.map(
        ({ data, ora, partecipanti, operatori, esito }) =>
          `- ${giorno(data)}${ora === null ? '' : `, ore ${ora}`}${partecipanti ? `; presenti: ${partecipanti}` : ''}${
            operatori ? `; operatori: ${operatori}` : ''
          }${esito ? `. ${esito}` : ''}`,
      ),
    ),
};

const STATI: Readonly<Record<string, string>> = {
  aperto: 'in corso',
  raggiunto: 'raggiunto',
  parziale: 'raggiunto in parte',
  non_raggiunto: 'non raggiunto',
  abbandonato: 'lasciato',
};

/** What the register says under a heading. */
export function scriviSezione(fonte: FonteSezione, quadro: QuadroRelazione): string {
  return SCRIVE[fonte](quadro);
}
