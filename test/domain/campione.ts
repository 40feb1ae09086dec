import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatiBilancio, PermanenzaContata } from '../../domain/bilancio.ts';
import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import { isEsito } from '../../domain/esito.ts';
import { chiaveNome, gruppiDiPersone } from '../../domain/persona.ts';

/** The sample workbook, read with the least that its own files need (no quotes, `;`), independent of the product's reader. */
export const CARTELLA_CAMPIONE = join(import.meta.dirname, '..', 'campione');

type Riga = Record<string, string>;

function foglio(nome: string): Riga[] {
  const testo = readFileSync(join(CARTELLA_CAMPIONE, `${nome}.csv`), 'utf8').replace(/^\uFEFF/, '');
  const [testata = '', ...righe] = testo.split(/\r?\n/).filter((r) => r !== '');
  const colonne = testata.split(';');
  return righe.map((r) => {
    const celle = r.split(';');
    return Object.fromEntries(colonne.map((c, i) => [c, celle[i] ?? '']));
  });
}

function cella(r: Riga, colonna: string): string {
  const valore = r[colonna];
  if (valore === undefined) throw new Error(`manca la colonna ${colonna}`);
  return valore;
}

function facoltativa(r: Riga, colonna: string): string | null {
  return cella(r, colonna) || null;
}

function conta(righe: Riga[], colonna: string): { strutturaId: string; voce: string; n: number }[] {
  return righe.map((r) => ({ strutturaId: cella(r, 'struttura'), voce: cella(r, colonna), n: 1 }));
}

function permanenze(): PermanenzaContata[] {
  const ospiti = new Map(foglio('ospiti').map((o) => [cella(o, 'id'), o]));
  const persone = gruppiDiPersone(
    [...ospiti.values()].map((o) => ({
      id: cella(o, 'id'),
      chiaveNome: chiaveNome(cella(o, 'cognome'), cella(o, 'nome')),
      dataNascita: cella(o, 'data_nascita'),
      codiceFiscale: facoltativa(o, 'codice_fiscale'),
    })),
  );
  return foglio('ingressi').map((r) => {
    const ospite = ospiti.get(cella(r, 'ospite'));
    if (!ospite) throw new Error(`manca l'ospite ${cella(r, 'ospite')}`);
    const esito = facoltativa(r, 'esito');
    if (esito !== null && !isEsito(esito)) throw new Error(`esito ${esito}`);
    return {
      id: cella(r, 'id'),
      ospiteId: cella(r, 'ospite'),
      personaId: persone.get(cella(r, 'ospite')) ?? '',
      strutturaId: cella(r, 'struttura'),
      utenza: facoltativa(r, 'utenza'),
      entePagante: facoltativa(r, 'ente_pagante'),
      sesso: cella(ospite, 'sesso'),
      dataNascita: cella(ospite, 'data_nascita'),
      dataIngresso: cella(r, 'data_ingresso'),
      dataDimissione: facoltativa(r, 'data_dimissione'),
      esito,
      assegnazioni: [{ dal: cella(r, 'data_ingresso'), moduloId: cella(r, 'modulo') }],
      profilo: {
        statoCivile: facoltativa(r, 'stato_civile'),
        figliMinori: facoltativa(r, 'figli_minori'),
        istruzione: facoltativa(r, 'istruzione'),
        occupazione: facoltativa(r, 'occupazione'),
        provenienza: facoltativa(r, 'provenienza'),
        carcerazioni: facoltativa(r, 'carcerazioni'),
        dipendenza: facoltativa(r, 'dipendenza'),
      },
    };
  });
}

function codiciDelMese(r: Riga): string {
  return Array.from({ length: 31 }, (_, i) => cella(r, `g${i + 1}`) || '.').join('');
}

/** The whole sample as the domain takes it; the sheet's ids are the ids. */
export function leggiCampione(): DatiBilancio {
  const moduli = foglio('moduli');
  return {
    strutture: foglio('strutture').map((s) => ({
      id: cella(s, 'codice'),
      codice: cella(s, 'codice'),
      nome: cella(s, 'nome'),
      tipo: cella(s, 'tipo'),
    })),
    moduli: moduli.map((m) => ({
      id: cella(m, 'codice'),
      strutturaId: cella(m, 'struttura'),
      codice: cella(m, 'codice'),
      nome: cella(m, 'nome'),
      tipologia: cella(m, 'tipologia'),
      conta: cella(m, 'conta'),
    })),
    posti: moduli.map((m) => ({
      moduloId: cella(m, 'codice'),
      validoDal: cella(m, 'valido_dal'),
      validoAl: facoltativa(m, 'valido_al'),
      accreditati: Number(cella(m, 'posti_accreditati')),
      disponibili: Number(cella(m, 'posti_disponibili')),
    })),
    permanenze: permanenze(),
    presenze: foglio('presenze').map((r) => ({
      ingressoId: cella(r, 'ingresso'),
      mese: cella(r, 'mese'),
      codici: codiciDelMese(r),
    })),
    codici: CODICI_PREDEFINITI,
    incontri: conta(foglio('incontri'), 'servizio').map(({ voce, ...r }) => ({ ...r, servizio: voce })),
    visite: conta(foglio('visite'), 'tipo').map(({ voce, ...r }) => ({ ...r, tipo: voce })),
    attivita: conta(foglio('attivita'), 'area').map(({ voce, ...r }) => ({ ...r, area: voce })),
  };
}

/** The figures the sample must give. */
export function leggiOracolo(): unknown {
  return JSON.parse(readFileSync(join(CARTELLA_CAMPIONE, 'oracle.json'), 'utf8'));
}

/** `dato` reduced to the keys that `modello` has, at every depth, so that added keys do not matter. */
export function soloChiaviDi(modello: unknown, dato: unknown): unknown {
  if (Array.isArray(modello) && Array.isArray(dato)) {
    return dato.map((d, i) => (i < modello.length ? soloChiaviDi(modello[i], d) : d));
  }
  if (isOggetto(modello) && isOggetto(dato)) {
    return Object.fromEntries(Object.keys(modello).map((k) => [k, soloChiaviDi(modello[k], dato[k])]));
  }
  return dato;
}

function isOggetto(v: unknown): v is Record<string, unknown> {
  return typeof v === 'object' && v !== null && !Array.isArray(v);
}
