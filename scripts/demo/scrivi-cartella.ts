import Papa from 'papaparse';
import type { Cartella } from './inventa.ts';

/** An invented cooperativa as the CSV files of the office's folder (`;`, UTF-8), in memory. */
export function writeCartella(cartella: Cartella): { nome: string; bytes: Uint8Array<ArrayBuffer> }[] {
  return Object.entries(cartella)
    .filter(([, righe]) => righe.length > 0)
    .map(([foglio, righe]) => {
      const columns = [...new Set(righe.flatMap((riga) => Object.keys(riga)))];
      const testo = Papa.unparse({ fields: columns, data: righe }, { delimiter: ';' });
      return { nome: `${foglio}.csv`, bytes: new Uint8Array(new TextEncoder().encode(testo)) };
    });
}

/** Only what belongs to one struttura: what that community would have in its own folder. */
export function soloStruttura(cartella: Cartella, codice: string): Cartella {
  const ofStruttura = (riga: Record<string, string>) => (riga['struttura'] ?? riga['codice']) === codice;
  const ingressi = cartella.ingressi.filter(ofStruttura);
  const ids = new Set(ingressi.map((riga) => riga['id']));
  const ospiti = new Set(ingressi.map((riga) => riga['ospite']));
  return {
    strutture: cartella.strutture.filter(ofStruttura),
    moduli: cartella.moduli.filter(ofStruttura),
    ospiti: cartella.ospiti.filter((riga) => ospiti.has(riga['id'])),
    ingressi,
    cambi_modulo: cartella.cambi_modulo.filter((riga) => ids.has(riga['ingresso'])),
    presenze: cartella.presenze.filter((riga) => ids.has(riga['ingresso'])),
    visite: cartella.visite.filter(ofStruttura),
    incontri: cartella.incontri.filter(ofStruttura),
    attivita: cartella.attivita.filter(ofStruttura),
  };
}
